import { browser } from '#imports';
import { type Reason, reasonOfNetError, reasonOfStatus } from '../patrol/reason.ts';

/** Milliseconds until a server has to have answered. */
const ANSWER_MS = 30_000;

/** Within this time it shows why a navigation was aborted, in milliseconds. */
const ABORTED_MS = 1_500;

/** A visit that ended before there was a page to read. */
export class NavigationEndedError extends Error {
  override name = 'NavigationEndedError';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.id);
    this.reason = reason;
  }
}

/** The window of the patrol was closed by hand. */
export class WindowClosedError extends Error {
  override name = 'WindowClosedError';
}

type Listener = { addListener(listener: never): void; removeListener(listener: never): void };

/** Listens until the signal aborts; with a filter where the event takes one. */
function listen(
  event: Listener,
  listener: (...details: never[]) => unknown,
  signal: AbortSignal,
  filter?: object,
): void {
  (event.addListener as (listener: unknown, filter?: object) => void)(listener, ...(filter ? ([filter] as const) : []));
  signal.addEventListener('abort', () => event.removeListener(listener as never));
}

interface TabEvent {
  tabId: number;
  frameId: number;
  url: string;
  error?: string;
}

/** A tab that is taken to an address, and what the page tries meanwhile. Everything ends with the signal. */
export class Navigation {
  readonly notes = new Set<string>();
  /** Rejects when the tab goes away by itself. */
  readonly gone: Promise<never>;
  private readonly tabId: number;
  private readonly signal: AbortSignal;

  constructor(tabId: number, signal: AbortSignal) {
    this.tabId = tabId;
    this.signal = signal;
    this.gone = new Promise((_, reject) => {
      listen(
        browser.tabs.onRemoved as unknown as Listener,
        (id: number, { isWindowClosing }: { isWindowClosing: boolean }) => {
          if (id !== tabId) return;
          reject(isWindowClosing ? new WindowClosedError() : new NavigationEndedError({ id: 'closed-itself' }));
        },
        signal,
      );
    });
    this.gone.catch(() => undefined);
    listen(
      browser.webNavigation.onCreatedNavigationTarget as unknown as Listener,
      (details: { sourceTabId: number; tabId: number }) => {
        if (details.sourceTabId !== tabId) return;
        this.notes.add('opened-windows');
        void browser.tabs.remove(details.tabId).catch(() => undefined);
      },
      signal,
    );
  }

  /** Goes to the address. @throws NavigationEndedError when no page is shown in the end */
  async go(address: string): Promise<void> {
    let status = 0;
    const filter = { urls: ['<all_urls>'], types: ['main_frame'], tabId: this.tabId };
    const arrived = new Promise<void>((resolve, reject) => {
      const end = (reason: Reason) => reject(new NavigationEndedError(reason));
      const ours = (details: TabEvent) => details.tabId === this.tabId && details.frameId === 0;
      listen(
        browser.webRequest.onHeadersReceived as unknown as Listener,
        ({ statusCode }: { statusCode: number }) => {
          status = statusCode;
        },
        this.signal,
        filter,
      );
      listen(
        browser.webRequest.onAuthRequired as unknown as Listener,
        () => end({ id: 'credentials', value: '401' }),
        this.signal,
        filter,
      );
      listen(
        browser.webNavigation.onErrorOccurred as unknown as Listener,
        (details: TabEvent) => {
          if (!ours(details) || details.url === 'about:blank') return;
          const reason = reasonOfStatus(status);
          if (reason || !/ERR_ABORTED/.test(details.error ?? '')) {
            end(reason ?? reasonOfNetError(details.error ?? ''));
            return;
          }
          // Before an answer it is the blank page that gave way; after it a download or an answer without a page.
          if (status === 0) return;
          setTimeout(() => {
            if (this.notes.has('download-refused')) end({ id: 'download' });
            else end({ id: 'no-connection', value: 'ERR_ABORTED' });
          }, ABORTED_MS);
        },
        this.signal,
      );
      listen(
        browser.webNavigation.onCommitted as unknown as Listener,
        (details: TabEvent) => {
          if (!ours(details) || details.url === 'about:blank') return;
          const reason = reasonOfStatus(status);
          if (reason) end(reason);
          else resolve();
        },
        this.signal,
      );
      listen(
        browser.downloads.onCreated as unknown as Listener,
        (item: { id: number; url: string; referrer?: string; byExtensionId?: string }) => {
          if (item.byExtensionId || (item.url !== address && !item.referrer?.startsWith(new URL(address).origin)))
            return;
          this.notes.add('download-refused');
          void browser.downloads
            .cancel(item.id)
            .then(() => browser.downloads.erase({ id: item.id }))
            .catch(() => undefined);
        },
        this.signal,
      );
      const timer = setTimeout(() => end({ id: 'no-answer' }), ANSWER_MS);
      this.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(this.signal.reason);
      });
    });
    arrived.catch(() => undefined);
    await browser.tabs.update(this.tabId, { url: address });
    await Promise.race([arrived, this.gone]);
  }
}
