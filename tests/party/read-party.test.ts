import { describe, expect, it } from 'vitest';
import { PARTY_PATTERNS } from '../../rules/party-facts.ts';
import { newCase } from '../../utils/evidence/case.ts';
import { filledFrom } from '../../utils/party/fill-case.ts';
import { partyDifference } from '../../utils/party/party-difference.ts';
import { valuesOf } from '../../utils/party/party-fact.ts';
import { readParty } from '../../utils/party/read-party.ts';

describe.each(PARTY_PATTERNS.map((one, index) => [`${one.fact} ${index}`, one] as const))('%s', (_, one) => {
  const read = (text: string) => [...text.matchAll(one.pattern)].map(({ groups }) => groups!.value);
  it.each(one.reads)('reads %s', (text, value) => expect(read(text)[0]).toBe(value));
  it.each(one.misses)('leaves %s', (text) => expect(read(text)).toEqual([]));
});

const OWN_SITE = `检测报告 当天出证
证书编号：A123 获证组织：某某（福建）有限公司 统一社会信用代码：91110000101623741K
关于我们
企业名称：泉州某某检测技术有限公司
统一社会信用代码：91350100M000100Y43
联系电话：0595-22220000
版权所有 © 2026 泉州某某检测技术有限公司 闽ICP备12345678号-1`;

const SHOP = `店铺：某某检测专营店 查看营业执照
掌柜: 优品某某
版权所有 © 2026 某某平台科技有限公司 浙ICP备00000000号`;

describe('the party of a page', () => {
  it('is read with the words around each fact, and the holder of a certificate is not it', () => {
    const facts = readParty([OWN_SITE], 'https://example.cn/');
    expect(valuesOf(facts, 'name')).toEqual(['泉州某某检测技术有限公司']);
    expect(valuesOf(facts, 'creditCode')).toEqual(['91350100M000100Y43']);
    const [code] = facts.filter(({ fact }) => fact === 'creditCode');
    expect(code).toMatchObject({ checked: 'fits', before: expect.stringContaining('统一社会信用代码：') });
    const wrong = readParty(['统一社会信用代码：91350100M000100Y44'], '');
    expect(wrong[0]).toMatchObject({ checked: 'differs' });
  });

  it('fills a case, and what the page does not say stays empty', () => {
    const { party, shop } = filledFrom(readParty([OWN_SITE], 'https://example.cn/'));
    expect(party).toEqual({
      name: '泉州某某检测技术有限公司',
      creditCode: '91350100M000100Y43',
      contact: '0595-22220000',
      icpNumber: '闽ICP备12345678号-1',
    });
    expect(shop).toBeUndefined();
  });

  it("of a shop is not the platform's operator", () => {
    const facts = readParty([SHOP], 'https://shop123456789.example.cn/?x=1');
    expect(filledFrom(facts)).toEqual({ party: {}, shop: '某某检测专营店' });
    expect(valuesOf(facts, 'shopId')).toEqual(['shop123456789']);
    expect(valuesOf(facts, 'operator')).toEqual(['某某平台科技有限公司']);
  });

  it('differs from the case by the surest fact that both state', () => {
    const start = { id: 'c', registrar: { name: '', licence: '' }, today: '2026-11-30', now: '2026-11-30T00:00:00Z' };
    const empty = newCase(start);
    const facts = readParty([OWN_SITE], 'https://example.cn/');
    const of = (party: Partial<typeof empty.party>, shop = '') =>
      partyDifference({ shop, party: { ...empty.party, ...party } }, facts);
    expect(of({})).toBeUndefined();
    expect(of({ name: '泉州某某检测技术公司' })).toBeUndefined();
    expect(of({ name: '厦门甲乙咨询有限公司' })).toMatchObject({ fact: 'name', ofCase: '厦门甲乙咨询有限公司' });
    expect(of({ name: '厦门甲乙咨询有限公司', creditCode: '91350100M000100Y43' })).toBeUndefined();
    expect(of({ creditCode: '91110000101623741K' })).toMatchObject({ fact: 'creditCode' });
    expect(partyDifference({ shop: '甲乙旗舰店', party: empty.party }, readParty([SHOP], ''))).toMatchObject({
      fact: 'shop',
    });
  });
});
