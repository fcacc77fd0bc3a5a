import { browser } from '#imports';
import { within } from '../base/abortable.ts';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { DebuggerRefusedError, type DebuggerSession, withDebugger } from '../capture/network/debugger-session.ts';
import { toBase64 } from '../evidence/base64.ts';
import { PRACTICE_ADDRESS } from '../evidence/practice.ts';

/** A page of a few kilobytes that comes from the package. */
const LONGEST_LOAD_MS = 20_000;
const notLoaded = () => new DebuggerRefusedError(`the practice page did not load within ${LONGEST_LOAD_MS / 1000} s`);

const HEADERS = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];

/** The browser, or the office's policy, does not let the practice page be answered for. */
export class PracticeUnopenedError extends ExpectedFailure {
  override name = 'PracticeUnopenedError';
  constructor(reason: DebuggerRefusedError) {
    super('error_practiceUnopened', [reason.message], { cause: reason });
  }
}

/**
 * Opens the practice page in a tab in front. It comes from the package, under an address that no server can have: pages of an extension
 * are not scanned, and this one is to be scanned and captured as any other. The browser's debugger answers for the server while the page
 * loads, and is gone then.
 * @throws PracticeUnopenedError
 */
export async function openPractice(): Promise<void> {
  const page = new Uint8Array(await (await fetch(browser.runtime.getURL('/practice.html'))).arrayBuffer());
  const { id } = await browser.tabs.create({ url: 'about:blank' });
  try {
    await withDebugger(id!, new AbortController().signal, (session) => load(session, toBase64(page)));
  } catch (error) {
    await browser.tabs.remove(id!).catch(() => undefined);
    throw error instanceof DebuggerRefusedError ? new PracticeUnopenedError(error) : error;
  }
}

async function load(session: DebuggerSession, body: string): Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    session.listen('Page.loadEventFired', () => resolve());
  });
  session.listen<{ requestId: string; request: { url: string } }>('Fetch.requestPaused', ({ requestId, request }) => {
    const answer =
      request.url === PRACTICE_ADDRESS
        ? session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders: HEADERS, body })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    // A request that its page gave up: the load tells by itself whether it came to its end.
    answer.catch(() => undefined);
  });
  await session.send('Page.enable');
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `${PRACTICE_ADDRESS}*` }] });
  const { errorText } = await session.send<{ errorText?: string }>('Page.navigate', { url: PRACTICE_ADDRESS });
  // A policy that refuses the address: the browser's own page of an error loads, too.
  if (errorText) throw new DebuggerRefusedError(errorText);
  await within(loaded, LONGEST_LOAD_MS, notLoaded);
}
