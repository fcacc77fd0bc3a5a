import { describe, expect, it } from 'vitest';
import { cleanRow } from '../../utils/recognition/clean-row.ts';
import { glyphsOf } from './glyphs.ts';

const cleaned = (text: string) =>
  cleanRow(glyphsOf(text))
    .map(({ char }) => char)
    .join('');

describe('cleanRow', () => {
  it.each([
    ['证书编号\t:001OP2600123', '证书编号\t001OP2600123'],
    ['|认证依据:\tGB/T 19630-2019', '认证依据:\tGB/T 19630-2019'],
    ['检验机构:东海检验有限公司|', '检验机构:\t东海检验有限公司'],
    ['检验机构:\t东海检验有限公司\t|', '检验机构:\t东海检验有限公司'],
    ['报告编号:', '报告编号:'],
  ])('mends %j', (read, mended) => expect(cleaned(read)).toBe(mended));

  it.each([
    '检验检测报告',
    '规格型号:\t500mL',
    '编号 No. A-12 (副本)',
    '本报告仅对来样负责,未加盖公章无效。',
    '“国家级”认证*',
    '有效期3年',
  ])('leaves %j alone', (printed) => expect(cleaned(printed)).toBe(printed));

  it('keeps the place of every character', () => {
    const row = cleanRow(glyphsOf('|编号:A1'));
    expect(row.map(({ char, box }) => [char, box.x])).toEqual([
      ['编', 20],
      ['号', 40],
      [':', 60],
      ['\t', 80],
      ['A', 80],
      ['1', 100],
    ]);
  });
});
