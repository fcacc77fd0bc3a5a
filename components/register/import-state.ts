import type { RegisterKind } from '../../rules/register-columns.ts';
import type { ColumnMapping } from '../../utils/lists/register.ts';
import type { TextEncoding } from '../../utils/lists/text-encoding.ts';

/** What the officer decides before a file is taken in. */
export interface ImportChoices {
  kind: RegisterKind;
  name: string;
  /** ISO 8601; empty until the officer says it. */
  date: string;
  source: string;
  mapping: ColumnMapping;
  /** Place of the heads among the rows shown. */
  headIndex: number;
  mode: 'replace' | 'add';
}

/** A file as it lies before the officer. */
export interface ImportPreview {
  fileName: string;
  /** Bytes. */
  size: number;
  format: TextEncoding | 'xlsx';
  rows: readonly (readonly string[])[];
  choices: ImportChoices;
}

export type ImportState =
  | { phase: 'reading'; fileName: string }
  | { phase: 'preview'; preview: ImportPreview }
  | { phase: 'storing'; fileName: string; size: number; bytes: number; rows: number }
  | { phase: 'failed'; fileName: string; reason: string };
