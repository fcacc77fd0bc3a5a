import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { changeOffice } from '../../utils/casework/change-office.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import {
  deskActiveItem,
  deskItem,
  keepDesk,
  NobodyAtDeskError,
  personAtDesk,
  readDesk,
  requireDesk,
  takeDesk,
} from '../../utils/store/desk-store.ts';
import { DEFAULT_SETTINGS, readSettings, settingsItem } from '../../utils/store/settings.ts';

const zhang = { name: '张三', licence: '35000000001' };
const li = { name: '李四', licence: '35000000002' };
const settings = { ...DEFAULT_SETTINGS, officers: [zhang, li], deskIdleMinutes: 30 };
const later = (minutes: number) => vi.setSystemTime(Date.parse('2026-11-23T06:00:00Z') + minutes * 60_000);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  later(0);
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
  await Promise.all([settingsItem.setValue(settings), deskItem.setValue(null), deskActiveItem.setValue(null)]);
  return () => vi.useRealTimers();
});

it('lets no capture name an officer who has not said that they are here', async () => {
  await expect(requireDesk(settings)).rejects.toBeInstanceOf(NobodyAtDeskError);
  await takeDesk({ officer: zhang, companion: li });
  expect(await requireDesk(settings)).toEqual({ officers: [zhang, li], attendedSince: '2026-11-23T06:00:00.000Z' });
  expect(await personAtDesk()).toBe('张三、李四');
});

it('asks again after the idle time, and an act does not stand in for the answer', async () => {
  await takeDesk({ officer: zhang });
  later(25);
  await keepDesk();
  later(50);
  expect((await readDesk()).state).toBe('present');
  later(120);
  await keepDesk();
  expect(await readDesk()).toMatchObject({ state: 'idle', desk: { officer: zhang } });
  expect(await personAtDesk()).toBe('未登记');
  await expect(requireDesk(settings)).rejects.toBeInstanceOf(NobodyAtDeskError);
});

it('captures for an office that has named nobody, and names nobody', async () => {
  expect(await requireDesk({ ...settings, officers: [] })).toEqual({ officers: [] });
  expect(await requireDesk({ ...settings, officers: [{ name: ' ', licence: '' }] })).toEqual({ officers: [] });
});

it('writes each change at the desk into the log, in the name of whoever comes or goes', async () => {
  await takeDesk({ officer: zhang });
  await takeDesk({ officer: li, companion: zhang });
  await takeDesk(null);
  expect((await readLines()).map(({ act, person, detail }) => [act, person, detail])).toEqual([
    ['desk-changed', '张三', '在岗 张三（执法证号 35000000001），无同行人员'],
    ['desk-changed', '李四、张三', '在岗 李四（执法证号 35000000002），同行 张三（执法证号 35000000001）'],
    ['desk-changed', '李四、张三', '离岗'],
  ]);
});

it('writes changes of office, officers, time stamps, whose stamps and keys are trusted, the day of checking, what is counted and where nothing is scanned into the log, and no others', async () => {
  await takeDesk({ officer: zhang });
  const trustedKeys = [{ fingerprint: 'ab'.repeat(32), holder: '某某县局', addedOn: '2026-11-23' }];
  await changeOffice({ office: '某某市市场监督管理局', timestampUrl: 'http://tsa.example/', theme: 'dark' });
  await changeOffice({ officers: [zhang], trustedKeys });
  await changeOffice({ disabledSites: ['shop.example', 'seller.example'] });
  await changeOffice({ disabledSites: ['shop.example'], judging: { strictness: 'strict', personalPapers: false } });
  await changeOffice({ stampRoots: [{ fingerprint: 'cd'.repeat(32) }], referenceDate: '2026-10-01' });
  const lines = (await readLines()).slice(1);
  expect(lines.every(({ act, person }) => act === 'settings-changed' && person === '张三')).toBe(true);
  expect(lines.map(({ detail }) => detail)).toEqual([
    '单位名称由“空”改为“某某市市场监督管理局”',
    '时间戳服务由“空”改为“http://tsa.example/”',
    '执法人员由“张三（执法证号 35000000001）、李四（执法证号 35000000002）”改为“张三（执法证号 35000000001）”',
    `受信任的签名公钥由“空”改为“某某县局（${'ab'.repeat(32)}）”`,
    '不扫描的网站增加“shop.example、seller.example”',
    '计入疑似的尺度由“标准”改为“严”',
    '个人证书与建筑业资质由“列出”改为“不列”',
    '不扫描的网站减少“seller.example”',
    `已登记的时间戳证书指纹由“空”改为“${'cd'.repeat(32)}”`,
    '核对有效期所用日期由“空”改为“2026-10-01”',
  ]);
  expect(await readSettings()).toMatchObject({ theme: 'dark', officers: [zhang], disabledSites: ['shop.example'] });
});

it('keeps the later of two changes, also where only the first is a line of the log', async () => {
  await Promise.all([changeOffice({ timestampUrl: 'tsa.example' }), changeOffice({ timestampUrl: null })]);
  expect((await readSettings()).timestampUrl).toBeNull();
  expect((await readLines()).map(({ detail }) => detail)).toEqual([
    '时间戳服务由“空”改为“tsa.example”',
    '时间戳服务由“tsa.example”改为“空”',
  ]);
});
