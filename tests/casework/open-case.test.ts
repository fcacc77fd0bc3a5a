import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openCase } from '../../utils/casework/open-case.ts';
import { readParty } from '../../utils/party/read-party.ts';
import { readCase } from '../../utils/store/cases.ts';

const start = { title: '检测报告', host: 'example.cn', registrar: { name: '张三', licence: '' }, today: '2026-11-30' };

it('opens a case with the party that the page names, and keeps where it was read', async () => {
  const facts = readParty(['店铺：某某检测专营店 统一社会信用代码：91350100M000100Y43'], '');
  const id = await openCase({ ...start, readings: [{ url: 'https://example.cn/', facts }] });
  expect(await readCase(id)).toMatchObject({
    name: '某某检测专营店',
    shop: '某某检测专营店',
    party: { name: '', creditCode: '91350100M000100Y43' },
    readings: [{ url: 'https://example.cn/', facts }],
  });
});

it('leaves empty what no page says', async () => {
  const read = await readCase(await openCase(start));
  expect(read).toMatchObject({ name: '检测报告', shop: '', party: { name: '', creditCode: '', icpNumber: '' } });
  expect(read?.readings).toBeUndefined();
});
