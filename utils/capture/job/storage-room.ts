import { ExpectedFailure } from '../../base/expected-failure.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import { storageEstimate } from '../../store/evidence-store.ts';

/** There may be too little room for this capture; nothing was begun. */
export class StorageLowError extends ExpectedFailure {
  override name = 'StorageLowError';
  constructor() {
    super('error_storageLow');
  }
}

/** Least room, bytes: archive, source and the two views of an ordinary page. */
const LEAST = 32 * 1024 * 1024;

/** Bytes that a device pixel of the page may need: as PNG, twice while staged files become an item. */
const BYTES_PER_PIXEL = 2;

/** Room that a capture of a page may need, bytes. */
export function neededRoom({ document, viewport }: Pick<PageFacts, 'document' | 'viewport'>): number {
  const pixels = document.width * document.height * viewport.devicePixelRatio ** 2;
  return LEAST + pixels * BYTES_PER_PIXEL;
}

/** @throws StorageLowError when the store has less room than the page may need */
export async function ensureRoom(facts: Pick<PageFacts, 'document' | 'viewport'>): Promise<void> {
  const { usage, quota } = await storageEstimate();
  if (quota - usage < neededRoom(facts)) throw new StorageLowError();
}
