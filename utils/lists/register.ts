import type { RegisterColumn, RegisterKind } from '../../rules/register-columns.ts';

/** One row of a list, as printed there; empty cells are absent. */
export type RegisterValues = { name: string } & Partial<Record<Exclude<RegisterColumn, 'name'>, string>>;

/** Where each column stands in the file, counted from 0. */
export type ColumnMapping = Partial<Record<RegisterColumn, number>>;

/** What says which list, in which state, something was compared with. */
export interface RegisterStamp {
  kind: RegisterKind;
  name: string;
  /** The day that the list is of, ISO 8601. */
  date: string;
  /** Where the office has it from. */
  source: string;
  /** Of the imported file. */
  sha256: string;
  rows: number;
}

/** Why a row of a file could not be taken in. */
export type RowFault = 'no-name' | 'name-too-long' | 'formula' | 'cell-too-long' | 'quotes' | 'no-text';

export interface UnreadRow {
  /** As a table program counts, the first row of the file being 1. */
  row: number;
  fault: RowFault;
}

/** A list that was taken in. */
export interface RegisterList extends RegisterStamp {
  id: string;
  fileName: string;
  /** UTC, ISO 8601. */
  importedAt: string;
  /** Rows that could not be taken in: how many, and the first of them. */
  unreadRows: number;
  unread: readonly UnreadRow[];
}

export const stampOf = ({ kind, name, date, source, sha256, rows }: RegisterList): RegisterStamp => ({
  kind,
  name,
  date,
  source,
  sha256,
  rows,
});

/** What a list says against the approval of a body that stands in it, in the list's own words. */
export interface StandingFault {
  aspect: 'status' | 'validUntil' | 'scope';
  /** The cell of the list. */
  listed: string;
  /** What it was compared with: the day, or the kind of certificate; absent for a state, which speaks for itself. */
  against?: string;
}

/** A name on a certificate that was looked for in the lists of its kind. */
export interface RegisterCheck {
  field: 'issuingBody' | 'holder';
  name: string;
  listed: boolean;
  /** Those that hold the name or, when none does, all that were searched. */
  lists: readonly RegisterStamp[];
  /** The names on the lists that fitted or, when none did, that come near. */
  names: readonly string[];
  /** What the lists say against the approval, when every row of the body has something; absent where nothing was said. */
  faults?: readonly StandingFault[];
}
