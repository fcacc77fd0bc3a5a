import { describe, expect, it } from 'vitest';
import {
  clearLast,
  facetValues,
  filterItems,
  NO_CASE,
  NO_FILTER,
  setSpan,
  toggleValue,
} from '../../../components/library/filter-items.ts';
import { createItemSearch } from '../../../components/library/search-items.ts';
import { sortItems } from '../../../components/library/sort-items.ts';
import { siteOf } from '../../../utils/base/host-of.ts';
import { summariseItem } from '../../../utils/casework/item-summary.ts';
import type { Addendum } from '../../../utils/evidence/addendum.ts';
import type { EvidenceItem, EvidenceRecord } from '../../../utils/evidence/record.ts';
import { sampleCertificate, sampleFinding, sampleItem } from './sample-items.ts';

const TODAY = '2026-11-23';
const page = sampleItem().record.page;

function row(
  id: string,
  title: string,
  url: string,
  rest: Partial<EvidenceRecord> = {},
  item: Partial<EvidenceItem> = {},
) {
  return summariseItem(
    sampleItem({ id, page: { ...page, title, url }, ...rest }, item),
    item.caseId ? { name: `示例案 ${item.caseId}`, number: '', foundOn: '' } : undefined,
    { today: TODAY },
  );
}

const items = [
  row('E20261123-0007', '某某检测认证服务', 'https://www.mm-jiance.example/', {}, { caseId: '2026-011' }),
  row(
    'E20261120-0003',
    '三天拿证讲解第 12 期',
    'https://video.example/v/1',
    {
      startedAt: '2026-11-20T08:20:00.000Z',
      findings: [sampleFinding('false-promise/guaranteed', 1)],
      certificates: [],
    },
    { status: 'investigating' },
  ),
  row(
    'E20261105-0001',
    '某某体系认证代办',
    'https://shop.example/a',
    { startedAt: '2026-11-05T06:48:00.000Z', certificates: [sampleCertificate({ missing: [], problems: [] })] },
    { status: 'transferred', caseId: '2026-009' },
  ),
];
const officer = { name: '李四', licence: '' };
const party = { name: '泉州甲乙检测有限公司', creditCode: '91350100M000100Y43' };
const owned = summariseItem(
  sampleItem(
    { id: 'E20261101-0002', page: { ...page, title: '详情', url: 'https://shop.example/b' } },
    { caseId: 'c' },
  ),
  {
    ...{ name: '甲乙案', number: '线索 88', foundOn: '', platform: '某平台', shop: '优品质检店', handler: officer },
    summary: '自称免检免评',
    party: { ...party, registeredAddress: '', businessAddress: '', contact: '', icpNumber: '' },
    entries: [{ at: '', person: '', kind: 'note', text: '已电话核实' }],
  },
  { today: TODAY },
);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('a row', () => {
  it('counts claims by level without quotations and false positives', () => {
    const item = sampleItem(
      {
        findings: [
          sampleFinding('fake-certification/same-day', 1),
          sampleFinding('fake-certification/no-sample', 2),
          sampleFinding('false-promise/guaranteed', 3, { disposition: 'cited' }),
        ],
      },
      { dismissed: ['f2'] },
    );
    const of = (office: string) => summariseItem(sampleItem({ office: '市局' }), undefined, { today: TODAY, office });
    expect(of('区局').otherOffice).toBe('市局');
    expect(of('市局')).not.toHaveProperty('otherOffice');
    expect(of('')).not.toHaveProperty('otherOffice');
    expect(summariseItem(item, undefined, { today: TODAY })).toMatchObject({
      strong: 1,
      weak: 0,
      missing: 2,
      doubts: 1,
    });
  });

  it('carries the deadline while the check is open, counted from the local day', () => {
    expect(items[0]?.deadline).toEqual({ date: '2026-12-14', state: 'ample', certain: true, extended: false });
    expect(items[2]?.deadline).toBeUndefined();
    const late = sampleItem({ startedAt: '2026-11-23T17:00:00.000Z' });
    expect(summariseItem(late, undefined, { today: TODAY })).toMatchObject({
      date: '2026-11-24',
      deadline: { date: '2026-12-15' },
    });
  });

  it('counts from the day on which the case was found', () => {
    const owner = { name: '', number: '线索 12', foundOn: '2026-11-20' };
    const summary = summariseItem(sampleItem({}, { caseId: 'c' }), owner, { today: TODAY });
    expect(summary).toMatchObject({ caseName: '线索 12', deadline: { date: '2026-12-11' } });
  });

  it('counts certificates as persons left them, and tells what persons decided', () => {
    const item = sampleItem(
      { certificates: [sampleCertificate(), sampleCertificate({ id: 'c2' })] },
      { dismissed: ['f1'] },
    );
    const place = { schema: 1, recordSha256: '', at: '', person: '张三' } as const;
    const addenda: Addendum[] = [
      { ...place, number: 1, certificate: 1, kind: 'correction', field: 'conclusion', read: null, value: '合格' },
      { ...place, number: 2, certificate: 2, kind: 'strike-off', struckOff: true },
    ];
    const plain = summariseItem(sampleItem({ certificates: [sampleCertificate()] }), undefined, { today: TODAY });
    expect(plain).toMatchObject({ missing: 2, doubts: 1, certificates: 1, judged: [] });
    const judged = summariseItem(item, undefined, { today: TODAY }, addenda);
    expect(judged).toMatchObject({ missing: 1, doubts: 1, certificates: 1 });
    expect(judged.judged).toEqual(['dismissed', 'corrected', 'struck-off']);
    expect(ids(filterItems([plain, judged], toggleValue(NO_FILTER, 'judged', 'struck-off')))).toEqual([judged.id]);
  });

  it('names the host, and falls back to the address for an empty title', () => {
    expect(siteOf('https://www.a.example:8443/x')).toBe('a.example');
    expect(siteOf('nonsense')).toBe('');
    expect(row('E1', '  ', 'https://a.example/').title).toBe('https://a.example/');
  });
});

describe('filters', () => {
  it('add up between groups and alternate inside one', () => {
    const open = toggleValue(toggleValue(NO_FILTER, 'status', 'pending'), 'status', 'investigating');
    expect(ids(filterItems(items, open))).toEqual(['E20261123-0007', 'E20261120-0003']);
    const both = toggleValue(open, 'rule', 'fake-certification/same-day');
    expect(ids(filterItems(items, both))).toEqual(['E20261123-0007']);
  });

  it('count what each value would show under the other groups', () => {
    const filter = toggleValue(NO_FILTER, 'status', 'pending');
    const counts = (facet: 'status' | 'host' | 'case') =>
      Object.fromEntries(facetValues(items, filter, facet).map(({ value, count }) => [value, count]));
    expect(counts('status')).toEqual({ pending: 1, investigating: 1, transferred: 1, unfounded: 0 });
    expect(counts('host')).toEqual({ 'mm-jiance.example': 1, 'video.example': 0, 'shop.example': 0 });
    expect(counts('case')).toEqual({ '2026-011': 1, '2026-009': 0, [NO_CASE]: 0 });
  });

  it('keep items without a case at the end', () => {
    expect(facetValues(items, NO_FILTER, 'case').map(({ value }) => value)).toEqual(['2026-011', '2026-009', NO_CASE]);
  });

  it('bound the days on both sides', () => {
    expect(ids(filterItems(items, setSpan(NO_FILTER, '2026-11-20', '2026-11-22')))).toEqual(['E20261120-0003']);
    expect(filterItems(items, setSpan(NO_FILTER, '2026-11-06', ''))).toHaveLength(2);
  });

  it('are taken back one group at a time, the last one first', () => {
    const filter = setSpan(toggleValue(NO_FILTER, 'host', 'shop.example'), '2026-11-01', '');
    expect(clearLast(filter).from).toBe('');
    expect(clearLast(filter).chosen.host).toEqual(['shop.example']);
    expect(clearLast(clearLast(filter))).toEqual(NO_FILTER);
    expect(clearLast(NO_FILTER)).toBe(NO_FILTER);
  });
});

describe('order', () => {
  it('puts the newest, the nearest deadline or the most claims first', () => {
    expect(ids(sortItems(items, 'time'))).toEqual(['E20261123-0007', 'E20261120-0003', 'E20261105-0001']);
    expect(ids(sortItems(items, 'deadline'))).toEqual(['E20261120-0003', 'E20261123-0007', 'E20261105-0001']);
    expect(ids(sortItems(items, 'weight')).at(-1)).toBe('E20261120-0003');
    expect(sortItems(items, 'title').at(0)?.title).toBe('某某检测认证服务');
  });
});

describe('search', () => {
  const search = createItemSearch(items);

  it('lists everything for an empty query, in the given order', () => {
    expect(ids(search.find('  '))).toEqual(ids(items));
  });

  it('finds exact words in title, address, phrase, rule, case and id', () => {
    expect(ids(search.find('三天拿证'))).toEqual(['E20261120-0003']);
    expect(ids(search.find('shop.example/a'))).toEqual(['E20261105-0001']);
    expect(ids(search.find('示例案 2026-009'))).toEqual(['E20261105-0001']);
    expect(ids(search.find('E20261123'))).toEqual(['E20261123-0007']);
    expect(ids(search.find('ＶＩＤＥＯ'))).toEqual(['E20261120-0003']);
  });

  it('puts exact hits before near ones', () => {
    expect(search.find('体系认证代办').at(0)?.id).toBe('E20261105-0001');
    expect(ids(search.find('某某检测人证服务'))).toContain('E20261123-0007');
  });

  it('never offers a near certificate number or id', () => {
    expect(ids(search.find('MM2026-JC-00417'))).toContain('E20261123-0007');
    expect(search.find('MM2026-JC-00418')).toEqual([]);
    expect(search.find('E20261123-0009')).toEqual([]);
  });
});

describe('search and filters by what the case says', () => {
  const search = createItemSearch([...items, owned]);
  it.each(['泉州甲乙', '91350100M000100Y43', '某平台', '优品质检', '李四', '电话核实', '免检免评', '线索 88'])(
    'finds an item by %s',
    (words) => expect(ids(search.find(words))[0]).toBe(owned.id),
  );

  it('finds names by their pinyin initials, after what holds the letters themselves', () => {
    expect(ids(search.find('qzjy'))).toContain(owned.id);
    expect(ids(search.find('mmjc'))[0]).toBe('E20261123-0007');
    expect(ids(search.find('zzzz'))).toEqual([]);
  });

  it('filters by handler, platform and open problem', () => {
    const all = [...items, owned];
    expect(ids(filterItems(all, toggleValue(NO_FILTER, 'handler', '李四')))).toEqual([owned.id]);
    expect(facetValues(all, NO_FILTER, 'handler').map(({ value, count }) => [value, count])).toContainEqual([
      '李四',
      1,
    ]);
    expect(ids(filterItems(all, toggleValue(NO_FILTER, 'platform', '某平台')))).toEqual([owned.id]);
    const [problem] = facetValues(all, NO_FILTER, 'problem');
    expect(filterItems(all, toggleValue(NO_FILTER, 'problem', problem!.value))).toHaveLength(problem!.count);
  });
});
