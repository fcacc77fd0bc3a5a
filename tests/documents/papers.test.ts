// @vitest-environment happy-dom
import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { extractionRecord } from '../../utils/documents/extraction-record.ts';
import { extractionSheet } from '../../utils/documents/extraction-sheet.ts';
import { answered, BLANK, blanksOf, type Digested, type Paper } from '../../utils/documents/paper.ts';
import { paperDocx } from '../../utils/documents/paper-docx.ts';
import { paperHtml } from '../../utils/documents/paper-html.ts';
import type { PaperItem } from '../../utils/documents/paper-item.ts';
import { summaryFigures, summaryTable } from '../../utils/documents/summary-table.ts';
import { deadlineWords, transferLetter } from '../../utils/documents/transfer-letter.ts';
import type { Addendum } from '../../utils/evidence/addendum.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import { findingSample } from '../page/finding-sample.ts';
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

  it('says which of the three states the time stamp has', () => {
    const stampRow = (stamp?: PaperItem['stamp']) =>
      extractionRecord([{ ...itemOf(), ...(stamp ? { stamp } : {}) }], options)
        .blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
        .find(([label]) => label === '时间戳')![1];
    const token = { time: '2026-11-23T02:16:00.000Z', authority: '某机构', isBeforeSeal: false } as const;
    expect(stampRow({ kind: 'pinned', ...token })).toContain('可信');
    expect(stampRow({ kind: 'open', ...token })).toContain('签发者未登记');
    expect(stampRow()).toBe('无');
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
    const alone = extractionRecord([itemOf({ officers: office.officers.slice(0, 1) })], options);
    const facts = alone.blocks.find((block) => block.kind === 'facts');
    expect(facts?.rows.find(([label]) => label === '提取人员二')).toEqual(['提取人员二', BLANK]);
  });
});

describe('papers from the record', () => {
  const attended = { attendedSince: '2026-11-23T02:00:00.000Z' };
  const environment = {
    online: true,
    incognito: false,
    otherExtensions: [{ name: '某某翻译', version: '1.2' }],
    clock: {
      servers: { serverOffsetSeconds: 0.4, leastOffsetSeconds: -0.2, mostOffsetSeconds: 0.9, answers: 6, servers: 2 },
    },
  };
  const sealed = { ...itemOf(attended), environment };
  const place = {
    schema: 1,
    recordSha256: '',
    at: '2026-11-24T01:00:00.000Z',
    person: '王五',
    certificate: 1,
  } as const;
  const lookUp: Addendum = {
    ...place,
    number: 1,
    kind: 'look-up',
    portal: { name: '全国认证认可信息公共服务平台', url: 'https://cx.example/' },
    copied: 'HX2026-118',
    outcome: 'not-found',
    note: '按编号查询',
  };
  const corrected: Addendum = {
    ...place,
    number: 2,
    kind: 'correction',
    field: 'conclusion',
    read: null,
    value: '合格',
  };

  it('names who captured by each record, never by the settings of today', () => {
    const other = {
      ...itemOf({ ...attended, officers: [{ name: '赵六', licence: '3600001' }], office: '某某县市场监督管理局' }),
      id: 'E20261123-0002-abcdef01',
    };
    const words = wordsOf(extractionRecord([sealed, other], options, about));
    expect(words).toContain('E20261123-0002-abcdef01：赵六（执法证号 3600001）');
    expect(words).toContain('E20261123-0002-abcdef01：某某县市场监督管理局');
    expect(
      wordsOf(extractionRecord([sealed], { ...options, office: { name: '别的局', officers: [] } }, about)),
    ).not.toContain('别的局');
    expect(wordsOf(extractionSheet([itemOf()], options, about))).toContain('请核对实际取证人员');
    expect(wordsOf(extractionSheet([sealed], options, about))).not.toContain('请核对实际取证人员');
  });

  it('takes clock, network and extensions from the sealed statement', () => {
    const words = wordsOf(extractionRecord([sealed], options, about));
    expect(words).toContain('服务器时间减本机时间为 +0.4 秒（-0.2 至 +0.9 秒）');
    expect(words).toContain('取证时浏览器联网');
    expect(words).toContain('某某翻译 1.2');
  });

  it('counts as many files as it lists, and gives both digests of each on a line of its own', () => {
    const thumbnail = {
      name: 'screenshot/thumbnail.jpg',
      role: 'thumbnail',
      mediaType: 'image/jpeg',
      size: 9,
      method: '缩小',
    } as const;
    const { artefacts } = itemOf().record;
    const item = itemOf({
      artefacts: [...artefacts, { ...thumbnail, capturedAt: artefacts[0]!.capturedAt, ...digests }],
    });
    const paper = extractionRecord([item], options);
    expect(wordsOf(paper)).toContain('计算全部 2 个文件');
    const lists = paper.blocks.flatMap((block) => (block.kind === 'list' ? [block] : []));
    const rowsOf = (column: string) => lists.find(({ head }) => head.includes(column))!.rows;
    expect(rowsOf('字节数')).toHaveLength(2);
    expect(rowsOf('文件与校验值').map((row) => (row[1] as Digested).digests)).toEqual([
      [`SHA-256 ${digests.sha256}`, `SM3     ${digests.sm3}`],
      [`SHA-256 ${digests.sha256}`, `SM3     ${digests.sm3}`],
    ]);
  });

  it('says of each listed rule once what was sealed of it, and of a rule that was not sealed only that', () => {
    const words = {
      message: '称隔夜即可取得报告。',
      exceptions: '寄送原件。',
      advice: '核对送样日期。',
      source: '本局',
      legalBasis: [],
    };
    const one = findingSample({ id: 'f1', ruleId: 'office/1', ruleName: '隔夜飞递' });
    const explanations = [{ ruleId: 'office/1', ...words }];
    const item = itemOf({ findings: [one, { ...one, id: 'f2' }], explanations });
    const letter = wordsOf(transferLetter([item], about, options));
    expect(letter.split('称隔夜即可取得报告。')).toHaveLength(2);
    expect(letter).toContain('核对送样日期。');
    const bare = wordsOf(transferLetter([itemOf({ findings: [one] })], about, options));
    expect(bare).toContain('规则“隔夜飞递”的说明未随证据封存。');
    expect(wordsOf(transferLetter([{ ...item, dismissed: ['f1', 'f2'] }], about, options))).not.toContain('称隔夜');
  });

  it('sets a doubt that a correction answers apart from the open ones', () => {
    const { certificates } = itemOf().record;
    const problems = [{ code: 'number-year-mismatch', weight: 'doubt', detail: '2026 / 2024', compared: [] } as const];
    const item = itemOf({ ...attended, certificates: [{ ...certificates[0]!, problems: [...problems] }] });
    const answer: Addendum = { ...corrected, field: 'certificateNumber', read: 'HX2026-118', value: 'HX2024-118' };
    expect(wordsOf(transferLetter([item], about, options))).toMatch(/存疑：[^，]*，2026/);
    const words = wordsOf(transferLetter([{ ...item, addenda: [answer] }], about, options));
    expect(words).toMatch(/存疑，已由人工更正或比对：/);
    expect(words).not.toContain('存疑：');
  });

  it('says of a deadline beyond the published holidays what it waits for', () => {
    expect(deadlineWords({ date: '2031-02-03', certain: false })).toMatch(/待国务院公布/);
    expect(deadlineWords({ date: '2026-12-03', certain: true })).not.toMatch(/国务院|请核对/);
  });

  it('fills in recorded look-ups and corrections, and leaves out what was struck off', () => {
    const words = wordsOf(transferLetter([{ ...sealed, addenda: [lookUp, corrected] }], about, options));
    expect(words).toContain('王五 在全国认证认可信息公共服务平台查询：未查到，按编号查询');
    expect(words).toContain('人工更正：检测结论为“合格”，软件读数为空');
    expect(words).not.toContain('缺失：检测结论');
    const struck: Addendum = { ...place, number: 3, kind: 'strike-off', struckOff: true };
    const without = wordsOf(transferLetter([{ ...sealed, dismissed: ['f1'], addenda: [struck] }], about, options));
    expect(without).not.toContain('HX2026-118');
    expect(without).toContain('疑似表述 1 处由执法人员标为误报，证书 1 份由执法人员认定为误读，未列入上表');
  });

  it('goes out under the letter number and on the day that the case keeps', () => {
    const transfer = { to: '某某支队', on: '2026-11-25', letterNumber: '某市监移〔2026〕7号', receivedBy: '' };
    const letter = transferLetter([sealed], { ...about, transfer }, { ...options, number: '别的号' });
    expect(letter.number).toBe('某市监移〔2026〕7号');
    expect(wordsOf(letter)).toContain('2026-11-25');
  });

  it('asks for what no record knows, and marks only what was left open', () => {
    const paper = extractionRecord([sealed], options, about);
    const asked = blanksOf(paper);
    expect(asked).toEqual(expect.arrayContaining(['提取地点', '见证人', '进入步骤']));
    expect(asked).not.toContain('时间校准');
    const filled = answered(
      paper,
      new Map([
        ['提取地点', '局机关 302 室'],
        ['进入步骤', '输入网址'],
      ]),
    );
    expect(blanksOf(filled)).toEqual(asked.filter((label) => !['提取地点', '进入步骤'].includes(label)));
    expect(wordsOf(filled)).toContain('局机关 302 室');
  });

  it('shows the page with the findings drawn in, in the sheet', async () => {
    const bytes = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (each) => each.charCodeAt(0),
    );
    const picture = { bytes, width: 1, height: 1, name: 'screenshot/annotated-0001.png', ...digests };
    const sheet = extractionSheet([{ ...sealed, picture }], options, about);
    expect(paperHtml(sheet)).toContain('<img src="data:image/png;base64,iVBOR');
    const parts = (await zipFiles(await paperDocx(sheet))).map(([name]) => name);
    expect(parts.some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true);
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

  it('says to which section the office itself sends such a lead', () => {
    expect(wordsOf(transferLetter([itemOf()], about, options))).toContain('管辖提示');
    const routing = '本局线索由信用监管股统一登记，移送支队四大队。';
    const own = wordsOf(transferLetter([itemOf()], about, { ...options, routing }));
    expect(own).toContain(routing);
    expect(own).not.toContain('管辖提示');
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
