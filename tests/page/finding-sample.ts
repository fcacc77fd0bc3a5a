import type { Finding } from '../../utils/scan/finding.ts';

/** A plain claim; `changes` say what a test is about. */
export function findingSample(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    ruleId: 'fake-certification/same-day-issue',
    category: 'fake-certification',
    level: 'strong',
    ruleName: '当天或即时出证',
    phrase: '当天出证',
    matchedText: '当天出证',
    disposition: 'claim',
    channel: 'text',
    hidden: false,
    gone: false,
    evasions: [],
    prefix: '全国通用，',
    suffix: '',
    position: 1,
    legalBasis: [{ law: 'certification-regulation', article: '第六十一条' }],
    ...changes,
  };
}
