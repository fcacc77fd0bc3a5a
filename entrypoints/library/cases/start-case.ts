import { siteOf } from '../../../utils/base/host-of.ts';
import { openCase } from '../../../utils/casework/open-case.ts';
import { refusePractice } from '../../../utils/evidence/practice.ts';
import type { EvidenceItem, Officer } from '../../../utils/evidence/record.ts';
import { partyReadings } from '../../../utils/party/party-readings.ts';
import { setCase } from '../../../utils/store/evidence-store.ts';
import { goTo } from '../use-route.ts';

/** Opens a case, with some items in it or none, and goes to its page. @throws PracticeError */
export async function startCase(
  items: readonly EvidenceItem[],
  { registrar, person, today }: { registrar: Officer; person: string; today: string },
): Promise<void> {
  refusePractice(items);
  const { url = '', title = '' } = items[0]?.record.page ?? {};
  const caseId = await openCase({ title, host: siteOf(url), registrar, today, readings: partyReadings(items) });
  for (const { id } of items) await setCase(id, caseId, person);
  goTo('cases', caseId);
}
