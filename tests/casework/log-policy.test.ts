import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeOffice } from '../../utils/casework/change-office.ts';
import { logPolicy } from '../../utils/casework/log-policy.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';

const handOut = async (policy: Record<string, unknown>) => {
  await fakeBrowser.storage.managed.clear();
  await fakeBrowser.storage.managed.set(policy);
};
const told = async () => (await readLines()).map(({ act, person, detail }) => `${act} ${person} ${detail}`);
const ROOT = 'ab'.repeat(32);
const BY_POLICY = 'settings-changed 管理员（策略） 管理策略变更：';

beforeEach(async () => {
  fakeBrowser.reset();
  await (await openDatabase()).clear('custody');
});

it('writes a line for each thing that evidence rests on, once, and none for what it does not rest on', async () => {
  await handOut({
    office: '某市局',
    officers: [{ name: '张示例', licence: '35000000001' }],
    timestampUrl: 'https://tsa.example.cn/',
    stampRoots: [{ holder: '某中心', fingerprint: ROOT, addedOn: '2026-11-01' }],
    recheckDays: 14,
  });
  await logPolicy();
  await logPolicy();
  expect(await told()).toEqual([
    `${BY_POLICY}单位名称由“空”改为“某市局”`,
    `${BY_POLICY}执法人员由“空”改为“张示例（执法证号 35000000001）”`,
    `${BY_POLICY}时间戳服务由“空”改为“https://tsa.example.cn/”`,
    `${BY_POLICY}已登记的时间戳证书指纹由“空”改为“${ROOT}”`,
  ]);
});

it('says nothing where the office’s own stands before the policy, and does when a lock puts the policy above it', async () => {
  await changeOffice({ office: '自填名' });
  await handOut({ office: '某市局' });
  await logPolicy();
  expect(await told()).toHaveLength(1);
  await handOut({ office: '某市局', locked: ['office'] });
  await logPolicy();
  expect((await told()).slice(1)).toEqual([`${BY_POLICY}单位名称由“自填名”改为“某市局”`]);
  await handOut({});
  await logPolicy();
  expect((await told()).at(-1)).toBe(`${BY_POLICY}单位名称由“某市局”改为“自填名”`);
});
