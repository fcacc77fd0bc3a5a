import { describe, expect, it } from 'vitest';
import { labelsIn } from '../../utils/certificate/line-labels.ts';
import { readCertificates, readCertificatesFromLines } from '../../utils/certificate/read.ts';
import { regionOfLines } from '../../utils/certificate/regions.ts';
import { settle } from '../../utils/certificate/settle.ts';
import { valueFor } from '../../utils/certificate/values.ts';

const today = '2026-11-23';
const REPORT = [
  '检 验 报 告',
  '报告编号：A-2024-55',
  '产品名称：电饭煲',
  '检验机构：****',
  '签发日期：2024年5月6日',
  '检验结论：合格',
];

describe('readCertificatesFromLines', () => {
  it('reads a picture and keeps its codes', () => {
    const codes = [{ format: 'QRCode', text: 'https://example.com/q', host: 'example.com' }];
    const [report, ...others] = readCertificatesFromLines(REPORT, { today, codes });
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      source: 'image',
      kind: 'inspection-report',
      codes,
      missing: ['issuingBody', 'modelSpec'],
    });
    expect(report?.problems.map(({ code }) => code)).toEqual(['qr-host']);
  });

  it('says where a value was read', () => {
    const [report] = readCertificatesFromLines(REPORT, { today });
    const { start, raw } = report!.fields.issueDate!;
    expect(REPORT.join('\n').slice(start, start! + raw.length)).toBe('2024年5月6日');
  });

  it('takes the one body that a paper names unannounced, and guesses none that is covered', () => {
    const signed = REPORT.filter((line) => !line.startsWith('检验机构'));
    const at = (lines: readonly string[]) => readCertificatesFromLines(lines, { today })[0]?.fields.issuingBody?.value;
    const below = '福建省纤维检验中心（盖章）';
    expect(at([...signed, below])).toBe('福建省纤维检验中心');
    expect(at([...signed, '样品由福建省纤维检验中心收样后检验'])).toBe('福建省纤维检验中心');
    expect(at([...REPORT, '样品由福建省纤维检验中心收样后检验'])).toBeUndefined();
  });

  it('leaves papers of persons alone', () => {
    expect(
      readCertificatesFromLines(['培训合格证书', '姓名：张三', '证书编号：PX2024-0011', '发证机构：某培训中心'], {
        today,
      }),
    ).toEqual([]);
  });
});

describe('readCertificates', () => {
  it('lets the kind decide what is missing', () => {
    const region = regionOfLines([
      '质量管理体系认证证书',
      '证书编号：03424Q10286R0S',
      '发证机构：方圆标志认证集团有限公司',
    ]);
    expect(readCertificates([region], { today })[0]).toMatchObject({
      kind: 'management-system',
      missing: ['issueDate'],
    });
  });

  it('takes a status or a basis for no conclusion', () => {
    expect(valueFor('conclusion', '有效', 'cell')).toBeUndefined();
    expect(valueFor('conclusion', '依据GB 4706.1-2005', 'cell')).toBeUndefined();
    expect(valueFor('conclusion', '所检项目均符合GB 4706.1-2005要求', 'cell')?.raw).toBe(
      '所检项目均符合GB 4706.1-2005要求',
    );
    expect(valueFor('conclusion', '不合格', 'cell')?.raw).toBe('不合格');
  });

  it('reads the end of a period, and 长期', () => {
    expect(valueFor('validUntil', '2023-01-01至2026-01-01', 'cell')?.value).toBe('2026-01-01');
    expect(valueFor('validUntil', '2023年1月1日起至长期', 'cell')?.value).toBe('长期');
    expect(valueFor('validUntil', '三年', 'cell')).toBeUndefined();
  });
});

describe('labelsIn', () => {
  const meanings = (text: string, seams?: number[]) => labelsIn(text, seams).map(({ label }) => label.meaning);
  it('needs a joint between label and value', () => {
    expect(meanings('证书编号：A1 发证机构：B')).toEqual(['certificateNumber', 'issuingBody']);
    expect(meanings('【证书编号】A1234')).toEqual(['certificateNumber']);
    expect(meanings('证书编号为A1234')).toEqual(['certificateNumber']);
    expect(meanings('清晰展示发证机构颁发日期等信息')).toEqual([]);
    expect(meanings('证书编号2016', [4])).toEqual(['certificateNumber']);
  });
  it('takes an element that is a label for one, whatever stands before it', () => {
    expect(meanings('售后服务认证证书发证单位华信检验', [8, 12])).toEqual(['issuingBody']);
  });
  it('takes a stroke for a joint when it is the only one', () => {
    expect(meanings('样品 | 山茶油')).toEqual(['productName']);
    expect(meanings('样品 | 规格 | 编号')).toEqual([]);
  });
  it('gives numbers of other papers to those', () => expect(meanings('合同证书编号：A1234')).toEqual(['other']));
});

describe('settle', () => {
  const reading = (label: string, raw: string) =>
    ({ meaning: 'productName', value: raw, raw, start: 0, weak: false, specific: false, label }) as const;
  it('parts the model from the name under one label', () => {
    expect(settle([reading('产品名称及规格型号', '电压力锅 CYSB50 220V')])).toMatchObject([
      { meaning: 'productName', value: '电压力锅' },
      { meaning: 'modelSpec', value: 'CYSB50 220V', start: 5 },
    ]);
  });
  it('takes a name that ends in 证书 for the certificate’s', () => {
    expect(settle([reading('名称', '环境管理体系认证证书')])[0]?.meaning).toBe('certificateName');
  });
});
