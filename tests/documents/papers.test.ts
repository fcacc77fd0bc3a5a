// @vitest-environment happy-dom
import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { extractionRecord } from '../../utils/documents/extraction-record.ts';
import { extractionSheet } from '../../utils/documents/extraction-sheet.ts';
import { BLANK, type Paper } from '../../utils/documents/paper.ts';
import { paperDocx } from '../../utils/documents/paper-docx.ts';
import { paperHtml } from '../../utils/documents/paper-html.ts';
import { summaryFigures, summaryTable } from '../../utils/documents/summary-table.ts';
import { transferLetter } from '../../utils/documents/transfer-letter.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import { about, digests, itemOf } from './sample-case.ts';

const office = { name: '某某市市场监督管理局', officers: sampleRecord('E20261123-0001', []).officers };
const options = { office, number: '' };

/** All words of a paper, one line a cell. */
const wordsOf = (paper: Paper) => new DOMParser().parseFromString(paperHtml(paper), 'text/html').body.textContent ?? '';

describe('the extraction record', () => {
  const paper = extractionRecord([itemOf()], options, about);

  it('fills in what the sealed record knows', () => {
    const words = wordsOf(paper);
    for (const known of [
      about.name,
      about.party.name,
      '2026-11-23 10:15:01（UTC+08:00）',
      '张三（执法证号 35000000001）',
      '李四（执法证号 35000000002）',
      'https://shop.example.cn/item/1008?from=search',
      'Mozilla/5.0 (X11; Linux x86_64) Chrome/109.0.0.0',
      'screenshot/tile-0001.png',
      '12,345',
      digests.sm3,
      '网站证书链',
      '浏览器没有提供',
    ]) {
      expect(words).toContain(known);
    }
  });

  it('leaves what only a person knows as marked blanks', () => {
    const rows = paper.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
    const blanks = rows.filter(([, value]) => value === BLANK).map(([label]) => label);
    expect(blanks).toEqual(expect.arrayContaining(['提取地点', '出示执法证件', '见证人', '时间校准']));
    expect(paperHtml(paper)).toContain('（待填）');
  });

  it('takes its title from the settings, and a second officer is never invented', () => {
    expect(extractionRecord([itemOf()], { ...options, title: '电子数据证据提取笔录' }).title).toBe(
      '电子数据证据提取笔录',
    );
    const alone = extractionRecord([itemOf()], {
      ...options,
      office: { ...office, officers: office.officers.slice(0, 1) },
    });
    const facts = alone.blocks.find((block) => block.kind === 'facts');
    expect(facts?.rows.find(([label]) => label === '提取人员二')).toEqual(['提取人员二', BLANK]);
  });
});

describe('the transfer letter', () => {
  it('names the findings with their law, the digests and the last day for checking', () => {
    const words = wordsOf(transferLetter([itemOf()], about, options));
    for (const known of [
      '【当天出证】',
      '《认证认可条例》第六十一条（2023-07-20 修订）',
      digests.sha256,
      '网上巡查',
      '2026-12-11',
    ]) {
      expect(words).toContain(known);
    }
    expect(words).not.toContain('违法行为');
  });

  it('leaves out what a person struck off', () => {
    expect(wordsOf(transferLetter([itemOf({}, ['f1'])], about, options))).not.toContain('【当天出证】');
  });

  it('counts an approved extension and leaves out days that do not count, by the office’s own calendar', () => {
    const extended = { ...about, extendedOn: '2026-12-10' };
    expect(wordsOf(transferLetter([itemOf()], extended, options))).toContain('30 个工作日，已经批准延长');
    const pauses = ['2026-11-23..2026-11-27'];
    expect(wordsOf(transferLetter([itemOf()], { ...about, pauses }, options))).toContain('2026-12-18');
    const calendar = [{ year: 2026, daysOff: ['2026-11-23..2026-12-04'], workedWeekends: [], source: '本单位' }];
    expect(wordsOf(transferLetter([itemOf()], about, { ...options, calendar }))).toContain('2026-12-25');
  });

  it('says when the deadline rests on weekends alone', () => {
    expect(wordsOf(transferLetter([itemOf()], { ...about, foundOn: '2031-03-03' }, options))).toContain('请核对');
  });
});

describe('.docx', () => {
  it('keeps the signatures together, under the words that are signed', async () => {
    const parts = new Map(await zipFiles(await paperDocx(extractionSheet([itemOf()], options, about))));
    const paragraphs = new TextDecoder().decode(parts.get('word/document.xml')).match(/<w:p>.*?<\/w:p>/gs)!;
    const kept = (words: string) =>
      paragraphs.filter((one) => one.includes(words)).map((one) => one.includes('<w:keepNext/>'));
    expect(kept('经核对')).toEqual([true]);
    expect(kept('（签名')).toEqual([true, true, false]);
  });

  it('is a package whose parts are well-formed, with the words and highlighted blanks', async () => {
    const hostile = itemOf({ page: { ...itemOf().record.page, title: '<w:p>\u0000\u202E]]>&"' } });
    for (const paper of [extractionRecord([hostile], options), extractionSheet([hostile], options, about)]) {
      const parts = new Map(await zipFiles(await paperDocx(paper)));
      expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']));
      for (const [name, bytes] of parts) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        expect(xml, name).not.toMatch(/[\u0000-\u0008\u202E]/);
        expect(new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror'), name).toBeNull();
      }
      const document = new TextDecoder().decode(parts.get('word/document.xml'));
      expect(document).toContain('&lt;w:p&gt;');
      expect(document).toContain('w:highlight');
      expect(document).toContain(digests.sm3);
    }
  });
});

describe('the summary table', () => {
  it('counts what can be counted and leaves the rest to the office', () => {
    const figures = new Map(summaryFigures([itemOf(), itemOf({}, ['f1'])], [about]));
    expect(figures.get('监测广告条次')).toBe(2);
    expect(figures.get('发现疑似违法广告条次')).toBe(1);
    expect(figures.get('监测网络交易平台家数')).toBe(1);
    expect(figures.get('立案数')).toBe('');
    const typed = new Map(summaryFigures([itemOf()], [about], { filed: 2, fines: 3.5 }));
    expect([typed.get('立案数'), typed.get('罚没款（万元）'), typed.get('结案数')]).toEqual([2, 3.5, '']);
  });

  it('keeps a formula in a title as text', async () => {
    const title = '=HYPERLINK("http://evil.example","x")';
    const table = await summaryTable([itemOf({ page: { ...itemOf().record.page, title } })], [about]);
    const rows = await readSheet(table, '证据');
    expect(rows[1]?.[2]).toBe(title);
    const sheets = (await zipFiles(table)).filter(([name]) => name.startsWith('xl/worksheets/'));
    for (const [, bytes] of sheets) expect(new TextDecoder().decode(bytes)).not.toContain('<f>');
  });
});
