import type { Artefact, EvidenceRecord } from '../../utils/evidence/record.ts';
import type { Box } from './place-boxes.ts';

/** A picture of the page and the part of it that it shows, CSS px. */
export interface PicturePart {
  artefact: Artefact;
  region: Box;
}

function partOf(artefact: Artefact, record: EvidenceRecord): PicturePart {
  const { scroll, viewport } = record.page;
  return { artefact, region: artefact.region ?? { ...scroll, width: viewport.width, height: viewport.height } };
}

function withRole(record: EvidenceRecord, role: Artefact['role']): PicturePart[] {
  return record.artefacts.filter((artefact) => artefact.role === role).map((artefact) => partOf(artefact, record));
}

/**
 * The pictures that show the page from top to bottom: the tiles, or the view alone where no tiles were taken. Of an inner
 * scroller the tiles show the window around it as well: what was put together of them is looked at in their place.
 */
export function originalParts(record: EvidenceRecord): PicturePart[] {
  const inOrder = (role: Artefact['role']) =>
    withRole(record, role).sort((a, b) => a.region.y - b.region.y || a.region.x - b.region.x);
  const stitched = inOrder('stitched');
  const tiles = stitched.length > 0 ? stitched : inOrder('tile');
  return tiles.length > 0 ? tiles : viewParts(record);
}

/** The view as it stood before and after the capture. */
export function viewParts(record: EvidenceRecord): PicturePart[] {
  return [...withRole(record, 'view-marked'), ...withRole(record, 'view-before'), ...withRole(record, 'view-after')];
}

/** The picture that stands for the item: the view that the officer saw, or the first tile. */
export function firstPart(record: EvidenceRecord): PicturePart | undefined {
  return viewParts(record)[0] ?? originalParts(record)[0];
}

/** The small picture for lists; the first picture itself where none was made. */
export function thumbnailName(record: EvidenceRecord): string | undefined {
  return (record.artefacts.find(({ role }) => role === 'thumbnail') ?? firstPart(record)?.artefact)?.name;
}
