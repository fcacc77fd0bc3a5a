import { describe, expect, it } from 'vitest';
import { coverPlaces } from '../../utils/casework/cover-places.ts';
import { exposureSheet, secretsOf } from '../../utils/documents/exposure-sheet.ts';
import { blanksOf } from '../../utils/documents/paper.ts';
import { paperDocx } from '../../utils/documents/paper-docx.ts';
import { COVER, redactText } from '../../utils/documents/redact-text.ts';
import type { RecognisedLine } from '../../utils/recognition/picture-reading.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { sampleFinding } from '../components/library/sample-items.ts';
import { itemOf, about as sample } from './sample-case.ts';

const about = {
  ...sample,
  party: {
    ...sample.party,
    name: '泉州甲乙丙检测技术有限公司',
    creditCode: '91350500M00000001P',
    contact: '0595-22220001',
    registeredAddress: '福建省泉州市丰泽区示例路 1 号',
    icpNumber: '闽ICP备12345678号-1',
  },
  shop: '甲乙丙质检专营店',
  summary:
    '泉州甲乙丙检测技术有限公司（甲乙丙质检）在店内称当天出证，电话 0595-2222 0001，微信：jyb_88888，网址 https://jyb.example.cn/a。',
  outcome: '责令改正',
};
const items = [
  itemOf({
    findings: [sampleFinding('fake-certification/same-day', 0, { matchedText: '甲乙丙当天出证' })],
    party: [{ fact: 'operator', value: '厦门丁戊信息咨询有限公司', before: '', after: '' }],
  }),
];
const secrets = secretsOf(about, items);

describe('words for publication', () => {
  it.each([
    ['泉州甲乙丙检测技术有限公司称当天出证', `${COVER}称当天出证`],
    ['甲乙丙检测 当天出证', `${COVER}检测 当天出证`],
    ['电话：０５９５－２２２２０００１', `电话：${COVER}`],
    ['加微信jyb_88888领取报告', `加微信${COVER}领取报告`],
    ['报告编号 JC2026008171', `报告编号 ${COVER}`],
    ['丁戊信息咨询提供服务', `${COVER}信息咨询提供服务`],
    ['不送样检测，检测包过，¥ 99 起', '不送样检测，检测包过，¥ 99 起'],
    ['市场监督管理局提醒', '市场监督管理局提醒'],
    // What a page writes so that a machine does not find the words, and every reader reads them.
    ['甲\u200b乙\u2060丙当天出证', `${COVER}当天出证`],
    ['甲·乙·丙当天出证', `${COVER}当天出证`],
    ['甲\ufe0f乙\u00ad丙\u3164检测', `${COVER}\u3164检测`],
    ['电话138\u200b1234\u200d5678', `电话${COVER}`],
    ['电话①③⑧1234５６７８', `电话${COVER}`],
    ['电话𝟙𝟛𝟠·1234·5678。', `电话${COVER}。`],
  ])('of “%s” leave “%s”', (text, left) => expect(redactText(text, secrets)).toBe(left));
});

const line = (text: string, y: number): RecognisedLine => ({
  text,
  confidence: 0.9,
  box: { x: 10, y, width: text.length * 20, height: 20 },
  glyphs: [...text].map((char, index) => ({ char, sure: 0.9, box: { x: 10 + index * 20, y, width: 20, height: 20 } })),
});

describe('places of a picture', () => {
  it('are covered where they name the party, also misread, and can all be covered', () => {
    const places = coverPlaces(
      [
        line('当天出证', 0),
        line('甲乙丙质检欢迎您', 40),
        line('福建省泉洲市丰泽区示例路', 80),
        line('热线0595-22220001', 120),
      ],
      secrets,
    );
    expect(places.map(({ text, covered }) => [text, covered])).toEqual([
      ['当天出证', false],
      ['甲乙丙质检欢迎您', true],
      ['福建省泉洲市丰泽区示例路', true],
      ['热线0595-22220001', true],
    ]);
    // The name and no more than a little around it; the misread address whole.
    expect(places[1]!.box).toEqual({ x: 6, y: 36, width: 108, height: 28 });
    expect(places[2]!.box.width).toBeGreaterThan(240);
  });
});

describe('the sheet of a case', () => {
  it('tells the conduct and nothing of whom it is about, down to the bytes of the file', async () => {
    const sheet = exposureSheet(about, items, { office: '某某市市场监督管理局', pictures: [] });
    expect(blanksOf(sheet)).toEqual(['案例名称', '所在平台（可公开的名称）', '风险提示']);
    const files = await zipFiles(await paperDocx(sheet));
    const text = files.map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n');
    expect(text).toContain('当天出证');
    expect(text).toContain('责令改正');
    expect(text).toContain('2026 年 11 月');
    for (const secret of [
      '甲乙丙',
      '丁戊',
      '22220001',
      '91350500M00000001P',
      'jyb',
      '示例路',
      '12345678',
      about.number,
    ])
      expect(text).not.toContain(secret);
  });
});
