import { newCase } from '../evidence/case.ts';
import type { Officer } from '../evidence/record.ts';
import { saveCase } from '../store/cases.ts';

/** What a case is opened from: the page in view, or the first of the items chosen. */
export interface CaseStart {
  title: string;
  /** Host name without `www.`; empty for a file. */
  host: string;
  registrar: Officer;
  /** Local date on which the lead was found, ISO 8601. */
  today: string;
}

/** Characters of a page's title that name a case until an officer names it. */
const NAME_LENGTH = 40;

/** Opens a case and returns its id. */
export async function openCase({ title, host, registrar, today }: CaseStart): Promise<string> {
  const fresh = newCase({ id: crypto.randomUUID(), registrar, today, now: new Date().toISOString() });
  await saveCase({ ...fresh, name: title.trim().slice(0, NAME_LENGTH), platform: host });
  return fresh.id;
}
