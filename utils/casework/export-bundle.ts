import { ExpectedFailure } from '../base/expected-failure.ts';
import { verifyBundle } from '../bundle/verify-bundle.ts';
import { bundleName, writeBundle } from '../bundle/write-bundle.ts';
import { refusePractice } from '../evidence/practice.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { totalSize } from '../evidence/total-size.ts';
import { markExported } from '../store/evidence-store.ts';
import { rulesetInForce } from '../store/rules-in-force.ts';
import { readSettings } from '../store/settings.ts';
import { openBundleFile } from './bundle-file.ts';
import { bundleSources } from './bundle-sources.ts';
import { bundleStamp } from './bundle-stamp.ts';
import { officePapers } from './office-papers.ts';

/** The written file does not hold what was put into it. */
export class ExportReadBackError extends ExpectedFailure {
  override name = 'ExportReadBackError';
  constructor(failed: readonly string[]) {
    super('error_exportReadBack', [failed.join(' ')]);
  }
}

export interface ExportRequest {
  items: readonly EvidenceItem[];
  person: string;
  signal: AbortSignal;
  onProgress: (phase: 'writing' | 'verifying', done: number, total: number) => void;
}

/** What was handed over. */
export interface ExportedBundle {
  /** File name. */
  name: string;
  /** Bytes. */
  size: number;
  /** Files that did not hold before, and are named so in the bundle. */
  damaged: number;
}

/** Bytes of the artefacts of items. */
export const sizeOfItems = (items: readonly EvidenceItem[]) =>
  totalSize(items.flatMap(({ record }) => record.artefacts));

/**
 * Writes the items into one bundle, reads the file back and checks every layer of it, hands it over, and writes a line into
 * the log of each item. A run that fails or is cancelled leaves no file. Of an item that is known to be damaged the bundle says
 * so, and its check fails for these files and no others.
 * @throws ExportReadBackError, DamagedArtefactError, DamagedRecordError, PracticeError
 */
export async function exportBundle({ items, person, signal, onProgress }: ExportRequest): Promise<ExportedBundle> {
  // Before anybody is asked where to save.
  refusePractice(items);
  const now = new Date();
  const name = `${bundleName(items, now)}.zip`;
  const file = await openBundleFile(sizeOfItems(items), name);
  try {
    const settings = await readSettings();
    const summary = await writeBundle({
      ...(await bundleSources(
        items.map(({ id }) => id),
        signal,
      )),
      documents: await officePapers(items, settings),
      ...(settings.timestampUrl ? { stamp: bundleStamp(settings.timestampUrl) } : {}),
      now,
      sink: await file.sink(),
      ruleset: await rulesetInForce(),
      onProgress: ({ done, total }) => onProgress('writing', done, total),
      signal,
    });
    const written = await file.read();
    const verdict = await verifyBundle(written, {
      onProgress: ({ done, total }) => onProgress('verifying', done, total),
      signal,
    });
    const failed = verdict.checks.filter(({ state, declared }) => state === 'failed' && !declared);
    if (failed.length) throw new ExportReadBackError(failed.map(({ sentence }) => sentence));
    const { tagManifestSha256 } = summary;
    for (const { id } of items) {
      const damaged = summary.damaged.filter(({ itemId }) => itemId === id).map((part) => part.name);
      await markExported(id, { bundle: name, tagManifestSha256, damaged }, person);
    }
    file.handOver(written, name);
    return { name, size: written.size, damaged: summary.damaged.length };
  } catch (error) {
    await file.discard();
    throw error;
  }
}
