import { expect, it } from 'vitest';
import type { Group, Reading } from '../../utils/certificate/label-reading.ts';
import { CHECK_NAMES, weighGroup } from '../../utils/certificate/shows-certificate.ts';

const reading = (meaning: Reading['meaning'], value: string, more: Partial<Reading> = {}): Reading => ({
  meaning,
  value,
  raw: value,
  start: 0,
  weak: false,
  specific: false,
  label: meaning,
  ...more,
});
const group = (text: string, readings: Reading[], titled = false): Group => ({
  readings,
  text,
  titled,
  boxed: false,
  record: false,
});

const NUMBER = reading('certificateNumber', 'JC2024-00817');
const WEAK = reading('certificateNumber', 'A24-881', { weak: true });
const BODY = reading('issuingBody', '甲乙检测中心', { specific: true });
const DATE = reading('issueDate', '2024-03-15', { specific: true });
const RESULT = reading('conclusion', '合格');
const GOODS = reading('productName', '保温杯');
const COVERED = reading('certificateNumber', '', { raw: '****' });
const told = (one: Reading): Reading => ({ ...one, label: '', specific: false });

it.each<[string, boolean, Group]>([
  ['a paper of a person', false, group('内审员证书', [NUMBER, DATE])],
  ['a report of another trade', false, group('财务报告', [NUMBER, DATE])],
  ['the number of another paper', false, group('检验报告', [{ ...NUMBER, value: 'SC10135058101234' }, DATE])],
  ['told without number and date', false, group('检验报告', [told(BODY), told(RESULT)])],
  ['a reproof', false, group('查处伪造检验报告', [NUMBER, DATE])],
  ['another paper', false, group('营业执照', [WEAK, DATE])],
  ['a list of an authority', false, group('监督抽查结果公示 检验报告', [WEAK, DATE])],
  ['no kind and nothing of the trade', false, group('说明', [NUMBER, DATE])],
  ['a report of nothing of the trade', false, group('鉴定报告', [NUMBER, DATE])],
  ['a number that is told', true, group('检验报告', [told(NUMBER), told(RESULT)])],
  ['a number', true, group('检验报告', [NUMBER, RESULT])],
  [
    'a weakly labelled number of the form of its kind',
    true,
    group('CCC认证证书', [{ ...WEAK, value: '2024010717000001' }, BODY]),
  ],
  ['a covered number under a title', true, group('检验报告', [COVERED, BODY, RESULT], true)],
  [
    'a weak number on a paper that names itself',
    true,
    group('检验报告', [WEAK, BODY, DATE, reading('certificateName', '检验报告')]),
  ],
  ['a weak number under a title', true, group('检验报告', [WEAK, { ...BODY, specific: true }], true)],
  ['too few fields', false, group('检验报告', [GOODS, RESULT])],
  ['fields of no kind', true, group('说明', [BODY, DATE, RESULT])],
  ['fields', true, group('检验报告', [BODY, DATE])],
])('%s decides: %s', (name, shows, weighed) => {
  expect(weighGroup(weighed)).toEqual({ shows, by: name });
});

it('has an example of each check above', () => {
  expect(new Set(CHECK_NAMES).size).toBe(CHECK_NAMES.length);
  expect(CHECK_NAMES).toHaveLength(18);
});
