import { describe, expect, it } from 'vitest';
import { readCertificatesFromLines } from '../../utils/certificate/read.ts';

const problems = (number: string, date: string) =>
  readCertificatesFromLines(
    ['检验报告', `报告编号：${number}`, '样品名称：保温杯', '检验结论：合格', `签发日期：${date}`],
    {
      today: '2026-11-23',
    },
  ).flatMap((certificate) => certificate.problems.map(({ code }) => code));

describe('the year in the number of a report', () => {
  it.each([
    ['MM2026-JC-00817', '2024-03-15'],
    ['FZ2026051234', '2025-12-31'],
    ['NZJ(2020)JC01-03200', '2025-06-01'],
  ])('%s does not go with %s', (number, date) => expect(problems(number, date)).toContain('number-year-mismatch'));

  it.each([
    ['WZ2026-JC-00817', '2026-03-15'],
    ['WZ2025-JC-00817', '2026-01-04'],
    ['TY26041288', '2024-04-28'],
    ['12345672026001', '2024-04-28'],
  ])('%s may go with %s', (number, date) => expect(problems(number, date)).not.toContain('number-year-mismatch'));
});
