import type { PartyFactKind } from '../../rules/party-facts.ts';
import type { Case, CaseChange } from '../evidence/case.ts';
import { type PartyFact, valuesOf } from './party-fact.ts';

/** The field of a case that a fact fills; absent for what only stands beside the case. */
export type FilledField = keyof Case['party'] | 'shop';

/** Into which field a fact goes; a licence display and a shop's number stand beside the case as they were read. */
export const FIELD_OF: Readonly<Partial<Record<PartyFactKind, FilledField>>> = {
  name: 'name',
  operator: 'name',
  creditCode: 'creditCode',
  registeredAddress: 'registeredAddress',
  businessAddress: 'businessAddress',
  contact: 'contact',
  icpNumber: 'icpNumber',
  shop: 'shop',
};

/** What putting a value into its field changes. */
export const fillField = (field: FilledField, value: string): CaseChange =>
  field === 'shop' ? { shop: value } : { party: { [field]: value } };

/**
 * The fields that a page fills: the first value of each, nothing where the page is silent. A shop's page carries the platform's own
 * operator and 备案号 in its footer; those are the platform's and are left for the officer to take.
 */
export function filledFrom(facts: readonly PartyFact[]): { party: Partial<Case['party']>; shop?: string } {
  const [shop] = valuesOf(facts, 'shop');
  const first = (kind: PartyFactKind) => valuesOf(facts, kind)[0];
  const own: Record<keyof Case['party'], string | undefined> = {
    name: first('name') ?? (shop === undefined ? first('operator') : undefined),
    creditCode: first('creditCode'),
    registeredAddress: first('registeredAddress'),
    businessAddress: first('businessAddress'),
    contact: first('contact'),
    icpNumber: shop === undefined ? first('icpNumber') : undefined,
  };
  const party = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { party, ...(shop === undefined ? {} : { shop }) };
}
