import type { RegisterKind } from '../../rules/register-columns.ts';
import { type Approvals, addApproval, type SurveyRow, surveyRow } from '../lists/approval-survey.ts';
import type { RegisterList, StandingFault } from '../lists/register.ts';
import { readEntries } from '../store/register-store.ts';

/** Businesses read so far, of all in the lists of businesses. */
export interface SurveyProgress {
  done: number;
  total: number;
}

const APPROVALS = ['certification-body', 'cma-institution'] as const satisfies readonly RegisterKind[];

async function readApprovals(lists: readonly RegisterList[], day: string, signal?: AbortSignal): Promise<Approvals> {
  const approvals = new Map<RegisterKind, Map<string, readonly StandingFault[]>>();
  for (const kind of APPROVALS) {
    const own = lists.filter((list) => list.kind === kind);
    if (own.length === 0) continue;
    const keys = new Map<string, readonly StandingFault[]>();
    for (const { id } of own)
      for await (const entries of readEntries(id, signal)) for (const entry of entries) addApproval(keys, entry, day);
    approvals.set(kind, keys);
  }
  return approvals;
}

/**
 * Goes through the registered businesses and gives, some at a time, those with words of the notice (part 四（五）) and no approval
 * in force in the imported lists. A business that stands in several lists comes once.
 */
export async function* surveyApprovals(
  lists: readonly RegisterList[],
  options: { day: string; signal?: AbortSignal; onProgress?: (progress: SurveyProgress) => void },
): AsyncGenerator<SurveyRow[]> {
  const approvals = await readApprovals(lists, options.day, options.signal);
  const businesses = lists.filter(({ kind }) => kind === 'business');
  const total = businesses.reduce((sum, { rows }) => sum + rows, 0);
  const seen = new Set<string>();
  let done = 0;
  for (const { id } of businesses)
    for await (const entries of readEntries(id, options.signal)) {
      done += entries.length;
      options.onProgress?.({ done, total });
      const fresh = entries.filter((entry) => {
        const key = entry.creditKey ?? entry.name;
        return !seen.has(key) && seen.add(key);
      });
      yield fresh.flatMap((entry) => surveyRow(entry, approvals) ?? []);
    }
}
