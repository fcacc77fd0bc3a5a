import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/store/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../utils/store/settings-file.ts';

const madeAt = '2026-11-30T01:00:00.000Z';
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  office: '某市市场监督管理局',
  officers: [{ name: '张三', licence: '0101' }],
  timestampUrl: 'https://someone:secret@tsa.example/stamp?a=@',
  papers: { 'transfer-letter': { title: '', numberPattern: '〔{年}〕{号}号' } },
  currentCaseId: 'case-1',
};
const read = (value: unknown) =>
  readSettingsFile(new Blob([typeof value === 'string' ? value : JSON.stringify(value)]));
const file = (some: object) => ({ format: 'zhengjian-settings', version: 1, settings: some });

it('comes back as it went out, without the name and password of an address and without the case at hand', async () => {
  const text = writeSettingsFile(settings, madeAt);
  const { currentCaseId, ...rest } = settings;
  expect(text).not.toContain('secret');
  expect(text).not.toContain(currentCaseId);
  expect(await read(`\uFEFF${text}`)).toEqual({
    settings: { ...rest, timestampUrl: 'https://tsa.example/stamp?a=@' },
    unknown: [],
  });
});

it('names what is wrong and takes nothing of it over', async () => {
  const faulty = file({
    office: '某局',
    recheckDays: '30',
    officers: [{ name: '张三' }],
    portals: { cnca: 'file:///etc' },
  });
  await expect(read(faulty)).rejects.toMatchObject({
    key: 'error_faultySettings',
    values: ['recheckDays、officers、portals'],
  });
});

it('leaves out settings of another version, by name, and refuses any other file', async () => {
  expect(await read(file({ recheckDays: 7, currentCaseId: 'x', later: 1 }))).toEqual({
    settings: { recheckDays: 7 },
    unknown: ['currentCaseId', 'later'],
  });
  for (const other of ['', '{', '[]', 'null', { format: 'zhengjian-settings', version: 2, settings: {} }])
    await expect(read(other)).rejects.toMatchObject({ key: 'error_noSettingsFile' });
});
