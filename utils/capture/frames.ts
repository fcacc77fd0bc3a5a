import { browser } from '#imports';

/** The document that a capture began on is no longer in the tab: closed, navigated, reloaded or crashed. */
export class DocumentGoneError extends Error {
  override name = 'DocumentGoneError';
}

/**
 * Runs a function in the top document of a tab and returns its result. The function is sent as text: it may use nothing from
 * outside itself.
 * @throws DocumentGoneError when the tab or its document cannot be reached
 */
export async function runInPage<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const results = await browser.scripting
    .executeScript({ target: { tabId }, func: func as (...args: unknown[]) => unknown, args })
    .catch((error: unknown) => {
      throw new DocumentGoneError('the page cannot be reached', { cause: error });
    });
  const [result] = results;
  if (!result) throw new DocumentGoneError('the page gave no answer');
  return result.result as Awaited<Result>;
}

/** Runs a function in every frame of a tab that can be read; frames that cannot are absent from the result. */
export async function runInFrames<Result>(
  tabId: number,
  func: () => Result,
): Promise<{ frameId: number; result: Awaited<Result> }[]> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: func as () => unknown })
    .catch((error: unknown) => {
      throw new DocumentGoneError('the frames cannot be reached', { cause: error });
    });
  return results.map(({ frameId, result }) => ({ frameId, result: result as Awaited<Result> }));
}

/**
 * What identifies one load of a document: another load of the same address has another. Only compared, never shown.
 * @throws DocumentGoneError
 */
export async function loadKeyOf(tabId: number): Promise<string> {
  return runInPage(tabId, () => `${performance.timeOrigin}`);
}
