import type { FindingSign } from './finding.ts';

/** What a page as a whole is. */
export const PAGE_KINDS = [
  'certification-seller',
  'paper-seller',
  'shop',
  'body',
  'news',
  'law',
  'manual',
  'other',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** What is told of a page from its title and the beginning of its text. */
export interface PageTelling {
  kind: PageKind;
  /** How far it leans to selling papers: logarithm of the odds. */
  leaning: number;
  /** How far it leans to promises that are claims: what a claim's own weight is added to. */
  promising: number;
  /** What speaks for it, the strongest first. */
  signs: readonly FindingSign[];
}

export const UNTOLD: PageTelling = { kind: 'other', leaning: 0, promising: 0, signs: [] };
