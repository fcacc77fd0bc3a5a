import { expect, it } from 'vitest';
import { brigadeOf, type Route, routesOf } from '../../utils/documents/route.ts';
import { transferLetter } from '../../utils/documents/transfer-letter.ts';
import { about, itemOf } from './sample-case.ts';

const line = (change: Partial<Route>): Route => ({
  category: '',
  source: '',
  section: '信用监管股',
  brigade: '一大队',
  ...change,
});
const ITEM = itemOf();
const [FINDING] = ITEM.record.findings;

it('takes the first line that fits kind of problem and source', () => {
  const table = [
    line({ source: 'complaint', brigade: '举报中队' }),
    line({ category: 'absolute-terms', brigade: '广告大队' }),
    line({ category: FINDING!.category, source: 'patrol', brigade: '认证大队' }),
    line({ brigade: '其余' }),
  ];
  const taken = routesOf(table, [ITEM], { source: 'patrol' });
  expect(taken.map(({ category, route }) => [category, route.brigade])).toEqual([[FINDING!.category, '认证大队']]);
  expect(brigadeOf(routesOf(table, [ITEM], { source: 'complaint' }))).toBe('举报中队');
});

it('takes a lead without a claim by the lines of any problem, and passes over lines that name nobody', () => {
  const table = [
    line({ section: ' ', brigade: '' }),
    line({ category: 'absolute-terms' }),
    line({ brigade: '四大队' }),
  ];
  const dismissed = itemOf({}, [FINDING!.id]);
  expect(brigadeOf(routesOf(table, [dismissed], { source: 'patrol' }))).toBe('四大队');
});

it('leaves the receiver to the officer where several brigades share a lead', () => {
  const two = itemOf({ findings: [FINDING!, { ...FINDING!, id: 'other', category: 'absolute-terms' }] });
  const taken = routesOf([line({ category: FINDING!.category }), line({ brigade: '二大队' })], [two], about);
  expect(taken).toHaveLength(2);
  expect(brigadeOf(taken)).toBe('');
});

it('is written into the letter', () => {
  const options = { office: { name: '某某局', officers: [] }, number: '' };
  const letter = (routes: readonly Route[]) => JSON.stringify(transferLetter([ITEM], about, { ...options, routes }));
  expect(letter([line({ brigade: '四大队' })])).toContain('四大队');
  expect(letter([])).not.toContain('线索分派');
});
