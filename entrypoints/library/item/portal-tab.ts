import { browser } from '#imports';
import { delay } from '../../../utils/base/abortable.ts';
import { ExpectedFailure } from '../../../utils/base/expected-failure.ts';
import { captureView } from '../../../utils/capture/tiles/visible-tab.ts';
import type { LookUp } from '../../../utils/certificate/look-up.ts';
import type { PortalShot } from '../../../utils/store/addendum-store.ts';
import { copyText } from '../copy-text.ts';

/** The portal's tab was closed, or none was opened. */
export class PortalTabGoneError extends ExpectedFailure {
  override name = 'PortalTabGoneError';
  constructor(cause?: unknown) {
    super('error_portalTabGone', [], { cause });
  }
}

/** Time for a tab that comes to the front to be painted, in milliseconds. */
const PAINT_MS = 300;

/** Copies what is looked up and opens the portal in a new tab, whose id is returned. */
export async function openPortal({ url, copies }: LookUp): Promise<number> {
  await copyText(copies);
  const { id } = await browser.tabs.create({ url });
  return id ?? browser.tabs.TAB_ID_NONE;
}

/** Photographs the portal's tab as it stands, for which it comes to the front for a moment. */
export async function shootPortal(tabId: number | undefined, signal: AbortSignal): Promise<PortalShot> {
  const own = await browser.tabs.getCurrent();
  if (tabId === undefined) throw new PortalTabGoneError();
  try {
    await browser.tabs.update(tabId, { active: true });
  } catch (error) {
    throw new PortalTabGoneError(error);
  }
  try {
    await delay(PAINT_MS, signal);
    const { picture, capturedAt } = await captureView(tabId, signal, async () => undefined);
    const { url = '', title = '' } = await browser.tabs.get(tabId);
    return { blob: picture, capturedAt, url, title };
  } finally {
    if (own?.id !== undefined) await browser.tabs.update(own.id, { active: true });
  }
}
