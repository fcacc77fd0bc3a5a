import type { EvidenceItem } from '../evidence/record.ts';
import type { PartyReading } from './party-fact.ts';

/** What the sealed records of items say of their pages' parties, in the order of the items; a page that names nobody is left out. */
export const partyReadings = (items: readonly Pick<EvidenceItem, 'id' | 'record'>[]): PartyReading[] =>
  items.flatMap(({ id, record }) =>
    record.party?.length ? [{ itemId: id, url: record.page.url, facts: record.party }] : [],
  );
