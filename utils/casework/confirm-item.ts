import { ExpectedFailure } from '../base/expected-failure.ts';
import { confirmationWords } from '../bundle/report-words.ts';
import { canConfirm } from '../evidence/desk.ts';
import type { Confirmation, EvidenceItem } from '../evidence/record.ts';
import { changeItem, readItem, UnknownItemError } from '../store/evidence-store.ts';
import { DamagedArtefactError, damagedParts, recordHealth } from '../store/health.ts';

/** Whoever captured the item cannot be the second officer. */
export class SameOfficerError extends ExpectedFailure {
  override name = 'SameOfficerError';
  constructor(officer: string) {
    super('error_sameOfficer', [officer]);
  }
}

/**
 * The second officer's confirmation: everything is hashed again first, and what no longer holds cannot be confirmed. The
 * confirmation stands beside the seal and in the log, where the officer is the person who acts.
 * @throws SameOfficerError, DamagedArtefactError
 */
export async function confirmItem(
  id: string,
  { officer, points, remark }: Omit<Confirmation, 'at'>,
  signal?: AbortSignal,
): Promise<EvidenceItem> {
  const item = await readItem(id);
  if (!item) throw new UnknownItemError(id);
  if (!canConfirm(item.record, officer)) throw new SameOfficerError(officer.name);
  const damaged = await damagedParts(item, signal ? { signal } : {});
  if (damaged.length) {
    await recordHealth(id, damaged);
    throw new DamagedArtefactError(id, damaged.join('、'));
  }
  const at = new Date().toISOString();
  const confirmation: Confirmation = { officer, points, remark: remark.trim(), at };
  return changeItem(id, 'confirmed', officer.name, confirmationWords(confirmation), (stored) => ({
    ...stored,
    health: { checkedAt: at, damaged: [] },
    confirmations: [...(stored.confirmations ?? []), confirmation],
  }));
}
