import type { LeadColumn } from '../../../rules/lead-columns.ts';
import type { FailureKey } from '../../../utils/base/expected-failure.ts';
import type { LeadImport, LeadOrder } from '../../../utils/casework/import-leads.ts';
import type { ImportProgress, RegisterOrder } from '../../../utils/casework/import-register.ts';
import type { RegisterHits } from '../../../utils/casework/search-registers.ts';
import type { SurveyProgress } from '../../../utils/casework/survey-approvals.ts';
import type { CaseSource } from '../../../utils/evidence/case.ts';
import type { SurveyRow, SurveySelection } from '../../../utils/lists/approval-survey.ts';
import type { GuessedFacts } from '../../../utils/lists/guess-facts.ts';
import type { Mapping } from '../../../utils/lists/map-columns.ts';
import type { OpenTable } from '../../../utils/lists/open-table.ts';
import type { ColumnMapping, RegisterList } from '../../../utils/lists/register.ts';
import type { TableRow } from '../../../utils/lists/table-row.ts';

/** What is known of a file before it is taken in. */
export interface Inspection {
  format: OpenTable['format'];
  sha256: string;
  head: readonly TableRow[];
  /** Place of the heads among `head`. */
  headIndex: number;
  mapping: ColumnMapping;
  guess: GuessedFacts;
}

/** What is known of a list of leads before it is taken in. */
export interface LeadInspection extends Pick<Inspection, 'format' | 'sha256' | 'head' | 'headIndex'> {
  mapping: Mapping<LeadColumn>;
  source: CaseSource;
}

/** What the worker of the lists does: argument, reports on the way, result. */
export interface RegisterTasks {
  inspect: { input: File; report: { bytes: number }; output: Inspection };
  /** Of the file that was inspected last. */
  import: { input: RegisterOrder; report: ImportProgress; output: RegisterList };
  inspectLeads: { input: File; report: { bytes: number }; output: LeadInspection };
  /** Of the list of leads that was inspected last. */
  importLeads: { input: LeadOrder; report: ImportProgress; output: LeadImport };
  survey: {
    /** The day on which approvals are to be valid, ISO 8601. */
    input: { day: string };
    report: SurveyProgress | { rows: readonly SurveyRow[] };
    output: null;
  };
  /** Of the survey made last: the indices of the rows wanted. */
  select: { input: SurveySelection; report: never; output: Uint32Array };
  /** Of the survey made last: rows by their indices, in this order. */
  export: { input: { format: 'xlsx' | 'csv'; rows: Uint32Array }; report: never; output: Blob };
  search: { input: string; report: never; output: RegisterHits };
  /** Takes away what cut-off imports left. */
  cleanUp: { input: null; report: never; output: null };
}

export type RegisterTask = keyof RegisterTasks;

export interface TaskRequest<Task extends RegisterTask = RegisterTask> {
  id: number;
  task: Task;
  input: RegisterTasks[Task]['input'];
}

export type TaskReply =
  | { id: number; report: unknown }
  | { id: number; output: unknown }
  | { id: number; failure: { key: FailureKey; values: readonly string[] } }
  | { id: number; defect: string };
