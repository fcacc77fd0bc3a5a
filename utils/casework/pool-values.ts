import type { Case } from '../evidence/case.ts';
import { canConfirm } from '../evidence/desk.ts';
import { createSha256 } from '../evidence/digest.ts';
import { isPractice, isPracticeCase, PRACTICE_CASE_ID } from '../evidence/practice.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { type SurveyOutcome, surveyResultInWords } from '../lists/survey-outcome.ts';
import type { LibraryValue } from '../pool/library.ts';
import type { ItemState } from '../pool/shared-value.ts';
import { appendWithin } from '../store/custody-store.ts';
import { openDatabase, transact } from '../store/database.ts';
import { changeItem } from '../store/evidence-store.ts';
import { notify } from '../store/notices.ts';

function stateOf({ status, dismissed, caseId, confirmations, papers }: EvidenceItem): ItemState {
  return {
    status,
    dismissed,
    ...(caseId ? { caseId } : {}),
    ...(confirmations?.length ? { confirmations } : {}),
    ...(papers?.length ? { papers } : {}),
  };
}

/** As every library has it that took the item in. */
function isPlain({ record, ...item }: EvidenceItem): boolean {
  const sealed = record.dismissed ?? [];
  const asSealed = item.dismissed.length === sealed.length && item.dismissed.every((id) => sealed.includes(id));
  return item.status === 'pending' && asSealed && !item.caseId && !item.confirmations?.length && !item.papers?.length;
}

/** Cases, states of items and outcomes of surveys as they stand here. */
export async function poolValues(): Promise<LibraryValue[]> {
  const database = await openDatabase();
  const [cases, outcomes] = await Promise.all([database.getAll('cases'), database.getAll('surveyOutcomes')]);
  const values: LibraryValue[] = [
    ...cases
      .filter((value) => !isPracticeCase(value))
      .map((value) => ({ of: 'case' as const, key: value.id, value, plain: false })),
    ...outcomes.map((value) => ({ of: 'survey' as const, key: value.key, value, plain: false })),
  ];
  // One after the other: not all records stand in memory.
  for await (const { value } of database.transaction('items').store)
    if (!isPractice(value))
      values.push({ of: 'item', key: value.digest.sha256, value: stateOf(value), plain: isPlain(value) });
  return values;
}

/** Puts a value that the pool has into the library, with a line of the log that says whose it is. */
export async function applyPoolValue(
  { of, key, value }: Pick<LibraryValue, 'of' | 'key' | 'value'>,
  { person, from, itemId }: { person: string; from: string; itemId: string | undefined },
): Promise<void> {
  if (of === 'item') {
    if (itemId === undefined) return;
    const { status, dismissed, caseId, confirmations, papers } = value as ItemState;
    const detail = `从证据池取得${from}的修改`;
    await changeItem(itemId, 'status-changed', person, detail, ({ caseId: _left, ...item }) => ({
      ...item,
      status,
      dismissed,
      // Each library has its own practice: no item of a colleague is of it.
      ...(caseId && caseId !== PRACTICE_CASE_ID ? { caseId } : {}),
      // A colleague's machine can be made to say that he confirmed what he captured himself.
      ...(confirmations
        ? { confirmations: confirmations.filter(({ officer }) => canConfirm(item.record, officer)) }
        : {}),
      ...(papers ? { papers } : {}),
    }));
    return;
  }
  // Each library has its own practice; what comes under that name is nobody's case.
  if (of === 'case' && isPracticeCase({ id: key })) return;
  const sha256 = await createSha256();
  const line = await transact(['cases', 'surveyOutcomes', 'custody'], async (transaction) => {
    if (of === 'case') await transaction.objectStore('cases').put(value as Case);
    else await transaction.objectStore('surveyOutcomes').put(value as SurveyOutcome);
    const what =
      of === 'case'
        ? `案件 ${(value as Case).name || key}`
        : `核查结果 ${key}：${surveyResultInWords((value as SurveyOutcome).result)}`;
    const entry = { act: 'imported', person, detail: `从证据池取得${from}的修改：${what}` } as const;
    return appendWithin(transaction.objectStore('custody'), entry, sha256);
  });
  notify({ kind: of, key });
  notify({ kind: 'log', key: String(line.sequence) });
}
