import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Case } from '../../utils/evidence/case.ts';
import { changeCase, readCase, saveCase } from '../../utils/store/cases.ts';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../../utils/store/settings.ts';

const opened: Case = {
  id: 'case-1',
  number: '',
  name: '',
  source: 'patrol',
  foundOn: '2026-11-20',
  party: { name: '', creditCode: '', registeredAddress: '', businessAddress: '', contact: '', icpNumber: '' },
  platform: '',
  shop: '',
  summary: '',
  registrar: { name: '', licence: '' },
  outcome: '',
  createdAt: '2026-11-20T01:00:00.000Z',
};

beforeEach(() => fakeBrowser.reset());

/** On a slow PC an officer leaves the next field before the last one is stored. */
describe('changes that overtake each other', () => {
  it('keep every setting', async () => {
    await Promise.all([
      changeSettings({ office: '示例市场监督管理局' }),
      changeSettings({ theme: 'dark' }),
      changeSettings({ timestampUrl: 'http://127.0.0.1/tsa' }),
    ]);
    expect(await readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      office: '示例市场监督管理局',
      theme: 'dark',
      timestampUrl: 'http://127.0.0.1/tsa',
    });
  });

  it('keep every field of a case', async () => {
    await saveCase(opened);
    await Promise.all([
      changeCase('case-1', { name: '某检测机构虚假认证宣传' }),
      changeCase('case-1', { party: { name: '某某检测有限公司' } }),
      changeCase('case-1', { party: { creditCode: '91350100M000100Y43' } }),
    ]);
    expect(await readCase('case-1')).toEqual({
      ...opened,
      name: '某检测机构虚假认证宣传',
      party: { ...opened.party, name: '某某检测有限公司', creditCode: '91350100M000100Y43' },
    });
  });
});
