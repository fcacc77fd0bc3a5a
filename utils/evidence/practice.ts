import { ExpectedFailure } from '../base/expected-failure.ts';
import { hostOf } from '../base/host-of.ts';
import type { EvidenceItem } from './record.ts';

/**
 * The page that officers practise on (练习网页). `.invalid` is nobody's by RFC 2606, so nothing that was published anywhere can be
 * sealed under this name, and nobody can have real evidence pass for practice.
 */
const PRACTICE_HOST = 'practice.zhengjian.invalid';
export const PRACTICE_ADDRESS = `https://${PRACTICE_HOST}/`;

/** The one case that practice items are in, and no others. */
export const PRACTICE_CASE_ID = 'practice';

export const isPracticeAddress = (url: string): boolean => hostOf(url) === PRACTICE_HOST;

/**
 * Whether an item was sealed for practice: it counts in no figure, is due for nothing, and goes into no paper, bundle or pool. The mark
 * alone is not believed: earlier versions took in records with members that they did not know.
 */
export const isPractice = ({ record }: Pick<EvidenceItem, 'record'>): boolean =>
  record?.practice === true && isPracticeAddress(String(record.page?.url));

/** Whether an item is to be time-stamped; nothing of practice is sent to anybody. */
export const awaitsStamp = (item: Pick<EvidenceItem, 'record' | 'stampedAt'>): boolean =>
  item.stampedAt === undefined && !isPractice(item);

export const isPracticeCase = ({ id }: { id: string }): boolean => id === PRACTICE_CASE_ID;

/** Practice was asked to leave the house, to stand in a paper, or to be mixed with cases. */
export class PracticeError extends ExpectedFailure {
  override name = 'PracticeError';
  constructor() {
    super('error_practice');
  }
}

/** @throws PracticeError when one of the items was sealed for practice */
export function refusePractice(items: readonly Pick<EvidenceItem, 'record'>[]): void {
  if (items.some(isPractice)) throw new PracticeError();
}
