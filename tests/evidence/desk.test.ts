import { expect, it } from 'vitest';
import { capturerOf, deskInWords, deskState, isSamePerson, personOf } from '../../utils/evidence/desk.ts';
import { sampleRecord } from './sample-record.ts';

const zhang = { name: '张三', licence: '35000000001' };
const li = { name: '李四', licence: '35000000002' };
const officers = [zhang, li];
const since = '2026-11-23T06:00:00.000Z';
const desk = { officer: zhang, companion: li, since };
const at = (time: string) => ({ officers, idleMinutes: 30, now: Date.parse(`2026-11-23T${time}:00.000Z`) });

it('names whoever said so until nothing was done for the idle time', () => {
  expect(deskState(desk, null, at('06:30'))).toBe('present');
  expect(deskState(desk, null, at('06:31'))).toBe('idle');
  expect(deskState(desk, '2026-11-23T06:20:00.000Z', at('06:45'))).toBe('present');
  // What an earlier officer did last says nothing of this one.
  expect(deskState(desk, '2026-11-23T05:00:00.000Z', at('06:10'))).toBe('present');
});

it('names nobody who is not among the office’s officers', () => {
  expect(deskState(null, null, at('06:00'))).toBe('empty');
  expect(deskState(desk, null, { ...at('06:00'), officers: [zhang] })).toBe('empty');
  expect(deskState({ officer: zhang, since }, null, { ...at('06:00'), officers: [zhang] })).toBe('present');
});

it('takes a mistyped licence number or name for the same person', () => {
  expect(isSamePerson(zhang, { name: '张三', licence: '3500000001' })).toBe(true);
  expect(isSamePerson(zhang, { name: '张叁', licence: '35000000001' })).toBe(true);
  expect(isSamePerson({ name: '张三', licence: '' }, { name: '李四', licence: '' })).toBe(false);
});

it('writes both down, and says who is not there', () => {
  expect(personOf({ officers })).toBe('张三、李四');
  expect(personOf({ officers: [] })).toBe('未登记');
  expect(deskInWords(desk)).toBe('在岗 张三（执法证号 35000000001），同行 李四（执法证号 35000000002）');
  expect(deskInWords({ officer: { ...zhang, licence: '' }, since })).toBe('在岗 张三（执法证号 未登记），无同行人员');
});

it('knows the capturer of a record, but not among several officers of an old one', () => {
  const record = { ...sampleRecord('E20261123-0001', []), officers };
  expect(capturerOf({ ...record, attendedSince: since })).toEqual(zhang);
  expect(capturerOf(record)).toBeUndefined();
  expect(capturerOf({ ...record, officers: [li] })).toEqual(li);
});
