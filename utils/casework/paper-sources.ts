import type { PaperItem, PaperPicture, SealedEnvironment } from '../documents/paper-item.ts';
import { countedOf, shownAddenda } from '../evidence/addendum-origin.ts';
import { refusePractice } from '../evidence/practice.ts';
import type { Artefact, EvidenceItem } from '../evidence/record.ts';
import { stampStanding } from '../evidence/stamp-standing.ts';
import { readAddenda } from '../store/addendum-store.ts';
import { readArtefact } from '../store/evidence-store.ts';
import { DamagedArtefactError } from '../store/health.ts';
import { knownKeys } from '../store/known-keys.ts';
import { readSettings } from '../store/settings.ts';
import { readStamp } from '../store/stamp-store.ts';

/**
 * What a paper needs of items beside their records: addenda, the sealed statement of the environment, a picture.
 * @throws PracticeError
 */
export async function paperItems(items: readonly EvidenceItem[], pictured: boolean): Promise<PaperItem[]> {
  refusePractice(items);
  const [keys, { stampRoots: roots }] = await Promise.all([knownKeys(), readSettings()]);
  return Promise.all(
    items.map(async (item) => ({
      ...item,
      addenda: countedOf(shownAddenda(await readAddenda(item.id), item, keys)),
      stamp: await stampStanding(await readStamp(item.id), { sealedAt: item.record.sealedAt, roots }),
      environment: await environmentOf(item),
      picture: pictured ? await pictureOf(item) : undefined,
    })),
  );
}

/** A file that still is what was sealed; a damaged one is quarantined by reading it, and no paper rests on it. */
async function heldArtefact(itemId: string, name: string): Promise<Blob | undefined> {
  try {
    return await readArtefact(itemId, name);
  } catch (error) {
    if (error instanceof DamagedArtefactError) return undefined;
    throw error;
  }
}

async function environmentOf({ id, record }: EvidenceItem): Promise<SealedEnvironment | undefined> {
  const artefact = record.artefacts.find(({ role }) => role === 'environment');
  if (!artefact) return undefined;
  const file = await heldArtefact(id, artefact.name);
  if (!file) return undefined;
  const value: unknown = JSON.parse(await file.text());
  return typeof value === 'object' && value !== null ? (value as SealedEnvironment) : undefined;
}

/** Height of what is cut out of a picture, as a part of its width: it stays legible on a page. */
const CUT = 1.1;
/** Space above the first finding, px. */
const ABOVE = 120;

/** The part of an annotated picture that shows the first finding; none where no picture shows one. */
async function pictureOf({ id, record, dismissed }: EvidenceItem): Promise<PaperPicture | undefined> {
  const finding = record.findings.find(
    ({ id: findingId, disposition, rect }) => disposition === 'claim' && rect && !dismissed.includes(findingId),
  );
  const pictures = record.artefacts.filter(({ role, region }) => role === 'annotated' && region);
  const shown = pictures.find(({ region }) => finding?.rect && isWithin(finding.rect.y, region!)) ?? pictures[0];
  if (!shown?.region) return undefined;
  const file = await heldArtefact(id, shown.name);
  if (!file) return undefined;
  const bitmap = await createImageBitmap(file);
  try {
    const top = finding?.rect ? (finding.rect.y - shown.region.y) * shown.region.scale - ABOVE : 0;
    const height = Math.min(bitmap.height, Math.round(bitmap.width * CUT));
    const from = Math.max(0, Math.min(Math.round(top), bitmap.height - height));
    const canvas = new OffscreenCanvas(bitmap.width, height);
    canvas.getContext('2d')!.drawImage(bitmap, 0, from, bitmap.width, height, 0, 0, bitmap.width, height);
    const cut = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await cut.arrayBuffer());
    return { bytes, width: bitmap.width, height, name: shown.name, sha256: shown.sha256 };
  } finally {
    bitmap.close();
  }
}

const isWithin = (y: number, region: NonNullable<Artefact['region']>) => y >= region.y && y < region.y + region.height;
