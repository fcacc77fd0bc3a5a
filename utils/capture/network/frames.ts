import { browser } from '#imports';
import { within } from '../../base/abortable.ts';

/** A page that does not come to answer holds nothing up for longer, in milliseconds; the longest work that is asked for ends by itself before. */
const LIMIT_MS = 90_000;

/** A page that lets not even the smallest script run for so long is taken to hang, in milliseconds. */
export const SIGN_OF_LIFE_MS = 15_000;

/** Documents are read as far as they have come: one that a server never ends would not be read at all, and a slow frame would hold up the rest. */
const AT_ONCE = { injectImmediately: true } as const;

/** The page is there and does not answer: its own scripts keep it busy without end. */
export class PageHungError extends Error {
  override name = 'PageHungError';
}

/** @throws PageHungError after `limit` milliseconds */
export const inTime = <Result>(answer: Promise<Result>, limit = LIMIT_MS) =>
  within(answer, limit, () => new PageHungError(`the page gave no answer in ${limit / 1000} s`));

/** The document that a capture began on is no longer in the tab: closed, navigated, reloaded or crashed. */
export class DocumentGoneError extends Error {
  override name = 'DocumentGoneError';
}

/**
 * Runs a function in the top document of a tab and returns its result. The function is sent as text: it may use nothing from
 * outside itself.
 * @throws DocumentGoneError when the tab or its document cannot be reached, PageHungError when it does not answer
 */
export function runInPage<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  return runInFrame(tabId, 0, func, ...args);
}

/**
 * The same in one frame of a tab; 0 is the top document.
 * @throws DocumentGoneError also when the frame alone is gone, PageHungError
 */
export async function runInFrame<Args extends unknown[], Result>(
  tabId: number,
  frameId: number,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const target = frameId === 0 ? { tabId } : { tabId, frameIds: [frameId] };
  const results = await inTime(
    browser.scripting
      .executeScript({ target, func: func as (...args: unknown[]) => unknown, args, ...AT_ONCE })
      .catch((error: unknown) => {
        throw new DocumentGoneError('the page cannot be reached', { cause: error });
      }),
  );
  const [result] = results;
  if (!result) throw new DocumentGoneError('the page gave no answer');
  return result.result as Awaited<Result>;
}

/** Runs a function in every frame of a tab that can be read; frames that cannot are absent from the result. */
export async function runInFrames<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<{ frameId: number; result: Awaited<Result> }[]> {
  const results = await inTime(
    browser.scripting
      .executeScript({
        target: { tabId, allFrames: true },
        func: func as (...args: unknown[]) => unknown,
        args,
        ...AT_ONCE,
      })
      .catch((error: unknown) => {
        throw new DocumentGoneError('the frames cannot be reached', { cause: error });
      }),
  );
  return results.map(({ frameId, result }) => ({ frameId, result: result as Awaited<Result> }));
}

/** Whether the page lets scripts of ours run at all. @throws DocumentGoneError */
export async function isAnswering(tabId: number): Promise<boolean> {
  try {
    return await inTime(
      runInPage(tabId, () => true),
      SIGN_OF_LIFE_MS,
    );
  } catch (error) {
    if (error instanceof PageHungError) return false;
    throw error;
  }
}
