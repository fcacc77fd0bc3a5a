import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { judgingStamp, type Strictness, USUAL_JUDGING } from '../../rules/judging.ts';
import { thresholdsOf } from '../../utils/judge/strictness.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const LEARNT = { strong: 0.95, claim: 0.4, possible: 0.25 };

describe('what the office sets of the judge', () => {
  it('counts more when wide and less when strict, and what is learnt by itself', () => {
    const of = (strictness: Strictness) => thresholdsOf(LEARNT, strictness);
    expect(of('standard')).toEqual(LEARNT);
    expect(of('wide').claim).toBeLessThan(LEARNT.claim);
    expect(of('strict').claim).toBeGreaterThan(LEARNT.claim);
    for (const { strong, claim, possible } of [of('wide'), of('strict')]) {
      expect(strong).toBeGreaterThan(claim);
      expect(claim).toBeGreaterThan(possible);
    }
  });

  it('has a stamp of its own unless it is the usual one', async () => {
    expect(await judgingStamp(USUAL_JUDGING)).toBeNull();
    const stamps = await Promise.all(
      (['wide', 'strict'] as const).map((strictness) => judgingStamp({ strictness, personalPapers: true })),
    );
    expect(new Set(stamps.map((stamp) => stamp!.sha256)).size).toBe(2);
  });
});

const page = { kind: 'certification-seller', leaning: 3, promising: 6, signs: [] } as const;
const school = { ...page, kind: 'paper-seller' } as const;
const scanner = (personalPapers: boolean) =>
  createScanner(BUILT_IN_PACKS, { judging: { strictness: 'standard', personalPapers } });
const found = (text: string, options: { on?: boolean; page?: typeof page | typeof school } = {}) =>
  scanner(options.on ?? true).scanText(text, { page: options.page ?? page })[0];

describe('papers of persons and construction qualifications', () => {
  it.each(['一级建造师考试包过，不过退款', '建筑施工资质代办，最快 7 天下证'])(
    'are a category of their own, never strong: %s',
    (text) => {
      expect(found(text)).toMatchObject({ category: 'personal-papers', level: 'weak' });
    },
  );

  it('are told from certification by the clause, and by the page where the clause says neither', () => {
    const text = '办不成全额退款，最快 7 天下证';
    expect(found(text)!.category).not.toBe('personal-papers');
    expect(found(text, { page: school })!.category).toBe('personal-papers');
    expect(found('ISO9001 认证最快 7 天下证，不过退款', { page: school })!.category).not.toBe('personal-papers');
  });

  it('are not listed when switched off, but for the wordings of the notice', () => {
    expect(found('一级建造师考试包过，不过退款', { on: false })).toBeUndefined();
    expect(found('建造师证，当天出证', { on: false })).toMatchObject({ disposition: 'claim', matchedText: '当天出证' });
  });
});
