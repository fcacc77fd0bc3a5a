import { describe, expect, it } from 'vitest';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { rulesetOf } from '../../rules/ruleset.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { explainSealed, freezeExplanations } from '../../utils/evidence/frozen-explanation.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { isEvidenceRecord } from '../../utils/evidence/record-schema.ts';
import { findingSample } from '../page/finding-sample.ts';
import { ruleOf } from '../scan/notice-like-pack.ts';
import { sampleRecord } from './sample-record.ts';

const BUILT_IN = { packs: WRITTEN_PACKS, stamps: BUILT_IN_STAMPS };
const own = ruleOf({
  id: 'false-promise/office-1',
  message: '本单位的说明。',
  advice: '本单位的下一步。',
  legalBasis: [
    { law: 'anti-unfair-competition-law', article: '第九条', from: '2025-10-15' },
    { law: 'anti-unfair-competition-law', article: '第八条', until: '2025-10-14' },
  ],
});
const stampOf = (sha256: string) => ({ id: 'office', version: '1.0.1', sha256: sha256.repeat(64) });
const office = (sha256: string, message = own.message) =>
  rulesetOf(BUILT_IN, {
    pack: { ...EMPTY_OFFICE_PACK, rules: [{ ...own, message }] },
    stamp: stampOf(sha256),
  });

const builtIn = WRITTEN_PACKS[0]!.rules[0]!;
const findings = [own, builtIn, own].map(({ id, legalBasis }, index) =>
  findingSample({ id: `f${index}`, ruleId: id, legalBasis }),
);
const recordOf = (changes: Partial<EvidenceRecord>): EvidenceRecord => ({
  ...sampleRecord('E20261123-0001', []),
  findings,
  ...changes,
});

describe('the explanations that are sealed', () => {
  const ruleset = office('e');
  const frozen = freezeExplanations(ruleset, ruleset.stamps, findings, '2026-11-23');

  it('are those of the rules that have findings, each once, with the law of the day in its wording', () => {
    expect(frozen.map(({ ruleId }) => ruleId).sort()).toEqual([own.id, builtIn.id].sort());
    const { legalBasis } = frozen.find(({ ruleId }) => ruleId === own.id)!;
    expect(legalBasis.map(({ article }) => article)).toEqual(['第九条']);
    expect(legalBasis[0]?.text).toContain('经营者不得');
  });

  it('leave out a rule of a pack that is another one by now', () => {
    const ids = freezeExplanations(office('f'), ruleset.stamps, findings, '2026-11-23').map(({ ruleId }) => ruleId);
    expect(ids).toEqual([builtIn.id]);
  });

  it('are shown whatever the rules say today, also where they were deleted', () => {
    const record = recordOf({ rulePacks: ruleset.stamps, explanations: frozen });
    expect(isEvidenceRecord(record)).toBe(true);
    for (const today of [office('f', '改过的说明。'), rulesetOf(BUILT_IN, null), undefined]) {
      expect(explainSealed(record, findings[0]!, today)).toMatchObject({
        origin: 'record',
        rule: { message: '本单位的说明。', advice: '本单位的下一步。' },
        legalBasis: [{ law: '《反不正当竞争法》', article: '第九条' }],
      });
    }
    const missing = { ...findings[0]!, ruleId: 'false-promise/other' };
    expect(explainSealed(record, missing, ruleset)).toEqual({
      origin: 'record',
      legalBasis: [expect.objectContaining({ article: '第九条' })],
    });
  });

  it('are refused by the border where they are none', () => {
    expect(isEvidenceRecord(recordOf({ explanations: [{ ruleId: own.id }] as never }))).toBe(false);
  });
});

describe('a record without sealed explanations', () => {
  it('is explained by the rules of today, which is said', () => {
    const record = recordOf({ rulePacks: BUILT_IN_STAMPS });
    expect(explainSealed(record, findings[1]!, rulesetOf(BUILT_IN, null))).toMatchObject({
      origin: 'later',
      rule: { message: builtIn.message },
    });
  });

  it('is not explained by a rule of another office that bears the same id, nor by one that is gone', () => {
    const record = recordOf({ rulePacks: [...BUILT_IN_STAMPS, stampOf('a')] });
    for (const today of [office('b'), rulesetOf(BUILT_IN, null), undefined])
      expect(explainSealed(record, findings[0]!, today)).toEqual({
        origin: 'later',
        legalBasis: [expect.objectContaining({ article: '第九条' })],
      });
    expect(explainSealed(record, findings[0]!, office('a'))).toMatchObject({ rule: { message: '本单位的说明。' } });
  });

  it('cites the law of the day of its capture', () => {
    const record = recordOf({ startedAt: '2025-10-14T15:59:00.000Z' });
    expect(explainSealed(record, findings[0]!).legalBasis.map(({ article }) => article)).toEqual(['第八条']);
    const later = recordOf({ startedAt: '2025-10-14T16:00:00.000Z' });
    expect(explainSealed(later, findings[0]!).legalBasis.map(({ article }) => article)).toEqual(['第九条']);
  });
});
