import { confirmationWords, localTime } from '../bundle/report-words.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { BLANK, type Words } from './paper.ts';

/** Who confirmed which item, when, and what they compared, one a line; a blank when nobody did. */
export function confirmers(items: readonly EvidenceItem[]): Words {
  const lines = items.flatMap(({ id, record, confirmations = [] }) =>
    confirmations.map((each) => `${id}：${localTime(each.at, record.timeZone)}，${confirmationWords(each)}`),
  );
  return lines.length ? lines.join('\n') : BLANK;
}
