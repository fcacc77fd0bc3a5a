import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { claimSigns } from '../../utils/judge/claim-signs.ts';
import { CLAIM_BITS, claimFeatures } from '../../utils/judge/claim-vector.ts';
import { namedCell } from '../../utils/judge/hashed.ts';
import type { Hit } from '../../utils/scan/meet.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const scanner = createScanner(BUILT_IN_PACKS);
const TEXT = '专业代办各类资质证书，最快 7 天下证，办不成全额退款，欢迎来电咨询，加微信了解价格。';
const tell = (title: string, text: string, host = '') => scanner.tellPage({ host, title, text });
const found = (text: string, words: string) =>
  scanner
    .scanText(text, { page: tell('资质代办', TEXT), keepUnsupported: true })
    .find((one) => one.matchedText.includes(words))!;

describe('what weighed in a decision', () => {
  it('is told with the page’s own words, the rule among it, and is bounded', () => {
    const { ruleId, signs = [] } = found(TEXT, '下证');
    expect(signs.length).toBeGreaterThan(1);
    expect(signs.filter(({ id }) => !id.includes('/')).length).toBeLessThanOrEqual(4);
    expect(signs.some(({ id }) => id === ruleId)).toBe(true);
    for (const { name, words } of signs) {
      expect(name).toMatch(/\p{Script=Han}/u);
      expect(TEXT.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
    }
  });

  it('puts the strongest first and tells what speaks against apart', () => {
    const text = '我们不承诺下证';
    const rule = { id: 'false-promise/x', name: '承诺结果', force: 'firm' } as Hit['rule'];
    const words = [{ start: 5, end: 7 }];
    const cluster = { start: 5, end: 7, exact: null, hits: [{ rule, start: 5, end: 7, words } as unknown as Hit] };
    const place = { text, heading: '', element: 'p', cue: 'claim' } as const;
    const weights = new Float32Array(2 ** CLAIM_BITS);
    weights[namedCell('signal', rule.id, CLAIM_BITS)] = 1;
    weights[namedCell('before', 'denied', CLAIM_BITS)] = -3;
    weights[namedCell('before', 'seller', CLAIM_BITS)] = 2;
    expect(claimSigns(cluster, place, claimFeatures(cluster, place), weights)).toEqual([
      { id: 'denied-before', name: '前文有否定', words: '不', against: true },
      { id: 'seller-before', name: '前文有服务方自称', words: '我们' },
      { id: rule.id, name: '承诺结果', words: '下证' },
    ]);
  });

  it('is the rule alone where a listed wording decides', () => {
    const { signs } = found('质检报告办理，当天出检测报告，支持查询', '当天出检测报告');
    expect(signs![0]).toMatchObject({ name: '当天或即时出证', words: '当天出检测报告' });
    expect(signs!.every(({ against }) => !against)).toBe(true);
  });
});

describe('what tells a page’s kind', () => {
  it('is a seller’s by the groups that lean to selling, and never by more than five', () => {
    const { kind, signs } = tell('资质代办', TEXT);
    expect(kind).toBe('certification-seller');
    expect(signs.length).toBeGreaterThan(0);
    expect(signs.length).toBeLessThanOrEqual(5);
    for (const { words } of signs) for (const word of words.split('、')) expect(`资质代办${TEXT}`).toContain(word);
  });

  it('is an official site’s by its host first', () => {
    const { kind, signs } = tell(
      '关于规范检验检测市场的通知',
      '依照《条例》第十条，不得出具虚假报告，违规的依照规定处罚。',
      'amr.example.gov.cn',
    );
    expect(kind).toBe('law');
    expect(signs[0]).toEqual({ id: 'official-host', name: '官方网站', words: 'amr.example.gov.cn' });
  });
  it('is a list of words where its title says so, and promises little then', () => {
    const text = '包过 保过 不过退款 包拿证 快速拿证 三天出证 办证 代办资质';
    const list = tell('考试作弊类敏感词', text);
    const { leaning, promising } = tell('资质代办', text);
    expect(list.signs[0]).toEqual({ id: 'word-list', name: '词表', words: '作弊类敏感词' });
    expect(list.leaning).toBeLessThan(leaning);
    expect(list.promising).toBeLessThan(promising);
  });

  it('keeps a listed wording a claim under any title, where papers are sold', () => {
    const text = '专业代办体系认证、检测报告，快速出证，不送样检测，欢迎来电咨询。';
    const page = tell('体系认证代办 平台违禁词', text);
    const found = scanner.scanText(text, { page }).filter(({ disposition }) => disposition === 'claim');
    expect(found.map(({ matchedText }) => matchedText)).toEqual(expect.arrayContaining(['快速出证', '不送样检测']));
  });
});
