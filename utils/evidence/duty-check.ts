import { DUTY_BASES, type PlatformDuty } from '../../rules/platform-duties.ts';
import type { EvidenceRecord } from './record.ts';

/** What an officer found of one duty. */
export const DUTY_RESULTS = ['open', 'met', 'not-met', 'not-applicable'] as const;
export type DutyResult = (typeof DUTY_RESULTS)[number];

export interface DutyFinding {
  duty: PlatformDuty;
  result: DutyResult;
  /** What the sealed page shows of it, and what else the officer saw. */
  facts: string;
}

export const DUTY_RESULT_WORDS: Readonly<Record<DutyResult, string>> = {
  open: '待核实',
  met: '已落实',
  'not-met': '未见落实',
  'not-applicable': '不适用',
};

/** One finding as papers and logs write it. */
export const dutyInWords = ({ duty, result, facts }: DutyFinding): string =>
  `${DUTY_BASES[duty].name}：${DUTY_RESULT_WORDS[result]}${facts.trim() && `（${facts.trim()}）`}`;

const shownOf = (record: Pick<EvidenceRecord, 'party'>, fact: string) =>
  (record.party ?? []).flatMap((each) => (each.fact === fact ? [each.value] : []));

/** What the sealed page itself says of a duty, for the officer to judge by; empty where no page can say anything. */
export function dutyFacts(duty: PlatformDuty, record: Pick<EvidenceRecord, 'party' | 'certificates'>): string {
  if (duty === 'qualification-checked') return '';
  if (duty === 'licence-shown') {
    const shown = [...shownOf(record, 'licence'), ...shownOf(record, 'creditCode')];
    return shown.length > 0 ? `网页所示：${shown.join('、')}` : record.party ? '网页文字中未读到' : '';
  }
  const { certificates } = record;
  if (duty === 'qualification-shown') {
    const numbers = certificates.flatMap(({ fields }) => fields.approvalNumber?.value ?? []);
    return numbers.length > 0 ? `网页所示编号：${numbers.join('、')}` : '网页上未读到批准或者资质认定编号';
  }
  const asked = certificates.filter(({ applicable }) => applicable.includes(duty));
  if (asked.length === 0) return '';
  const missing = asked.filter((each) => each.missing.includes(duty)).length;
  return missing > 0
    ? `读到证书、报告 ${asked.length} 份，${missing} 份未见`
    : `读到证书、报告 ${asked.length} 份，均有`;
}

/** The checklist of a shop before an officer went through it. */
export const openDuties = (record: Pick<EvidenceRecord, 'party' | 'certificates'>): DutyFinding[] =>
  (Object.keys(DUTY_BASES) as PlatformDuty[]).map((duty) => ({ duty, result: 'open', facts: dutyFacts(duty, record) }));
