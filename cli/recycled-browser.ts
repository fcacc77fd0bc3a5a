import { type ExtensionBrowser, launchBrowser, WINDOW } from './browser.ts';
import { ExtensionClient } from './extension-client.ts';

/** Pages after which a browser is closed and another takes its place: what pages leave behind in it never grows beyond that. */
const MOST_PAGES = 300;

/** The browser that visits are made with: started when it is needed, again when it died, and anew after so many pages. */
export class RecycledBrowser {
  private readonly referenceDate: string | undefined;
  private readonly mostPages: number;
  private open: { browser: ExtensionBrowser; client: ExtensionClient } | null = null;
  private alive = false;
  private pages = 0;

  constructor(options: { referenceDate?: string; mostPages?: number } = {}) {
    this.referenceDate = options.referenceDate;
    this.mostPages = options.mostPages ?? MOST_PAGES;
  }

  /** A browser that is alive, and a page of the extension in it to speak through. */
  async take(): Promise<{ browser: ExtensionBrowser; client: ExtensionClient }> {
    if (this.pages >= this.mostPages || !this.alive || this.open?.client.page.isClosed()) await this.close();
    if (!this.open) {
      const browser = await launchBrowser({ window: WINDOW });
      this.alive = true;
      browser.context.once('close', () => {
        this.alive = false;
      });
      const client = await ExtensionClient.open(browser);
      if (this.referenceDate !== undefined) await client.changeSettings({ referenceDate: this.referenceDate });
      this.open = { browser, client };
    }
    this.pages += 1;
    return this.open;
  }

  /** False once the browser went away by itself. */
  get isAlive(): boolean {
    return this.alive;
  }

  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    this.alive = false;
    this.pages = 0;
    await open?.browser.close().catch(() => undefined);
  }
}
