import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { cleanUpDocument, cleanUpRows, cleanUpWorkbook } from '../../utils/documents/clean-up-list.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';
import type { PatrolEntry } from '../../utils/patrol/patrol.ts';
import { dueItems, placeOfLoad, recheckVerdict } from '../../utils/patrol/recheck.ts';

const item = (id: string, url: string, sealedAt: string, dismissed: readonly string[] = []) =>
  ({
    id,
    dismissed,
    record: {
      sealedAt,
      page: { url },
      findings: [
        { id: 'f1', disposition: 'claim', phrase: '检测包过' },
        { id: 'f2', disposition: 'cited', phrase: '当天出证' },
      ],
    },
  }) as unknown as EvidenceItem;

describe('the due list', () => {
  const now = Date.parse('2026-11-30T00:00:00Z');
  const old = '2026-10-01T00:00:00Z';
  const due = (...items: EvidenceItem[]) => dueItems(items, 30, now).map(({ item, phrases }) => [item.id, phrases]);
  it('holds what was sealed as flagged long enough ago', () =>
    expect(due(item('E1', 'https://a.example/', old))).toEqual([['E1', ['检测包过']]]));
  it('holds an address once, by its newest capture', () =>
    expect(
      due(item('E1', 'https://a.example/', old), item('E2', 'https://a.example/#x', '2026-11-29T00:00:00Z')),
    ).toEqual([]));
  it('holds nothing that a person dismissed, nor a local file', () =>
    expect(due(item('E1', 'https://a.example/', old, ['f1']), item('E2', 'file:///a.html', old))).toEqual([]));
  it.each([
    ['page', undefined],
    ['page', { url: 7 }],
    ['findings', null],
    ['findings', [null]],
    ['sealedAt', 7],
    ['sealedAt', undefined],
    ['dismissed', 7],
  ])('does without a record whose %s is %j', (member, value) => {
    const odd = item('E2', 'https://b.example/', old);
    const hostile = { ...odd, record: { ...odd.record, [member]: value } };
    expect(due(item('E1', 'https://a.example/', old), hostile)).toContainEqual(['E1', ['检测包过']]);
  });
});

describe('what became of a sealed page', () => {
  const now = (change: Partial<VisitOutcome>): VisitOutcome => ({
    url: 'https://a.example/',
    state: 'done',
    flagged: true,
    claims: 1,
    phrases: ['检测包过'],
    visitedAt: '2026-11-30T00:00:00Z',
    ...change,
  });
  it.each([
    ['there', {}],
    ['changed', { phrases: ['当天出证'] }],
    ['changed', { claims: 2, phrases: ['检测包过', '当天出证'] }],
    ['gone', { claims: 0, flagged: false, phrases: [] }],
    ['gone', { state: 'failed', reason: { id: 'http-status', value: '404' } }],
    [undefined, { state: 'failed', reason: { id: 'http-status', value: '500' } }],
    [undefined, { state: 'needs-officer', reason: { id: 'login-wall' } }],
  ] as const)('is %s: %j', (verdict, change) => expect(recheckVerdict(['检测包过'], now(change))).toBe(verdict));
});

it('still there is a page with more words than an outcome names', () => {
  const phrases = Array.from({ length: 30 }, (_, index) => `词${index}`);
  const now = (named: readonly string[]): VisitOutcome => ({
    ...{ url: 'https://a.example/', state: 'done', flagged: true, claims: 30 },
    ...{ phrases: named, visitedAt: '2026-11-30T00:00:00Z' },
  });
  expect(recheckVerdict(phrases, now(phrases.slice(0, 20)))).toBe('there');
  expect(recheckVerdict(phrases, now(phrases.slice(0, 19)))).toBe('changed');
  expect(recheckVerdict(phrases, now([...phrases.slice(0, 19), '别的']))).toBe('changed');
});

describe('a page whose scripts changed its address', () => {
  const entry = (address: string, loadedFrom?: string): PatrolEntry => ({
    ...{ patrolId: 'p', number: 1, key: 'k', host: 'a.example', url: 'https://a.example/?a', address },
    ...({ state: 'waiting', attempts: 1 } as const),
    sealed: { itemId: 'E1', phrases: ['检测包过'], ...(loadedFrom === undefined ? {} : { loadedFrom }) },
  });
  it('is visited where it was loaded from, once', () => {
    const there = placeOfLoad(entry('https://a.example/?a', 'https://a.example/shop'));
    expect(there).toMatchObject({ address: 'https://a.example/shop', host: 'a.example', url: 'https://a.example/?a' });
    expect(placeOfLoad(there!)).toBeUndefined();
  });
  it('is not visited at another host: no script could have changed the address from there, but a record made by hand can say so', () =>
    expect(placeOfLoad(entry('https://a.example/?a', 'http://192.168.1.1/reboot?now'))).toBeUndefined());
  it('is left alone when the record names no such address, or none that can be visited', () => {
    expect(placeOfLoad(entry('https://a.example/?a'))).toBeUndefined();
    expect(placeOfLoad(entry('https://a.example/?a', 'file:///etc/hostname'))).toBeUndefined();
    expect(placeOfLoad(entry('https://a.example/?a', 'javascript:alert(1)'))).toBeUndefined();
  });
});

describe('the clean-up list', () => {
  const entry = (url: string, more: Partial<PatrolEntry> = {}): PatrolEntry => ({
    patrolId: 'p',
    number: 1,
    key: url,
    url,
    address: url,
    host: new URL(url).host,
    state: 'done',
    attempts: 1,
    outcome: {
      url,
      state: 'done',
      flagged: true,
      title: '=1+1',
      phrases: ['检测包过'],
      visitedAt: '2026-11-30T00:00:00Z',
    },
    ...more,
  });
  const rows = cleanUpRows([
    entry('https://b.example/1'),
    entry('https://a.example/2', { verdict: 'gone', sealed: { itemId: 'E1', phrases: ['包过'] } }),
    entry('https://a.example/3', { expected: true }),
    entry('https://a.example/4', {
      outcome: { url: '', state: 'done', flagged: false, visitedAt: '2026-11-30T00:00:00Z' },
    }),
  ]);

  it('holds flagged pages and what was sealed, by platform, and no probe', () =>
    expect(rows.map(({ host, verdict, phrases }) => [host, verdict, phrases])).toEqual([
      ['a.example', 'gone', ['包过']],
      ['b.example', 'there', ['检测包过']],
    ]));

  it('is written as a workbook with a sheet for each platform, whose cells compute nothing', async () => {
    const workbook = await cleanUpWorkbook(rows, 'Asia/Shanghai');
    const sheets = await readXlsxFile(workbook);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['a.example', 'b.example']);
    expect(String(sheets[1]!.data[1]![1])).toContain('1+1');
    expect(typeof sheets[1]!.data[1]![1]).toBe('string');
  });

  it('is written as a document', async () => {
    const head = new Uint8Array(await (await cleanUpDocument(rows, 'Asia/Shanghai')).slice(0, 2).arrayBuffer());
    expect([...head]).toEqual([0x50, 0x4b]);
  });
});
