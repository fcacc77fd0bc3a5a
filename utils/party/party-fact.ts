import type { PartyFactKind } from '../../rules/party-facts.ts';

/** Something that a page says of who stands behind it, with the place where it was read. */
export interface PartyFact {
  fact: PartyFactKind;
  /** As the page writes it. */
  value: string;
  /** The page's words around the value; of one in the address the address. */
  before: string;
  after: string;
  /** Of a credit code: whether its check character fits the others. One that does not may still be real. */
  checked?: 'fits' | 'differs';
}

/** What was read of one page. */
export interface PartyReading {
  url: string;
  facts: readonly PartyFact[];
  /** The evidence item in whose record it is sealed; absent for a page that was only in view. */
  itemId?: string;
}

/** Facts of a kind, in the order of the page. */
export const valuesOf = (facts: readonly PartyFact[], kind: PartyFactKind): string[] =>
  facts.filter(({ fact }) => fact === kind).map(({ value }) => value);
