import { describe, expect, it } from 'vitest';
import { cleanRow } from '../../utils/recognition/clean-row.ts';

describe('cleanRow', () => {
  it.each([
    ['证书编号:\t”001OP2600123', '证书编号:\t001OP2600123'],
    ['认证委托人:; ,”云岭茶业专业合作社', '认证委托人:\t云岭茶业专业合作社'],
    ['认证依据;\tGB/T 19630-2019', '认证依据:\tGB/T 19630-2019'],
    ['有效期至:\t2030人年2月10日', '有效期至:\t2030年2月10日'],
    ['发证日期:\t2025年2月11司', '发证日期:\t2025年2月11日'],
    ['有效期至:\t2029年4月:1日', '有效期至:\t2029年4月1日'],
    ['检验机构:\t东海检验有限公司\t|', '检验机构:\t东海检验有限公司'],
  ])('mends %j', (read, mended) => expect(cleanRow(read)).toBe(mended));

  it.each([
    '检验检测报告',
    '规格型号:\t500mL',
    '编号 No. A-12 (副本)',
    '本报告仅对来样负责,未加盖公章无效。',
    '有效期3年',
  ])('leaves %j alone', (printed) => expect(cleanRow(printed)).toBe(printed));
});
