import { originalPictures } from '../../utils/evidence/original-pictures.ts';
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

/** The pictures that show the page and its parts whole, or the view alone where none were taken. */
export function originalParts(record: EvidenceRecord): PicturePart[] {
  const parts = originalPictures(record.artefacts).map((artefact) => partOf(artefact, record));
  return parts.length > 0 ? parts : viewParts(record);
}

/** Those of them whose regions are places on the page, not within a part that scrolls by itself. */
export const pageParts = (record: EvidenceRecord): PicturePart[] =>
  originalParts(record).filter(({ artefact }) => artefact.part === undefined);

/** Between the page and a part of it, and between two parts, on the desk, CSS px of the page. */
const GAP = 48;

/** Where each picture lies on the desk: the page in its own coordinates, the parts that scroll by themselves below it, one after the other. */
export function laidOut(parts: readonly PicturePart[]): (PicturePart & { place: Box })[] {
  let below = 0;
  let group: number | undefined;
  let from = 0;
  return parts.map((part) => {
    const { region } = part;
    if (part.artefact.part !== group) {
      group = part.artefact.part;
      from = below === 0 ? 0 : below + GAP;
    }
    const place = { ...region, y: from + region.y };
    below = Math.max(below, place.y + place.height);
    return { ...part, place };
  });
}

/** The view as it stood before and after the capture. */
export function viewParts(record: EvidenceRecord): PicturePart[] {
  return [...withRole(record, 'view-marked'), ...withRole(record, 'view-before'), ...withRole(record, 'view-after')];
}

/** The picture that stands for the item: a PDF's first page, whose places are the findings', the view that the officer saw, or the first tile. */
export function firstPart(record: EvidenceRecord): PicturePart | undefined {
  return withRole(record, 'pdf-page')[0] ?? viewParts(record)[0] ?? originalParts(record)[0];
}

/** The small picture for lists; the first picture itself where none was made. */
export function thumbnailName(record: EvidenceRecord): string | undefined {
  return (record.artefacts.find(({ role }) => role === 'thumbnail') ?? firstPart(record)?.artefact)?.name;
}
