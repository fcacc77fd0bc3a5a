import { ExpectedFailure } from '../base/expected-failure.ts';
import { canonicalJson, plainCopy } from '../evidence/canonical-json.ts';
import type { CaptureJob } from '../evidence/capture-job.ts';
import { personOf } from '../evidence/desk.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { Artefact, EvidenceItem, EvidenceRecord } from '../evidence/record.ts';
import { misshapenMember } from '../evidence/record-schema.ts';
import { sealRecord } from '../evidence/seal.ts';
import { totalSize } from '../evidence/total-size.ts';
import { appendWithin } from '../store/custody-store.ts';
import { transact, under } from '../store/database.ts';
import { ensureRoomFor } from '../store/disk-reserve.ts';
import { damagedParts } from '../store/health.ts';
import { notify } from '../store/notices.ts';
import { indexNumbers, removeNumbers } from '../store/number-index.ts';
import { signingKey } from '../store/signing-key.ts';

/** What was read back after sealing is not what was captured; the item was withdrawn again. */
export class SealReadBackError extends ExpectedFailure {
  override name = 'SealReadBackError';
  constructor(damaged: readonly string[]) {
    super('error_sealReadBack', [damaged.join('、')]);
  }
}

/**
 * Turns a finished capture into an evidence item: record, every staged artefact, the custody line and the end of the job in
 * one strict transaction, then everything is read back and hashed again. `record.artefacts` must be what is staged.
 */
export async function sealItem(job: CaptureJob, record: EvidenceRecord): Promise<EvidenceItem> {
  const sealed = plainCopy(record);
  // Found now, not in months on another machine: no bundle with such a record could be verified.
  const misshapen = misshapenMember(sealed);
  if (misshapen) throw new Error(`no reader takes the record’s ${misshapen}`);
  const [key, sha256] = await Promise.all([signingKey(), createSha256()]);
  const item: EvidenceItem = {
    id: sealed.id,
    record: sealed,
    ...(await sealRecord(sealed, key)),
    status: 'pending',
    health: { checkedAt: sealed.sealedAt, damaged: [] },
    dismissed: sealed.dismissed ?? [],
    ...(job.caseId ? { caseId: job.caseId } : {}),
  };
  // The files move from one store to the other: for a moment the disk holds them twice.
  await ensureRoomFor(totalSize(sealed.artefacts));
  const person = personOf(sealed);
  const line = await transact(['jobs', 'staged', 'items', 'artefacts', 'numbers', 'custody'], async (transaction) => {
    const staged = transaction.objectStore('staged');
    const artefacts = transaction.objectStore('artefacts');
    const rows = await staged.getAll(under(job.id));
    requireSameList(
      rows.map((row) => row.artefact),
      sealed.artefacts,
    );
    await transaction.objectStore('items').add(item);
    await indexNumbers(transaction.objectStore('numbers'), item);
    for (const { jobId: _job, artefact: _facts, ...kept } of rows) await artefacts.add({ itemId: item.id, ...kept });
    await staged.delete(under(job.id));
    await transaction
      .objectStore('jobs')
      .put({ ...job, state: 'sealed', itemId: item.id, endedAt: job.endedAt ?? sealed.sealedAt });
    const { sha256: itemSha256 } = item.digest;
    const began = job.startedLine === undefined ? '' : `，开始取证见第 ${job.startedLine} 行`;
    const detail = `封存 ${rows.length} 个文件${began}`;
    return appendWithin(
      transaction.objectStore('custody'),
      { act: 'captured', itemId: item.id, person, detail, itemSha256 },
      sha256,
    );
  });
  const damaged = await damagedParts(item);
  if (damaged.length) {
    await withdraw(job, item, person, damaged);
    throw new SealReadBackError(damaged);
  }
  notify({ kind: 'item', key: item.id });
  notify({ kind: 'job', key: job.id });
  notify({ kind: 'log', key: String(line.sequence) });
  return item;
}

/** A record that names other files than those staged is a defect of the caller. */
function requireSameList(staged: readonly Artefact[], recorded: readonly Artefact[]): void {
  const byName = (list: readonly Artefact[]) =>
    canonicalJson([...plainCopy(list)].sort((a, b) => (a.name < b.name ? -1 : 1)));
  if (byName(staged) !== byName(recorded)) throw new Error('the record does not list the staged artefacts');
}

async function withdraw(job: CaptureJob, item: EvidenceItem, person: string, damaged: readonly string[]) {
  const sha256 = await createSha256();
  const detail = `封存后读回不一致，已撤回：${damaged.join('、')}`;
  await transact(['jobs', 'items', 'artefacts', 'numbers', 'custody'], async (transaction) => {
    await transaction.objectStore('items').delete(item.id);
    await removeNumbers(transaction.objectStore('numbers'), item.id);
    await transaction.objectStore('artefacts').delete(under(item.id));
    await transaction.objectStore('jobs').put({
      ...job,
      state: 'failed',
      endedAt: new Date().toISOString(),
      failure: { key: 'error_sealReadBack', values: [damaged.join('、')] },
    });
    const { sha256: itemSha256 } = item.digest;
    await appendWithin(
      transaction.objectStore('custody'),
      { act: 'capture-interrupted', itemId: item.id, person, detail, itemSha256 },
      sha256,
    );
  });
  notify({ kind: 'job', key: job.id });
  notify({ kind: 'item', key: item.id });
}
