import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Case, newCase } from '../../utils/evidence/case.ts';
import { dueDates } from '../../utils/evidence/due-dates.ts';
import { poolChange } from '../../utils/pool/change.ts';

const NOW = '2026-11-30T00:00:00.000Z';
const officer = { name: '李四', licence: '2' };
const fresh = newCase({ id: 'c', registrar: officer, today: '2026-11-30', now: NOW });
const whole: Case = {
  ...fresh,
  readings: [{ url: 'https://a.example/', facts: [{ fact: 'operator', value: '甲', before: '', after: '' }] }],
  leads: [
    {
      ...{ list: 'a'.repeat(64), fileName: '清单.csv', format: 'csv', importedAt: NOW, row: 2, number: '' },
      ...{ heads: ['网址'], cells: ['https://a.example/'] },
    },
  ],
  ...{ extendedOn: '', pauses: ['2026-12-01', '2026-12-03..2026-12-09'], stage: 'filed' },
  ...{ handler: officer, companion: officer, events: { filed: '2026-12-01' }, donePeriods: ['check'] },
  ...{ correctBy: '2026-12-20', recheckOn: '', conductFrom: '2026-01-01', lawChoice: 'both' },
  traits: { public: { result: 'present', facts: '' } },
  entries: [{ at: NOW, person: '李四', kind: 'note', text: '甲' }],
  transfer: { to: '乙局', on: '', letterNumber: '', receivedBy: '' },
};

const isTaken = (of: 'case' | 'item' | 'survey', key: string, value: unknown) =>
  v.is(poolChange, { kind: 'value', of, key, bases: [], value });

describe('a case of a colleague', () => {
  it('is taken as this product writes it', () => {
    expect(isTaken('case', 'c', fresh)).toBe(true);
    expect(isTaken('case', 'c', whole)).toBe(true);
  });

  it('is not taken under the key of another, which it would replace unseen', () =>
    expect(isTaken('case', 'x', whole)).toBe(false));

  it.each(Object.keys(whole))('is not taken with something else as its %s', (member) => {
    for (const value of [7, [null], [['']]]) expect(isTaken('case', 'c', { ...whole, [member]: value })).toBe(false);
  });

  it.each(['foundOn', 'extendedOn', 'correctBy', 'recheckOn', 'conductFrom'])(
    'is not taken with a %s that no calendar has',
    (member) => {
      for (const day of ['甲', '2026-13-01', '20260-01-01', '+275760-09-13', '9999-12-31'])
        expect(isTaken('case', 'c', { ...whole, [member]: day })).toBe(false);
    },
  );

  it('is not taken with events that no calendar has, or days without number that do not count', () => {
    expect(isTaken('case', 'c', { ...whole, events: { filed: '20260-01-01' } })).toBe(false);
    expect(isTaken('case', 'c', { ...whole, pauses: ['0001-01-01..+275760-09-13'] })).toBe(false);
    expect(isTaken('case', 'c', { ...whole, pauses: Array.from({ length: 201 }, () => '2026-12-01') })).toBe(false);
  });
});

describe('what stands beside an item, and the outcome of a survey', () => {
  const state = { status: 'pending', dismissed: [] };
  const confirmation = { officer, points: ['log'], remark: '', at: NOW };
  const paper = { name: 'a.docx', title: '', number: '', itemIds: [], madeAt: NOW, sha256: '' };
  it('are taken as this product writes them', () => {
    expect(isTaken('item', 'a', { ...state, confirmations: [confirmation], papers: [paper] })).toBe(true);
    expect(isTaken('survey', 'k', { key: 'k', result: 'open', person: '', at: NOW })).toBe(true);
  });
  it.each([
    ['item', 'a', { ...state, confirmations: [{ ...confirmation, at: '甲' }] }],
    ['item', 'a', { ...state, confirmations: [{ ...confirmation, points: ['constructor'] }] }],
    ['item', 'a', { ...state, papers: [{ ...paper, madeAt: '20260-01-01T00:00:00Z' }] }],
    ['item', 'a', { ...state, papers: [{ ...paper, template: 7 }] }],
    ['survey', 'k', { key: 'k', result: 'open', person: '', at: '甲' }],
    ['survey', 'x', { key: 'k', result: 'open', person: '', at: NOW }],
  ] as const)('are not taken with odd members: %s %s %j', (of, key, value) =>
    expect(isTaken(of, key, value)).toBe(false),
  );
});

describe('a case that is here already', () => {
  it('with a day that no calendar has hides no other: nothing runs from that day', () => {
    const odd = { ...fresh, foundOn: '20260-01-01', events: { filed: '甲' } };
    expect(dueDates(odd, '2026-11-30')).toEqual([]);
  });
  it('with centuries that do not count has an end that is not known', () => {
    const odd = { ...fresh, pauses: Array.from({ length: 200 }, () => '0001-01-01..9998-12-31') };
    expect(dueDates(odd, '2026-11-30').map(({ state }) => state)).toContain('unknown');
  });
});
