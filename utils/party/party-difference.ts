import type { Case } from '../evidence/case.ts';
import { nameKey } from '../lists/name-key.ts';
import { type PartyFact, valuesOf } from './party-fact.ts';

/** A fact in which page and case name different parties. */
export interface PartyDifference {
  fact: 'creditCode' | 'name' | 'shop';
  ofPage: string;
  ofCase: string;
}

type Named = Pick<Case, 'shop'> & { party: Pick<Case['party'], 'name' | 'creditCode'> };

const samePart = (one: string, other: string) => {
  const [a, b] = [nameKey(one), nameKey(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
};

/**
 * In what a page's party differs from the case's, by the surest fact that both state; undefined where they agree or one is silent.
 * A page of a shop carries its platform's operator in the footer: that name is not compared then.
 */
export function partyDifference({ party, shop }: Named, facts: readonly PartyFact[]): PartyDifference | undefined {
  const shops = valuesOf(facts, 'shop');
  const names = [...valuesOf(facts, 'name'), ...(shops.length > 0 ? [] : valuesOf(facts, 'operator'))];
  const compared = [
    ['creditCode', valuesOf(facts, 'creditCode'), party.creditCode, (one: string, other: string) => one === other],
    ['name', names, party.name, samePart],
    ['shop', shops, shop, samePart],
  ] as const;
  for (const [fact, ofPage, ofCase, same] of compared) {
    const stated = ofCase.trim();
    if (stated === '' || ofPage.length === 0) continue;
    return ofPage.some((value) => same(value, stated)) ? undefined : { fact, ofPage: ofPage[0]!, ofCase: stated };
  }
  return undefined;
}
