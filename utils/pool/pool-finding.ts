import type { LastHad } from './ledger.ts';
import type { LeftOut } from './left-out.ts';

/**
 * What is not as it should be in the pool: a file that segments name and that is gone; one whose bytes are others; a segment
 * whose forerunner is not there; two segments of one key under one number; a bundle that is not the item that its segment says;
 * changes of a segment that this version does not take.
 */
export interface PoolFinding {
  what: 'missing' | 'altered' | 'gap' | 'forked' | 'refused' | 'leftOut';
  place: string;
  /** The item that it holds, as its record names it. */
  item?: string;
  leftOut?: readonly LeftOut[];
  /** Nobody, for a file that no one here has read. */
  lastHad?: LastHad;
}

/** Somebody whose key no officer here has compared: what is theirs stays apart. */
export interface Stranger {
  key: string;
  office: string;
  person: string;
  segments: number;
  items: number;
}
