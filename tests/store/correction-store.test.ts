import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  forgetCorrections,
  saveCorrection,
  saveStrikeOff,
  withCorrections,
} from '../../utils/store/correction-store.ts';
import { REPORT_CERTIFICATE, report } from '../gallery/fixtures.ts';

const put = (field: 'issueDate' | 'conclusion', value: string) =>
  saveCorrection(report(), { frameId: 0, certificateId: 'cert-1', field, value });

const corrections = async (changed = report()) => (await withCorrections(changed)).certificates[0]?.corrections;

beforeEach(() => fakeBrowser.reset());

describe('corrections', () => {
  it('stand beside the reading, also where nothing was read', async () => {
    await put('issueDate', ' 2026-03-15 ');
    await put('conclusion', '合格');
    expect(await corrections()).toEqual({ issueDate: '2026-03-15', conclusion: '合格' });
    expect((await withCorrections(report())).certificates[0]?.fields).toEqual(REPORT_CERTIFICATE.fields);
  });

  it('are taken back by the reading itself', async () => {
    await put('issueDate', '2026-03-15');
    await put('issueDate', '2024-03-15');
    expect(await corrections()).toBeUndefined();
  });

  it('do not pass to another reading under the same id', async () => {
    await put('issueDate', '2026-03-15');
    const { fields } = REPORT_CERTIFICATE;
    const other = { ...REPORT_CERTIFICATE, fields: { ...fields, issueDate: { value: '2020-01-01', raw: '' } } };
    expect(await corrections(report({ certificates: [other] }))).toBeUndefined();
    expect(await corrections(report({ certificates: [{ ...REPORT_CERTIFICATE, frameId: 4 }] }))).toBeUndefined();
  });

  it('change what is missing', async () => {
    expect(REPORT_CERTIFICATE.missing).toContain('conclusion');
    await put('conclusion', '合格');
    expect((await withCorrections(report())).certificates[0]?.missing).not.toContain('conclusion');
  });

  it('strike a misread certificate off until it is read otherwise, and take it back in', async () => {
    const own = { frameId: 0, certificateId: 'cert-1' };
    const struck = async (changed = report()) => (await withCorrections(changed)).certificates[0]?.struckOff;
    await saveStrikeOff(report(), { ...own, struckOff: true });
    expect(await struck()).toBe(true);
    const other = { ...REPORT_CERTIFICATE, fields: { issueDate: { value: '2020-01-01', raw: '' } } };
    expect(await struck(report({ certificates: [other] }))).toBeUndefined();
    await saveStrikeOff(report(), { ...own, struckOff: false });
    expect(await struck()).toBeUndefined();
  });

  it('go with their tab', async () => {
    await put('issueDate', '2026-03-15');
    await forgetCorrections(1);
    expect(await corrections()).toBeUndefined();
  });
});
