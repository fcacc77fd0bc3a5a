import 'fake-indexeddb/auto';
import { Document, Packer, Paragraph } from 'docx';
import { beforeEach, describe, expect, it } from 'vitest';
import { sealItem } from '../../utils/casework/seal-item.ts';
import { TemplateError } from '../../utils/documents/template-error.ts';
import type { MadePaper } from '../../utils/evidence/record.ts';
import { listStaged, stageArtefact } from '../../utils/store/capture-store.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { readItem } from '../../utils/store/evidence-store.ts';
import {
  numberOf,
  raisePaperCount,
  readPaperCount,
  recordPapers,
  takePaperNumber,
} from '../../utils/store/paper-store.ts';
import { readTemplate, readTemplateCards, removeTemplate, saveTemplate } from '../../utils/store/template-store.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';

const IDS = ['E20261123-0001', 'E20261123-0002'];

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
  for (const id of IDS) {
    const job = sampleJob(`job-${id}`);
    const facts = { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' } as const;
    await stageArtefact(job.id, facts, new Blob(['a']));
    await sealItem(job, sampleRecord(id, await listStaged(job.id)));
  }
});

const paper = (change: Partial<MadePaper> = {}): MadePaper => ({
  name: 'extraction-record.docx',
  title: '电子数据提取笔录',
  number: '某市监电取〔2026〕1号',
  itemIds: IDS,
  madeAt: '2026-11-24T01:00:00.000Z',
  sha256: 'd'.repeat(64),
  ...change,
});

describe('papers', () => {
  it('count on by kind and year, and are not numbered without a pattern', async () => {
    const take = (kind: string, year: number) => takePaperNumber(kind, '〔{年}〕{号}号', year);
    expect([await take('a', 2026), await take('a', 2026), await take('b', 2026), await take('a', 2027)]).toEqual([
      '〔2026〕1号',
      '〔2026〕2号',
      '〔2026〕1号',
      '〔2027〕1号',
    ]);
    expect(await takePaperNumber('a', '', 2026)).toBe('');
    expect(await take('a', 2026)).toBe('〔2026〕3号');
  });

  it('go on after the last number that the office gave out by hand, and never back', async () => {
    const take = () => takePaperNumber('a', '{号}', 2026);
    await raisePaperCount('a', 2026, 41);
    expect(await take()).toBe('42');
    await raisePaperCount('a', 2026, 10);
    expect([await readPaperCount('a', 2026), await take()]).toEqual([42, '43']);
    expect(await readPaperCount('a', 2027)).toBe(0);
  });

  it('are kept with each item and written into the log with their digest and template', async () => {
    const template = { name: '本局笔录.docx', sha256: 'e'.repeat(64) };
    await recordPapers([paper({ template })], '张三');
    for (const id of IDS) {
      expect((await readItem(id))?.papers).toEqual([paper({ template })]);
      const line = (await readLines(id)).at(-1);
      expect(line).toMatchObject({ act: 'paper-made', person: '张三' });
      for (const part of ['某市监电取〔2026〕1号', 'd'.repeat(64), '本局笔录.docx', 'e'.repeat(64)])
        expect(line?.detail).toContain(part);
    }
    expect(await verifyLog()).toMatchObject({ intact: true });
  });

  it('keep their number when they are made again of the same items, and of no others', async () => {
    await recordPapers([paper()], '张三');
    const items = await Promise.all(IDS.map(async (id) => (await readItem(id))!));
    expect(numberOf('extraction-record', [...items].reverse())).toBe('某市监电取〔2026〕1号');
    expect(numberOf('extraction-record', items.slice(0, 1))).toBeUndefined();
    expect(numberOf('extraction-sheet', items)).toBeUndefined();
  });

  it('of an item that is gone are not recorded at all', async () => {
    await expect(recordPapers([paper({ itemIds: [IDS[0]!, 'E20261123-0009'] })], '张三')).rejects.toThrow();
    expect((await readItem(IDS[0]!))?.papers).toBeUndefined();
  });
});

describe('the office’s templates', () => {
  const docx = async (line: string, name = '本局笔录.docx') => {
    const document = new Document({ sections: [{ children: [new Paragraph(line)] }] });
    return new File([await Packer.toArrayBuffer(document)], name);
  };

  it('are kept with their digest and what they lack, and given back byte for byte', async () => {
    const file = await docx('{{文号}} {{局长}}');
    await saveTemplate('extraction-record', file, '2026-11-24');
    const { 'extraction-record': card } = await readTemplateCards();
    expect(card).toMatchObject({ name: '本局笔录.docx', size: file.size, known: ['文号'], unknown: ['局长'] });
    const stored = await readTemplate('extraction-record');
    expect(stored?.card).toEqual(card);
    expect(stored?.bytes).toEqual(new Uint8Array(await file.arrayBuffer()));
    await removeTemplate('extraction-record');
    expect(await readTemplate('extraction-record')).toBeUndefined();
  });

  it('stay in force when the next one is refused', async () => {
    await saveTemplate('transfer-letter', await docx('{{文号}}'), '2026-11-24');
    const broken = new File(['not a package'], 'broken.docx');
    await expect(saveTemplate('transfer-letter', broken, '2026-11-24')).rejects.toBeInstanceOf(TemplateError);
    expect((await readTemplate('transfer-letter'))?.card.name).toBe('本局笔录.docx');
  });
});
