import { browser } from '#imports';

/** The window in which a patrol visits, beside the officer's own: not in front, and large enough for a page as it is usually seen. */
const SIZE = { width: 1366, height: 900 };

const KEY = 'patrolWindow';

async function known(): Promise<number | null> {
  const windowId = (await browser.storage.session.get(KEY))[KEY];
  if (typeof windowId !== 'number') return null;
  return browser.windows.get(windowId).then(
    () => windowId,
    () => null,
  );
}

/** Opens the window, or finds the one of an earlier worker. */
export async function openPatrolWindow(): Promise<number> {
  const already = await known();
  if (already !== null) return already;
  // Firefox knows no windows that are created behind the one in front.
  const behind = import.meta.env.FIREFOX ? {} : { focused: false };
  const opened = await browser.windows.create({ url: 'about:blank', type: 'normal', ...SIZE, ...behind });
  const windowId = opened?.id;
  if (windowId === undefined) throw new Error('the browser opened no window');
  await browser.storage.session.set({ [KEY]: windowId });
  return windowId;
}

/** Closes the window when there is one. */
export async function closePatrolWindow(): Promise<void> {
  const windowId = await known();
  await browser.storage.session.remove(KEY);
  if (windowId !== null) await browser.windows.remove(windowId).catch(() => undefined);
}
