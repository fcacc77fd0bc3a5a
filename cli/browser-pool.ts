import { type ExtensionBrowser, launchBrowser, WINDOW } from './browser.ts';
import { ExtensionClient } from './extension-client.ts';

/** Pages after which a browser takes no more and is closed when its last one ends: its memory never grows beyond that. */
const MOST_PAGES = 300;

interface Shared {
  browser: ExtensionBrowser;
  client: ExtensionClient;
  users: number;
  pages: number;
  alive: boolean;
  /** Work for which no other page may be in front. */
  turn: Promise<unknown>;
}

/** A browser that several visits use at once. */
export interface TakenBrowser {
  browser: ExtensionBrowser;
  client: ExtensionClient;
  isAlive(): boolean;
  /** Does work for which the page has to stay in front, one after the other. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  release(): void;
}

/** The browser of a worker: started when it is needed, replaced when it died or has shown its number of pages. */
export class BrowserPool {
  private readonly referenceDate: string | undefined;
  private current: Promise<Shared> | null = null;
  private readonly all = new Set<Shared>();

  constructor(options: { referenceDate?: string } = {}) {
    this.referenceDate = options.referenceDate;
  }

  private async launch(): Promise<Shared> {
    const browser = await launchBrowser({ window: WINDOW });
    const client = await ExtensionClient.open(browser);
    if (this.referenceDate !== undefined) await client.changeSettings({ referenceDate: this.referenceDate });
    const shared: Shared = { browser, client, users: 0, pages: 0, alive: true, turn: Promise.resolve() };
    browser.context.once('close', () => {
      shared.alive = false;
    });
    this.all.add(shared);
    return shared;
  }

  private async end(shared: Shared): Promise<void> {
    this.all.delete(shared);
    await shared.browser.close().catch(() => undefined);
  }

  async take(): Promise<TakenBrowser> {
    for (;;) {
      this.current ??= this.launch().catch((error) => {
        this.current = null;
        throw error;
      });
      const launching = this.current;
      const shared = await launching;
      if (shared.alive && shared.pages < MOST_PAGES && !shared.client.page.isClosed()) {
        shared.users += 1;
        shared.pages += 1;
        return {
          browser: shared.browser,
          client: shared.client,
          isAlive: () => shared.alive,
          alone: (work) => {
            const done = shared.turn.then(work, work);
            shared.turn = done.catch(() => undefined);
            return done;
          },
          release: () => {
            shared.users -= 1;
            if (shared.users === 0 && (shared.pages >= MOST_PAGES || !shared.alive)) void this.end(shared);
          },
        };
      }
      if (this.current === launching) this.current = null;
      if (shared.users === 0) await this.end(shared);
    }
  }

  async close(): Promise<void> {
    await this.current?.catch(() => undefined);
    this.current = null;
    await Promise.all([...this.all].map((shared) => this.end(shared)));
  }
}
