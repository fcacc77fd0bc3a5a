import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { judgement } from '../../utils/judge/judge.ts';
import { trainLogistic } from '../../utils/judge/train-logistic.ts';
import { packWeights, unpackWeights } from '../../utils/judge/weights.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const THRESHOLDS = { strong: 0.9, claim: 0.6, possible: 0.2 };
const weighing = { own: 0, exact: false, cue: 'claim' } as const;
/** A page whose words and runs of characters lean to promises as far as this, and to selling likewise. */
const page = (leaning: number) => ({ leaning, promising: leaning * 2 });

describe('judgement', () => {
  it('asks of the page what the words alone do not tell', () => {
    expect(judgement(weighing, page(3), 'strong', THRESHOLDS)).toEqual({
      disposition: 'claim',
      level: 'strong',
      listed: true,
    });
    expect(judgement(weighing, page(1), 'strong', THRESHOLDS)).toMatchObject({ disposition: 'claim', level: 'weak' });
    expect(judgement(weighing, page(0), 'strong', THRESHOLDS)).toMatchObject({ disposition: 'possible', listed: true });
    expect(judgement(weighing, page(-3), 'strong', THRESHOLDS).listed).toBe(false);
  });

  it('believes a firm promise further, the more the page sells, and not so what a paper is worth', () => {
    const sells = { leaning: 3, promising: -2 };
    const tells = { leaning: -3, promising: -2 };
    const decided = (firm: 'promise' | 'worth' | undefined, where: typeof sells) =>
      judgement({ ...weighing, own: -1, firm }, where, 'strong', THRESHOLDS).disposition;
    expect(decided('promise', sells)).toBe('claim');
    expect([decided('promise', tells), decided(undefined, sells), decided('worth', sells)]).toEqual([
      'possible',
      'possible',
      'possible',
    ]);
  });

  it('lets a readable cue decide alone', () => {
    expect(judgement({ ...weighing, cue: 'negated' }, page(4), 'strong', THRESHOLDS).disposition).toBe('negated');
    expect(judgement({ ...weighing, cue: 'cited', exact: true }, page(4), 'strong', THRESHOLDS).disposition).toBe(
      'cited',
    );
  });

  it('takes a listed wording for a claim wherever anybody may sell', () => {
    expect(judgement({ ...weighing, own: -9, exact: true }, page(0), 'strong', THRESHOLDS).disposition).toBe('claim');
    expect(judgement({ ...weighing, exact: true }, page(-4), 'strong', THRESHOLDS).disposition).toBe('possible');
  });

  it('asks of a listed wording on a page that leans away from selling whether the words themselves are likely a claim', () => {
    expect(judgement({ ...weighing, exact: true }, page(-4), 'strong', THRESHOLDS).disposition).toBe('possible');
    expect(judgement({ ...weighing, own: 5, exact: true }, page(-4), 'strong', THRESHOLDS).disposition).toBe('claim');
  });
});

describe('what is learnt', () => {
  const examples = [
    { cells: [0, 1], values: [1, 1], positive: true, weight: 1 },
    { cells: [0, 2], values: [1, 1], positive: false, weight: 1 },
  ];
  const learn = () => trainLogistic(examples, { size: 4, cost: 10, passes: 20 });

  it('parts the examples, and comes out the same each time', () => {
    expect(learn()).toEqual(learn());
    expect(learn()[1]).toBeGreaterThan(0);
    expect(learn()[2]).toBeLessThan(0);
  });

  it('survives packing within half a step', () => {
    const weights = Float64Array.from({ length: 1024 }, (_, cell) => (cell % 400 === 7 ? cell / 100 - 2 : 0));
    const packed = packWeights(weights);
    const kept = unpackWeights(packed);
    for (const [cell, weight] of weights.entries()) {
      expect(Math.abs(kept[cell]! - weight)).toBeLessThanOrEqual(packed.scale / 2 + 1e-6);
    }
  });
});

describe('a page that sells', () => {
  const scanner = createScanner(BUILT_IN_PACKS);
  const text = '专业代办各类资质证书，最快 7 天下证，办不成全额退款，欢迎来电咨询，加微信了解价格。';

  it('asserts what a page of another kind only mentions', () => {
    const page = scanner.tellPage({ host: 'shop.example', title: '资质代办', text });
    expect(page.leaning).toBeGreaterThan(0);
    expect(page.signs.length).toBeGreaterThan(0);
    const claims = scanner.scanText(text, { page }).filter(({ disposition }) => disposition === 'claim');
    expect(claims.map(({ matchedText }) => matchedText).join()).toContain('下证');
    expect(claims[0]!.signs!.length).toBeGreaterThan(0);
    const official = scanner.tellPage({ host: 'amr.example.gov.cn', title: '资质代办', text });
    expect(official.leaning).toBeLessThan(-2);
  });

  it('takes the figures before a match in', () => {
    const page = scanner.tellPage({ host: '', title: '资质代办', text });
    const found = scanner.scanText(text, { page }).find(({ matchedText }) => matchedText.includes('天下证'));
    expect(found?.matchedText).toBe('最快 7 天下证');
  });

  it('keeps a listed wording of a shop that boasts of its goods', () => {
    const text =
      '不锈钢保温杯 316 大容量\n¥ 59.00\n权威认证\n包邮\n现货，48 小时内发货。\n检验报告\n样品名称\n规格型号\n500 mL';
    const page = scanner.tellPage({ host: 'shop.example', title: '保温杯', text });
    expect(page.kind).toBe('shop');
    expect(scanner.scanText(text, { page }).map(({ matchedText, disposition }) => [matchedText, disposition])).toEqual([
      ['权威认证', 'claim'],
    ]);
  });
});
