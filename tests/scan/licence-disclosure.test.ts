import { describe, expect, it } from 'vitest';
import { disclosureOf, disclosureSign } from '../../utils/scan/licence-disclosure.ts';
import { joinPageSigns, readPageSigns } from '../../utils/scan/page-signs.ts';
import { shownApprovals } from '../../utils/scan/shown-approvals.ts';

const OFFER = 'ISO9001 认证办理，全国咨询热线 400-000-0000。';
const told = (text: string, kind = 'certification-seller' as const) =>
  disclosureOf({ page: { kind }, signs: readPageSigns(text), certificates: [] });

describe('what a seller of certification or testing shows of its permission', () => {
  it.each([
    ['机构批准号：CNCA-R-2002-034', 'certification-body', 'CNCA-R-2002-034'],
    ['批准书编号 CNCA－RF－2005－12', 'certification-body', 'CNCA-RF-2005-12'],
    ['CMA 证书编号：151300110001', 'cma-institution', '151300110001'],
    ['检验检测机构资质认定（151300110001）', 'cma-institution', '151300110001'],
    ['实验室认可 CNAS L0001', 'cnas', 'CNAS L0001'],
    ['认可证书号：L12345', 'cnas', 'CNAS L12345'],
  ])('reads %s', (text, kind, number) => {
    expect(shownApprovals(`${OFFER}${text}`)).toMatchObject([{ kind, number }]);
    expect(told(`${OFFER}${text}`)).toMatchObject({ missing: false });
  });

  it.each([OFFER, `${OFFER}代办 CMA、CNAS 资质认定，批准书申请`, `${OFFER}电话 151300110001`])(
    'misses it in %s',
    (text) => {
      expect(told(text)).toEqual({ missing: true, approvals: [] });
      expect(disclosureSign(told(text)!)).toEqual({ id: 'no-approval', name: '未见许可公示', words: [] });
    },
  );

  it('is silent on pages that do not sell, and where nothing is offered', () => {
    for (const kind of ['shop', 'body', 'news', 'law', 'manual', 'other', 'paper-seller'] as const)
      expect(disclosureOf({ page: { kind }, signs: readPageSigns(OFFER), certificates: [] })).toBeNull();
    expect(told('本网站介绍认证的历史。')).toBeNull();
    expect(disclosureOf({ page: { kind: 'certification-seller' }, certificates: [] })).toBeNull();
  });

  it('counts the numbers of certificates that were read, from pictures too, but none that was struck off', () => {
    const certificate = {
      kind: 'cma',
      fields: { certificateNumber: { value: '151300110001', raw: '151300110001' } },
    } as const;
    const page = { page: { kind: 'certification-seller' as const }, signs: readPageSigns(OFFER) };
    expect(disclosureOf({ ...page, certificates: [certificate] })).toMatchObject({ missing: false });
    expect(disclosureOf({ ...page, certificates: [{ ...certificate, struckOff: true }] })).toMatchObject({
      missing: true,
    });
  });

  it('says what the lists say', () => {
    const [approval] = shownApprovals('CNCA-R-2002-034');
    const words = (listed?: string[]) =>
      disclosureSign({ missing: false, approvals: [{ ...approval!, ...(listed ? { listed } : {}) }] }).words;
    expect(words()).toEqual(['CNCA-R-2002-034']);
    expect(words([])).toEqual(['CNCA-R-2002-034（名录未收录）']);
    expect(words(['示例认证中心'])).toEqual(['CNCA-R-2002-034（名录：示例认证中心）']);
  });

  it('joins the numbers of all frames', () => {
    const frames = [readPageSigns('CNCA-R-2002-034'), readPageSigns('CNAS L0001')];
    expect(joinPageSigns(frames).approvals).toHaveLength(2);
  });
});
