import { expect, it } from 'vitest';
import { readCertificates, readCertificatesFromLines } from '../../utils/certificate/read.ts';
import { regionOfLines } from '../../utils/certificate/regions.ts';

const LINES = [
  '检验报告',
  '报告编号：GT2025****32',
  '样品名称：毛绒玩具',
  '规格型号：详见附件',
  '检验机构：福建省纤维检验中心',
  '签发日期：—',
  '检验结论：',
];
const today = '2026-11-23';

it('says why each field of the notice is missing', () => {
  const [report] = readCertificates([regionOfLines(LINES)], { today });
  expect(report?.missingReasons).toEqual({
    issueDate: 'absent',
    certificateNumber: 'masked',
    conclusion: 'absent',
    modelSpec: 'elsewhere',
  });
});

it('an empty label in a picture could not be read', () => {
  const [report] = readCertificatesFromLines(LINES, { today });
  expect(report?.missingReasons?.conclusion).toBe('unreadable');
  expect(report?.missingReasons?.certificateNumber).toBe('masked');
});
