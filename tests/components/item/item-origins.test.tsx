// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { AddendumList } from '../../../components/certificates/AddendumList.tsx';
import { CustodyTab } from '../../../components/item/CustodyTab.tsx';
import type { Addendum } from '../../../utils/evidence/addendum.ts';
import type { AddendumOrigin } from '../../../utils/evidence/addendum-origin.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import type { StampStanding } from '../../../utils/evidence/stamp-standing.ts';
import { sampleRecord } from '../../evidence/sample-record.ts';
import { draw } from '../draw.ts';

const addendum: Addendum = {
  schema: 1,
  number: 2,
  recordSha256: 'ab'.repeat(32),
  kind: 'correction',
  at: '2026-11-24T03:00:00.000Z',
  person: '王五',
  certificate: 1,
  field: 'certificateNumber',
  read: 'HX2026-118',
  value: 'HX2026-113',
};
const key = 'cd'.repeat(32);

const shown = async (origin: AddendumOrigin) =>
  (await draw(<AddendumList addenda={[{ stem: '0002', addendum, origin }]} />)).textContent;

it('names of each addendum the key that signed it, registered or not', async () => {
  const known = await shown({ key, isSigned: true, standing: { kind: 'trusted', holder: '某局' }, counts: true });
  expect(known).toContain('更正证书/报告编码为“HX2026-113”');
  expect(known).toContain('已登记：某局');
  expect(known).not.toContain('不采用');
  const strange = await shown({ key, isSigned: true, standing: { kind: 'unknown' }, counts: false });
  expect(strange).toContain('未登记');
  expect(strange).toContain('cdcd cdcd');
  expect(strange).toContain('不采用');
  expect(await shown({ key, isSigned: false, standing: { kind: 'own' }, counts: true })).toContain('没有自己的签名');
  expect(await shown({ isSigned: false, standing: { kind: 'earlier' }, counts: true })).toContain('旧版写入');
});

it('says which of the three states the time stamp has', async () => {
  const record = sampleRecord('E20261123-0001', []);
  const item = { id: record.id, record, dismissed: [] } as unknown as EvidenceItem;
  const said = async (stamp: StampStanding) =>
    (await draw(<CustodyTab {...{ item, stamp }} sealedBy={null} lines={[]} chain={null} earlier={[]} />)).textContent;
  const token = { time: '2026-11-23T02:16:00.000Z', authority: '某机构', isBeforeSeal: false } as const;
  expect(await said({ kind: 'pinned', ...token })).toContain('时间戳可信');
  expect(await said({ kind: 'open', ...token })).toContain('有时间戳，签发者未登记');
  expect(await said({ kind: 'open', ...token, isBeforeSeal: true })).toContain('早于封存时间');
  expect(await said({ kind: 'none' })).toContain('时间戳无');
});
