import { APPROVAL_WORDS, type RegisterKind } from '../../rules/register-columns.ts';
import { lookUpKeys } from './name-key.ts';
import type { StandingFault } from './register.ts';
import type { RegisterEntry } from './register-entry.ts';
import { standingFaults } from './standing-faults.ts';

/** A registered business whose name or scope holds a word of the notice and which stands in no list of the approval that belongs to it, or with one that is not in force. */
export interface SurveyRow {
  listId: string;
  /** In the file of its list. */
  row: number;
  name: string;
  creditCode: string;
  address: string;
  status: string;
  words: readonly string[];
  /** The words stand in the name, not only in the scope. */
  inName: boolean;
  /** The scope around the first word; empty when it stands in the name only. */
  excerpt: string;
  /** The lists in which it was looked for and not found. */
  absent: readonly RegisterKind[];
  /** The approvals that were found and are not in force, and why not. */
  faulty: readonly { kind: RegisterKind; faults: readonly StandingFault[] }[];
}

/** What the lists of one kind of approval are searched by, keys of names and credit codes, with what speaks against each. */
export type Approvals = ReadonlyMap<RegisterKind, ReadonlyMap<string, readonly StandingFault[]>>;

/** Enters an approval under its keys; one that is in order stands before others of the same body. @param day ISO 8601 */
export function addApproval(approvals: Map<string, readonly StandingFault[]>, entry: RegisterEntry, day: string): void {
  const faults = standingFaults(entry, day);
  for (const key of approvalKeys(entry)) {
    const known = approvals.get(key);
    if (!known || known.length > 0) approvals.set(key, faults.length === 0 || !known ? faults : known);
  }
}

/** The keys under which an approval is found. */
export const approvalKeys = ({ nameKey, creditKey }: RegisterEntry): string[] =>
  [nameKey, creditKey ?? ''].filter((key) => key !== '');

const BEFORE = 12;
const AFTER = 48;

function excerptOf(scope: string, words: readonly string[]): string {
  const at = Math.min(...words.map((word) => scope.indexOf(word)).filter((index) => index >= 0));
  if (!Number.isFinite(at)) return '';
  const first = Math.max(0, at - BEFORE);
  const last = Math.min(scope.length, at + AFTER);
  return `${first > 0 ? '…' : ''}${scope.slice(first, last)}${last < scope.length ? '…' : ''}`;
}

/** The words of the notice in the name or scope of a business. */
export const approvalWords = ({ name, scope = '' }: Pick<RegisterEntry, 'name' | 'scope'>): string[] =>
  APPROVAL_WORDS.map(({ word }) => word).filter((word) => name.includes(word) || scope.includes(word));

/**
 * The row that a business has in the survey; null when it holds none of the words or was found in order. What can only be found in a list
 * that was never imported is not looked for.
 */
export function surveyRow(entry: RegisterEntry & { listId: string }, approvals: Approvals): SurveyRow | null {
  const words = approvalWords(entry);
  if (words.length === 0) return null;
  const needed = new Set(APPROVAL_WORDS.filter(({ word }) => words.includes(word)).map(({ approval }) => approval));
  const keys = [...approvalKeys(entry), ...lookUpKeys(entry.name)];
  const absent: RegisterKind[] = [];
  const faulty: { kind: RegisterKind; faults: readonly StandingFault[] }[] = [];
  for (const kind of needed) {
    const approved = approvals.get(kind);
    if (!approved) continue;
    const found = keys.map((key) => approved.get(key)).filter((faults) => faults !== undefined);
    if (found.length === 0) absent.push(kind);
    else if (found.every(({ length }) => length > 0)) faulty.push({ kind, faults: found[0]! });
  }
  if (absent.length + faulty.length === 0) return null;
  const { listId, row, name, creditCode = '', address = '', status = '', scope = '' } = entry;
  return {
    listId,
    row,
    name,
    creditCode,
    address,
    status,
    words,
    inName: words.some((word) => name.includes(word)),
    excerpt: excerptOf(scope, words),
    absent,
    faulty,
  };
}

export const SURVEY_ORDERS = ['file', 'name', 'words', 'status'] as const;

export type SurveyOrder = (typeof SURVEY_ORDERS)[number];

/** The rows in each order, as indices: sorting many Chinese names takes seconds and is done once. */
export function surveyOrders(rows: readonly SurveyRow[]): Record<SurveyOrder, Uint32Array<ArrayBuffer>> {
  const { compare } = new Intl.Collator('zh-Hans-CN');
  const all = () => Uint32Array.from(rows, (_, index) => index);
  const byName = all().sort((one, other) => compare(rows[one]!.name, rows[other]!.name));
  const rank = new Uint32Array(rows.length);
  for (const [place, index] of byName.entries()) rank[index] = place;
  const then = (key: (row: SurveyRow) => string) => {
    const keys = rows.map(key);
    const values = [...new Set(keys)].sort(compare);
    const places = new Map(values.map((value, place) => [value, place]));
    const place = Uint32Array.from(keys, (value) => places.get(value)!);
    return all().sort((one, other) => place[one]! - place[other]! || rank[one]! - rank[other]!);
  };
  return {
    file: all(),
    name: byName,
    words: then(({ words }) => words.join('')),
    status: then(({ status }) => status),
  };
}

/** Which rows are wanted, in which order. */
export interface SurveySelection {
  order: SurveyOrder;
  /** Rows that hold any of these words; empty is all. */
  words: readonly string[];
  inNameOnly: boolean;
  /** In name, credit code, address, status or excerpt. */
  query: string;
}

/** The rows wanted, as indices. */
export function selectRows(
  rows: readonly SurveyRow[],
  orders: Record<SurveyOrder, Uint32Array<ArrayBuffer>>,
  { order, words, inNameOnly, query }: SurveySelection,
): Uint32Array<ArrayBuffer> {
  const wanted = query.normalize('NFKC').trim().toUpperCase();
  const holds = (text: string) => text.toUpperCase().includes(wanted);
  return orders[order].filter((index) => {
    const row = rows[index]!;
    if (inNameOnly && !row.inName) return false;
    if (words.length > 0 && !row.words.some((word) => words.includes(word))) return false;
    if (wanted === '') return true;
    return holds(row.name) || holds(row.creditCode) || holds(row.address) || holds(row.status) || holds(row.excerpt);
  });
}
