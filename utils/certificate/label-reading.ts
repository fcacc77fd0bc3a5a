import type { LabelMeaning } from '../../rules/certificate-label.ts';
import type { Label } from './labels.ts';
import type { Value } from './values.ts';

/** A label with the value that was found for it; `value` is empty when it is masked. */
export interface Reading {
  meaning: LabelMeaning;
  value: string;
  raw: string;
  /** The page's own characters, where `raw` is their simplified form. */
  written?: string;
  /** Where `raw` starts, in characters of the whole page. */
  start: number;
  weak: boolean;
  /** Its label is one that only certificates and reports carry. */
  specific: boolean;
  /** The label, folded; empty in prose. */
  label: string;
}

/** The readings of one certificate in the making, with the words around them. */
export interface Group {
  readings: Reading[];
  /** Lines that belong to it, titles included, bounded. */
  text: string;
  /** It has a title of its own. */
  titled: boolean;
  /** It stands in a box or table of its own. */
  boxed: boolean;
  /** A row or column of a table of certificates: never joined with its neighbours. */
  record: boolean;
}

/** A value placed on the page. `base` is where the text that was cut starts. */
export function readingOf(label: Label, value: Value, base: number): Reading {
  return {
    meaning: label.meaning,
    value: value.value,
    raw: value.raw,
    start: base + value.start,
    weak: label.weak,
    specific: label.specific,
    label: label.text,
  };
}

/** A label without a readable value still ends the one before it and speaks for what kind of list this is. */
export function emptyReading(label: Label, start: number): Reading {
  return readingOf(label, { value: '', raw: '', start: 0 }, start);
}
