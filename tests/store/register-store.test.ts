import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { withRegisterChecks } from '../../utils/casework/check-registers.ts';
import { importRegister, type RegisterOrder } from '../../utils/casework/import-register.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { recogniseColumns } from '../../utils/lists/map-columns.ts';
import { openTable } from '../../utils/lists/open-table.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { listRegisters, readEntries, readNames, removeRegister } from '../../utils/store/register-store.ts';
import { syntheticFile } from '../lists/synthetic-list.ts';

const person = '张三';
const BODIES = new Blob([
  '机构名称,批准号\n方圆标志认证集团有限公司,CNCA-R-2002-001\n某某认证（北京）有限公司,CNCA-R-2016-250\n,CNCA-R-2017-300\n',
]);

async function take(file: Blob, facts: Partial<RegisterOrder> = {}, options = {}) {
  const table = await openTable(file);
  const { headRow, mapping } = recogniseColumns(table.head.map(({ cells }) => cells));
  const order: RegisterOrder = {
    kind: 'certification-body',
    name: '认证机构批准名录',
    date: '2026-11-01',
    source: '认监委网站',
    fileName: 'bodies.csv',
    sha256: 'a'.repeat(64),
    headRow: table.head[headRow]!.row,
    mapping,
    mode: 'replace',
    person,
    ...facts,
  };
  return importRegister(table, order, options);
}

const certificate = (issuingBody: string, extra: Partial<Certificate> = {}): Certificate => ({
  id: 'c1',
  kind: 'management-system',
  source: 'text',
  fields: { issuingBody: { value: issuingBody, raw: issuingBody } },
  applicable: [],
  missing: [],
  problems: [],
  codes: [],
  ...extra,
});

const check = async (...shown: Parameters<typeof certificate>) =>
  (await withRegisterChecks([certificate(...shown)]))[0]!;

async function entriesOf(listId: string) {
  const entries = [];
  for await (const batch of readEntries(listId)) entries.push(...batch);
  return entries;
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
});

describe('lists', () => {
  it('are taken in with their facts, their names, and the rows that could not be read', async () => {
    const list = await take(BODIES);
    expect(await listRegisters()).toEqual([list]);
    expect(list).toMatchObject({ rows: 2, unreadRows: 1, unread: [{ row: 4, fault: 'no-name' }], date: '2026-11-01' });
    expect(await readNames(list.id)).toEqual(['方圆标志认证集团有限公司', '某某认证（北京）有限公司']);
    expect((await entriesOf(list.id)).map(({ row, number }) => [row, number])).toEqual([
      [2, 'CNCA-R-2002-001'],
      [3, 'CNCA-R-2016-250'],
    ]);
    const [line] = await readLines();
    expect(line).toMatchObject({ act: 'register-imported', person });
    expect(line?.detail).toContain(list.sha256);
  });

  it('replace those of their kind, or stand beside them', async () => {
    await take(BODIES);
    await take(BODIES, { name: '地方名录', mode: 'add', date: '2026-10-01' });
    expect((await listRegisters()).map(({ name }) => name)).toEqual(['认证机构批准名录', '地方名录']);
    const labs = await take(BODIES, { kind: 'cma-institution', name: '资质认定名录' });
    const fresh = await take(BODIES, { date: '2026-11-20' });
    expect((await listRegisters()).map(({ id }) => id)).toEqual([fresh.id, labs.id]);
    expect(await (await openDatabase()).count('registerEntries')).toBe(4);
    expect((await verifyLog()).intact).toBe(true);
  });

  it('read many rows in batches, in order', async () => {
    const list = await take(syntheticFile(4_500), { kind: 'business' });
    expect(list).toMatchObject({ rows: 4_496, unreadRows: 4 });
    const rows = (await entriesOf(list.id)).map(({ row }) => row);
    expect(rows).toHaveLength(4_496);
    expect(rows).toEqual([...rows].sort((one, other) => one - other));
  });

  it('leave nothing behind when an import is cancelled, and what was there stays', async () => {
    const before = await take(BODIES);
    const cancelled = new AbortController();
    const onProgress = () => cancelled.abort();
    await expect(take(syntheticFile(4_000), {}, { signal: cancelled.signal, onProgress })).rejects.toThrow();
    expect(await listRegisters()).toEqual([before]);
    expect(await (await openDatabase()).count('registerEntries')).toBe(2);
  });

  it('are refused when no row can be taken in', async () => {
    await expect(take(new Blob(['机构名称\n,\n=1+1\n']))).rejects.toMatchObject({ key: 'error_registerEmpty' });
    expect(await listRegisters()).toEqual([]);
  });

  it('go with a reason that stays in the log', async () => {
    const list = await take(BODIES);
    await expect(removeRegister(list.id, ' ', person)).rejects.toThrow(RangeError);
    await removeRegister(list.id, '已有新名录', person);
    expect(await listRegisters()).toEqual([]);
    expect(await (await openDatabase()).count('registerEntries')).toBe(0);
    const line = (await readLines()).at(-1);
    expect(line).toMatchObject({ act: 'register-removed', person });
    expect(line?.detail).toMatch(/2 行.*已有新名录/);
    await expect(removeRegister(list.id, '再删', person)).rejects.toMatchObject({ key: 'error_registerUnknown' });
  });
});

describe('a body on a certificate', () => {
  it('is not spoken of without a list of its kind', async () => {
    expect(await check('某某认证有限公司')).toEqual(certificate('某某认证有限公司'));
    await take(BODIES, { kind: 'cma-institution' });
    expect(await check('某某认证有限公司')).toEqual(certificate('某某认证有限公司'));
  });

  it('is said to be on no list, with the list, its date and digest, and the names that come near', async () => {
    await take(BODIES);
    const { problems, registerChecks } = await check('方圆标志认证中心');
    expect(problems).toEqual([expect.objectContaining({ code: 'not-in-register', weight: 'check' })]);
    expect(problems[0]?.compared).toEqual([
      { label: 'problem_issuingBody', value: '方圆标志认证中心' },
      { label: 'problem_register', value: '《认证机构批准名录》（2026-11-01）' },
      { label: 'problem_nearNames', value: '方圆标志认证集团有限公司' },
    ]);
    expect(problems[0]?.detail).toContain('a'.repeat(64));
    expect(registerChecks).toEqual([
      {
        field: 'issuingBody',
        name: '方圆标志认证中心',
        listed: false,
        names: ['方圆标志认证集团有限公司'],
        lists: [
          {
            kind: 'certification-body',
            name: '认证机构批准名录',
            date: '2026-11-01',
            source: '认监委网站',
            sha256: 'a'.repeat(64),
            rows: 2,
          },
        ],
      },
    ]);
  });

  it.each(['某某认证(北京)有限责任公司', '某某认证（北京）有限公司福建分公司', '方圆标志认证集团股份有限公司（CQM）'])(
    '%s is found, and that is kept',
    async (name) => {
      await take(BODIES);
      const { problems, registerChecks } = await check(name);
      expect(problems).toEqual([]);
      expect(registerChecks).toMatchObject([{ listed: true, name }]);
    },
  );

  it('is kept with the lists that hold it, not with all that were searched', async () => {
    await take(BODIES);
    await take(new Blob(['机构名称\n另一认证有限公司\n']), { name: '地方名录', mode: 'add' });
    const { registerChecks } = await check('另一认证有限公司');
    expect(registerChecks?.[0]?.lists.map(({ name }) => name)).toEqual(['地方名录']);
  });

  it('says whose approval number it shows', async () => {
    await take(BODIES);
    const approvalNumber = { value: 'CNCA-R-2002-001', raw: 'CNCA-R-2002-001' };
    const fields = { issuingBody: { value: '洛江诚信认证', raw: '' }, approvalNumber };
    const { problems } = await check('', { fields });
    expect(problems[0]?.compared).toContainEqual({ label: 'problem_approvalOwner', value: '方圆标志认证集团有限公司' });
  });

  it('is the laboratory of a report, the holder of a CMA certificate, the corrected name', async () => {
    await take(BODIES, { kind: 'cma-institution', name: '资质认定名录' });
    expect((await check('外地检测有限公司', { kind: 'inspection-report' })).problems).toHaveLength(1);
    const holder = { value: '外地检测有限公司', raw: '' };
    const cma = await check('', {
      kind: 'cma',
      fields: { holder, issuingBody: { value: '福建省市场监督管理局', raw: '' } },
    });
    expect(cma.problems[0]?.compared[0]).toEqual({ label: 'problem_holder', value: '外地检测有限公司' });
    const corrections = { issuingBody: '某某认证（北京）有限公司' };
    expect((await check('某某认汪（北京）有限公司', { kind: 'inspection-report', corrections })).problems).toEqual([]);
  });

  it('is doubted where the list says that its approval has ended or covers other things, with both values', async () => {
    const listed = '机构名称,机构状态,有效期至,业务范围\n某某认证有限公司,已撤销,2026-06-30,有机产品认证\n';
    await take(new Blob([listed]), { date: '2026-11-01' });
    const issueDate = { value: '2026-07-01', raw: '' };
    const shown = { fields: { issuingBody: { value: '某某认证有限公司', raw: '' }, issueDate } };
    const { problems, registerChecks } = await check('', shown);
    expect(problems).toEqual([expect.objectContaining({ code: 'register-standing', weight: 'check' })]);
    expect(problems[0]?.compared).toEqual([
      { label: 'problem_issuingBody', value: '某某认证有限公司' },
      { label: 'problem_register', value: '《认证机构批准名录》（2026-11-01）' },
      { label: 'problem_registerStatus', value: '已撤销' },
      { label: 'problem_registerValidUntil', value: '2026-06-30' },
      { label: 'problem_dayNeeded', value: '2026-07-01' },
      { label: 'problem_registerScope', value: '有机产品认证' },
      { label: 'problem_kindNeeded', value: '管理体系认证' },
    ]);
    expect(registerChecks?.[0]).toMatchObject({ listed: true, faults: [{ aspect: 'status' }, {}, {}] });
    const earlier = await check('', {
      ...shown,
      fields: { ...shown.fields, issueDate: { value: '2026-06-30', raw: '' } },
    });
    expect(earlier.problems[0]?.compared.map(({ label }) => label)).not.toContain('problem_dayNeeded');
    await take(new Blob(['机构名称,机构状态\n某某认证有限公司,有效\n']), { name: '地方名录', mode: 'add' });
    expect((await check('', shown)).problems).toEqual([]);
  });

  it('is left alone where it is an authority or names cannot be compared', async () => {
    await take(BODIES);
    expect((await check('TUV Rheinland LGA Products GmbH')).problems).toEqual([]);
    expect((await check('国外机构认证', { kind: 'foreign' })).problems).toEqual([]);
    expect((await check('福建省市场监督管理局')).problems).toEqual([]);
  });
});
