import { newCase } from '../evidence/case.ts';
import { isPractice, isPracticeAddress, PRACTICE_CASE_ID } from '../evidence/practice.ts';
import { discardJob, listJobs } from '../store/capture-store.ts';
import { deleteCase, readCase, saveCase } from '../store/cases.ts';
import { deleteItem, listItems } from '../store/evidence-store.ts';

/** As the case and the lines of the log name it, whoever reads them. */
export const PRACTICE_NAME = '练习案件';

/** Opens the practice case where there is none; what is sealed of the practice page is filed there. @param today local date, ISO 8601 */
export async function openPracticeCase(registrar: { name: string; licence: string }, today: string): Promise<void> {
  if (await readCase(PRACTICE_CASE_ID)) return;
  const fresh = newCase({ id: PRACTICE_CASE_ID, registrar, today, now: new Date().toISOString() });
  await saveCase({ ...fresh, name: PRACTICE_NAME });
}

/**
 * Deletes the practice case whole: its items, captures of the practice page that were cut off, and the case. The log keeps a line for
 * each item and capture and for the case, as for any other; it is not shortened.
 * @returns how many items went
 */
export async function deletePractice(person: string): Promise<number> {
  const items = (await listItems()).filter(isPractice);
  for (const { id } of items) await deleteItem(id, `删除${PRACTICE_NAME}`, person);
  for (const job of await listJobs())
    if (job.state === 'interrupted' && isPracticeAddress(job.url))
      await discardJob(job.id, 'capture-cancelled', `删除${PRACTICE_NAME}，已截取的内容已删除`, person);
  await deleteCase(PRACTICE_CASE_ID, person);
  return items.length;
}
