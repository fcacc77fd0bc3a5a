import type { LeadColumn } from '../../rules/lead-columns.ts';
import type { LeadImport } from '../../utils/casework/import-leads.ts';
import type { CaseSource } from '../../utils/evidence/case.ts';
import type { Mapping } from '../../utils/lists/map-columns.ts';
import type { ImportPreview } from '../register/import-state.ts';

/** What the officer decides before a list becomes leads. */
export interface LeadChoices {
  source: CaseSource;
  /** Day on which the office received the list, ISO 8601. */
  receivedOn: string;
  mapping: Mapping<LeadColumn>;
  /** Place of the heads among the rows shown. */
  headIndex: number;
}

/** A list as it lies before the officer. */
export interface LeadPreview extends Omit<ImportPreview, 'choices'> {
  choices: LeadChoices;
}

export type LeadImportState =
  | { phase: 'reading'; fileName: string }
  | { phase: 'preview'; preview: LeadPreview }
  | { phase: 'storing'; fileName: string; size: number; bytes: number; rows: number }
  | { phase: 'done'; fileName: string; result: LeadImport }
  | { phase: 'failed'; fileName: string; reason: string };

/** What names somebody or some place: without one of these columns no row can become a lead. */
export const names = (mapping: Mapping<LeadColumn>): boolean =>
  (['party', 'creditCode', 'shop', 'url'] as const).some((column) => mapping[column] !== undefined);
