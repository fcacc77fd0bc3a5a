import { LEAD_HEADINGS, LEAD_ORIGINS, type LeadColumn } from '../../rules/lead-columns.ts';
import type { CaseSource } from '../evidence/case.ts';
import { type Mapping, recogniseHeads } from './map-columns.ts';
import { nameKey } from './name-key.ts';
import { isFormula, LONGEST_CELL, unwrapped } from './read-values.ts';

/** What a row of a list of leads says; what it does not say is absent. */
export type LeadValues = Partial<Record<LeadColumn, string>>;

/** Why a row could not become a lead. */
export type LeadFault = 'nobody' | 'formula' | 'cell-too-long' | 'quotes';

/** =HYPERLINK("https://…","看这里"): the address is what the officer sees as a link. */
const HYPERLINK = /^=HYPERLINK\(\s{0,3}"([^"]{1,2000})"/i;

const cellOf = (cell: string, column: LeadColumn): string => {
  const address = column === 'url' ? HYPERLINK.exec(cell.trim())?.[1] : undefined;
  return address ?? unwrapped(cell);
};

/** The cells of a row by their columns, or why it is no lead: it names neither party nor shop nor page, or holds what is computed. */
export function readLead(cells: readonly string[], mapping: Mapping<LeadColumn>): LeadValues | LeadFault {
  const values: LeadValues = {};
  for (const [column, index] of Object.entries(mapping) as [LeadColumn, number][]) {
    const cell = cells[index] ?? '';
    if (cell.length > LONGEST_CELL) return 'cell-too-long';
    const value = cellOf(cell, column);
    if (isFormula(value)) return 'formula';
    if (value) values[column] = value;
  }
  return values.party || values.creditCode || values.shop || values.url ? values : 'nobody';
}

const two = (digits: string) => digits.padStart(2, '0');

/** The day of a cell, ISO 8601: 2026-11-23, 2026/11/23 09:00, 2026年11月23日; undefined when it is none. */
export function dayOf(cell: string): string | undefined {
  const [, year, month, day] = /(20\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})/.exec(cell) ?? [];
  if (!(year && month && day)) return undefined;
  const iso = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** By what two rows are the same lead: the number of its source, or else who, where and what. */
export const leadKey = (source: CaseSource, values: LeadValues): string =>
  values.number
    ? `${source} № ${values.number}`
    : [source, values.creditCode || nameKey(values.party ?? ''), values.url || values.shop, values.summary].join(' | ');

/** Heads and columns of a list of leads, as its first rows show them. */
export const recogniseLeads = (head: readonly (readonly string[])[]) => recogniseHeads(head, LEAD_HEADINGS, 'party');

/** From where the list seems to come; an officer sees it and can change it. */
export function guessOrigin(fileName: string, heads: readonly string[]): CaseSource {
  const told = [fileName, heads.join(' ')];
  for (const text of told) {
    const origin = LEAD_ORIGINS.find(({ words }) => words.test(text));
    if (origin) return origin.source;
  }
  return 'assigned';
}
