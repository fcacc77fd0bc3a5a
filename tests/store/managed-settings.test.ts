import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { changeOffice } from '../../utils/casework/change-office.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { LOCKABLE, MANAGED, readManaged, sortManaged, watchManaged } from '../../utils/store/managed-settings.ts';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../../utils/store/settings.ts';

const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
const handOut = (policy: Record<string, unknown>) => fakeBrowser.storage.managed.set(policy);

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('what an administrator hands out', () => {
  it('is a default until the office sets its own', async () => {
    await handOut({ office: '某市市场监督管理局', patrolPaceSeconds: 20 });
    await changeSettings({ theme: 'dark' });
    expect(await readSettings()).toMatchObject({ office: '某市市场监督管理局', patrolPaceSeconds: 20, theme: 'dark' });
    await changeSettings({ patrolPaceSeconds: DEFAULT_SETTINGS.patrolPaceSeconds });
    expect((await readSettings()).patrolPaceSeconds).toBe(DEFAULT_SETTINGS.patrolPaceSeconds);
  });

  it('stands above the office’s own where it is locked, and no change of it is logged or kept', async () => {
    await changeSettings({ office: '旧名' });
    await handOut({ office: '某市市场监督管理局', locked: ['office'] });
    const lines = (await readLines()).length;
    await changeOffice({ office: '另名', recheckDays: 10 });
    expect(await readSettings()).toMatchObject({ office: '某市市场监督管理局', recheckDays: 10 });
    expect(await readLines()).toHaveLength(lines);
    await fakeBrowser.storage.managed.clear();
    expect((await readSettings()).office).toBe('旧名');
  });

  it('leaves out what it cannot understand, by name, and keeps the rest', () => {
    const policy = {
      office: 7,
      recheckDays: 14,
      timestampUrl: 'javascript:alert(1)',
      theme: 'dark',
      colour: 'red',
      locked: ['recheckDays', 'office', 'disabledSites'],
    };
    expect(sortManaged(policy)).toEqual({
      values: { recheckDays: 14 },
      locked: ['recheckDays'],
      refused: ['office', 'timestampUrl', 'colour', 'theme', 'locked: office', 'locked: disabledSites'],
    });
    expect(sortManaged({ locked: 'office' }).refused).toEqual(['locked']);
  });

  it('is what the browser last told while it does not answer, and what it tells in the end', async () => {
    await handOut({ recheckDays: 14 });
    expect((await readSettings()).recheckDays).toBe(14);
    let answer: (policy: Record<string, unknown>) => void = () => undefined;
    const late = new Promise<Record<string, unknown>>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(browser.storage.managed, 'get').mockImplementation((() => late) as never);
    expect((await readSettings()).recheckDays).toBe(14);
    const told = new Promise<void>((resolve) => {
      const stop = watchManaged(() => {
        stop();
        resolve();
      });
    });
    answer({ recheckDays: 21 });
    await told;
    vi.restoreAllMocks();
    await handOut({ recheckDays: 21 });
    expect((await readSettings()).recheckDays).toBe(21);
  });

  it('is nothing where Firefox has no manifest of it', async () => {
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
    expect((await readManaged()).values).toEqual({});
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('the schema of the build', () => {
  it('names the settings that are handed out, and those that may be locked', () => {
    const { locked, ...settings } = schema.properties;
    expect(Object.keys(settings)).toEqual([...MANAGED]);
    expect(locked.items.enum).toEqual(LOCKABLE);
  });

  it('allows the values as delivered', () => {
    for (const name of MANAGED) {
      const value = DEFAULT_SETTINGS[name];
      const type = value === null ? 'string' : Array.isArray(value) ? 'array' : typeof value;
      expect(schema.properties[name].type.replace('integer', 'number'), name).toBe(type);
      expect(schema.properties[name].enum ?? [value], name).toContain(value);
    }
  });
});

it('lets go of what an earlier version stored as delivered', async () => {
  await fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, office: '某局' } });
  await handOut({ office: '上级', recheckDays: 14 });
  vi.resetModules();
  const later = await import('../../utils/store/settings.ts');
  expect(await later.readSettings()).toMatchObject({ office: '某局', recheckDays: 14 });
});
