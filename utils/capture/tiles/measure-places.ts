import { within } from '../../base/abortable.ts';
import type { FindingPlace } from '../../evidence/finding-place.ts';
import { checkedPlaces } from '../../messages/border.ts';
import { sendMessage } from '../../messages/messaging.ts';
import type { MeasuredPlaces } from '../../reports/measured-places.ts';
import type { Region } from './tile-plan.ts';

/** A page that hangs must not hold the shots up. */
const PATIENCE_MS = 1000;

/** The id of a finding as the record keeps it: ids are unique within a frame only. */
export const recordedId = (frameId: number, findingId: string): string =>
  frameId === 0 ? findingId : `${frameId}-${findingId}`;

/** Asks the scan of a frame, the top document unless told otherwise; null where there is none or it does not answer in time: the places of the scan hold then. */
export async function measurePlaces(tabId: number, frameId = 0): Promise<MeasuredPlaces | null> {
  try {
    const asked = sendMessage('placeFindings', undefined, { tabId, frameId });
    const { scroll, boxes } = checkedPlaces(await within(asked, PATIENCE_MS, () => new Error('no answer in time')));
    return { scroll, boxes: boxes.map((box) => ({ ...box, findingId: recordedId(frameId, box.findingId) })) };
  } catch {
    // Whatever the page's side does wrong costs a box in a derived picture and nothing else.
    return null;
  }
}

/** The boxes that show in a region, moved by `by` from the viewport into its coordinates. */
export function placesWithin(
  boxes: readonly FindingPlace[],
  by: { x: number; y: number },
  region: Region,
): FindingPlace[] {
  return boxes
    .map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }))
    .filter(
      ({ x, y, width, height }) =>
        x < region.x + region.width && x + width > region.x && y < region.y + region.height && y + height > region.y,
    );
}
