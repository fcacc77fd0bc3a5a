import type { Page } from 'playwright-core';
import type { ProtocolMap } from '../utils/messages/messaging.ts';
import type { Settings } from '../utils/store/settings.ts';
import type { ExtensionBrowser } from './browser.ts';

type Argument<Name extends keyof ProtocolMap> = Parameters<ProtocolMap[Name]>[0];
type Result<Name extends keyof ProtocolMap> = ReturnType<ProtocolMap[Name]>;

/** Speaks the product's own messages from one of its pages, as the panel does. */
export class ExtensionClient {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param path the page to speak from: one without scripts of its own is there in a fraction of the library's time */
  static async open(browser: ExtensionBrowser, path = 'library.html'): Promise<ExtensionClient> {
    return new ExtensionClient(await browser.openExtensionPage(path));
  }

  /** Sends one message of {@link ProtocolMap} and returns its result; an error of the handler is thrown here. */
  async send<Name extends keyof ProtocolMap>(type: Name, data: Argument<Name>): Promise<Result<Name>> {
    const answer = await this.page.evaluate(
      (message) => chrome.runtime.sendMessage(message) as Promise<{ res?: unknown; err?: { message: string } }>,
      { id: 0, type, data, timestamp: Date.now() },
    );
    if (answer?.err) throw new Error(answer.err.message);
    return answer?.res as Result<Name>;
  }

  /** The id that `tabs` knows for a page; the page itself is not touched. */
  async tabOf(page: Page): Promise<number> {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = (await session.send('Target.getTargetInfo')) as { targetInfo: { targetId: string } };
    await session.detach();
    const tabId = await this.page.evaluate(async (targetId) => {
      const targets = await chrome.debugger.getTargets();
      return targets.find(({ id }) => id === targetId)?.tabId ?? null;
    }, targetInfo.targetId);
    if (tabId === null) throw new Error('the browser does not know the tab of a page');
    return tabId;
  }

  /** Changes some settings, as the settings page does. */
  async changeSettings(change: Partial<Settings>): Promise<void> {
    await this.page.evaluate(async (values) => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object | undefined), ...values } });
    }, change);
  }
}
