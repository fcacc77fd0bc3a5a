import type { SurveyRow } from '../../utils/lists/approval-survey.ts';

/** Businesses gone through, or why there is nothing to go through. */
export type SurveyState =
  | { phase: 'no-businesses' | 'no-approvals' }
  | { phase: 'running'; done: number; total: number }
  | { phase: 'failed'; reason: string }
  | { phase: 'done'; rows: readonly SurveyRow[] };
