import { newCase } from '../evidence/case.ts';
import type { Officer } from '../evidence/record.ts';
import { filledFrom } from '../party/fill-case.ts';
import type { PartyReading } from '../party/party-fact.ts';
import { saveCase } from '../store/cases.ts';

/** What a case is opened from: the page in view, or the first of the items chosen. */
export interface CaseStart {
  title: string;
  /** Host name without `www.`; empty for a file. */
  host: string;
  registrar: Officer;
  /** Local date on which the lead was found, ISO 8601. */
  today: string;
  /** What the page, or the first items, say of their party. */
  readings?: readonly PartyReading[];
}

/** Characters of a page's title that name a case until an officer names it. */
const NAME_LENGTH = 40;

/** Opens a case, its party filled in as far as the pages name it, and returns its id. */
export async function openCase({ title, host, registrar, today, readings = [] }: CaseStart): Promise<string> {
  const fresh = newCase({ id: crypto.randomUUID(), registrar, today, now: new Date().toISOString() });
  const { party, shop = '' } = filledFrom(readings.flatMap(({ facts }) => facts));
  await saveCase({
    ...fresh,
    name: party.name || shop || title.trim().slice(0, NAME_LENGTH),
    party: { ...fresh.party, ...party },
    shop,
    platform: host,
    ...(readings.length > 0 ? { readings } : {}),
  });
  return fresh.id;
}
