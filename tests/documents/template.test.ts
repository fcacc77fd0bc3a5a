// @vitest-environment happy-dom
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../utils/documents/fill-template.ts';
import { inspectTemplate } from '../../utils/documents/inspect-template.ts';
import { BLANK, BLANK_TEXT } from '../../utils/documents/paper.ts';
import { TemplateError } from '../../utils/documents/template-error.ts';
import { TEMPLATE_FIELDS } from '../../utils/documents/template-fields.ts';
import { templateValues } from '../../utils/documents/template-values.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import { about, digests, itemOf } from './sample-case.ts';

/** A template whose paragraphs are the lines; `header` stands at the head of each page. */
async function template(lines: readonly (string | readonly string[])[], header = ''): Promise<Blob> {
  const paragraph = (line: string | readonly string[]) =>
    new Paragraph({ children: [line].flat().map((text) => new TextRun({ text, bold: true })) });
  const headers = { default: new Header({ children: [paragraph(header)] }) };
  const sections = [{ headers, children: lines.map(paragraph) }];
  return new Blob([await Packer.toArrayBuffer(new Document({ sections }))]);
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** All words of a .docx, part by part. */
async function wordsOf(docx: Uint8Array<ArrayBuffer>): Promise<string> {
  const parts = (await zipFiles(new Blob([docx]))).filter(([name]) => /^word\/(document|header\d*)\.xml$/.test(name));
  return parts
    .map(([, bytes]) => new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml'))
    .map((xml) => [...xml.getElementsByTagName('w:p')].map((each) => each.textContent).join('\n'))
    .join('\n');
}

const office = { name: '某某市市场监督管理局', officers: sampleRecord('E20261123-0001', []).officers };
const valuesOf = (item = itemOf()) =>
  templateValues(
    { title: '电子数据证据提取笔录', number: '某市监电取〔2026〕7号' },
    { items: [item], office, about, today: '2026-11-24', plans: [] },
  );

const faultOf = (blob: Blob) =>
  inspectTemplate(blob).then(
    () => undefined,
    (error: unknown) => (error instanceof TemplateError ? [error.key, ...error.values] : String(error)),
  );

describe('a template of the office', () => {
  it('is filled in wherever its placeholders stand, also split, spaced and in the header', async () => {
    const lines = ['{{标题}} {{文号}}', ['证据：{{证', '据编号', '}}。'], '{{ 当事人 }}', '{{电子数据清单}}'];
    const blob = await template(lines, '{{单位名称}}');
    expect((await inspectTemplate(blob)).unknown).toEqual([]);
    const words = await wordsOf(await fillTemplate(await bytesOf(blob), valuesOf(), []));
    expect(words).toContain('电子数据证据提取笔录 某市监电取〔2026〕7号');
    expect(words).toContain('证据：E20261123-0001。');
    expect(words).toContain(about.party.name);
    expect(words).toContain('某某市市场监督管理局');
    expect(words).toContain(digests.sm3);
    expect(words).not.toContain('{{');
  });

  it('leaves marked blanks where nothing is known, and for placeholders that nothing stands for', async () => {
    const blob = await template(['{{标题}}', '联系：{{联系方式}}', '局长：{{局长姓名}}']);
    const { known, unknown } = await inspectTemplate(blob);
    expect([known, unknown]).toEqual([['标题', '联系方式'], ['局长姓名']]);
    const docx = await fillTemplate(await bytesOf(blob), valuesOf(), [...known, ...unknown]);
    expect(await wordsOf(docx)).toContain(`联系：${BLANK_TEXT}\n局长：${BLANK_TEXT}`);
    const [, xml] = (await zipFiles(new Blob([docx]))).find(([name]) => name === 'word/document.xml')!;
    expect(new TextDecoder().decode(xml).match(/w:highlight/g)).toHaveLength(2);
  });

  it('keeps a cell well-formed that a table is put into', async () => {
    const cell = new TableCell({ children: [new Paragraph('{{证据清单}}')] });
    const table = new Table({ rows: [new TableRow({ children: [cell] })] });
    const blob = new Blob([await Packer.toArrayBuffer(new Document({ sections: [{ children: [table] }] }))]);
    await inspectTemplate(blob);
    const parts = await zipFiles(new Blob([await fillTemplate(await bytesOf(blob), valuesOf(), [])]));
    const [, bytes] = parts.find(([name]) => name === 'word/document.xml')!;
    const xml = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml');
    expect(xml.querySelector('parsererror')).toBeNull();
    const cells = [...xml.getElementsByTagName('w:tc')];
    expect(cells.length).toBeGreaterThan(3);
    for (const each of cells) expect(each.lastElementChild?.tagName).toBe('w:p');
  });

  it('takes no placeholder from the words of a page', async () => {
    const title = '{{页面标题}} {{{网址}}} <w:p>';
    const item = itemOf({ page: { ...itemOf().record.page, title } });
    const blob = await template(['{{页面标题}}', '{{证据清单}}', '{{网址}}']);
    const words = (await wordsOf(await fillTemplate(await bytesOf(blob), valuesOf(item), []))).replaceAll('\u2060', '');
    expect(words.split(title)).toHaveLength(3);
  });

  it('has a value for every placeholder that the settings list', () => {
    const values = valuesOf();
    expect([...values.keys()].sort()).toEqual(TEMPLATE_FIELDS.map(({ name }) => name).sort());
    for (const { name, block } of TEMPLATE_FIELDS) expect(Array.isArray(values.get(name)), name).toBe(block === true);
    expect(values.get('办理结果')).toBe(BLANK);
  });
});

describe('a template that cannot be used is refused', () => {
  const pack = async (files: Record<string, string>) => {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
    for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
    return writer.close();
  };
  const changed = async (blob: Blob, files: Record<string, string>) => {
    const old = (await zipFiles(blob)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
    return pack({ ...Object.fromEntries(old), ...files });
  };
  const link = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

  it('when it is no .docx', async () => {
    expect(await faultOf(new Blob(['\u00d0\u00cf\u0011\u00e0 old Word']))).toEqual(['error_templateUnreadable']);
    expect(await faultOf(await pack({ 'a.txt': 'x' }))).toEqual(['error_templateUnreadable']);
    const broken = await changed(await template(['{{标题}}']), { 'word/document.xml': '<w:document><w:body>' });
    expect((await faultOf(broken))?.[0]).toMatch(/error_template(Unreadable|NoFields)/);
  });

  it('when nothing in it can be filled in', async () => {
    expect(await faultOf(await template(['没有占位符', '{{局长姓名}}']))).toEqual(['error_templateNoFields']);
  });

  it('when it holds macros, or refers to a file elsewhere; a link that a reader clicks is none', async () => {
    const good = await template(['{{标题}}']);
    expect(await faultOf(await changed(good, { 'word/vbaProject.bin': 'x' }))).toEqual(['error_templateMacros']);
    const remote = { 'word/_rels/settings.xml.rels': link('attachedTemplate', 'http://evil.example/t.dotm') };
    expect(await faultOf(await changed(good, remote))).toEqual([
      'error_templateExternal',
      'http://evil.example/t.dotm',
    ]);
    const clicked = { 'word/_rels/settings.xml.rels': link('hyperlink', 'http://office.example/') };
    expect(await faultOf(await changed(good, clicked))).toBeUndefined();
  });

  it('when it is too large, packed or unpacked', async () => {
    const good = await template(['{{标题}}']);
    expect(await faultOf(await changed(good, { 'word/media/a.xml': 'x'.repeat(60 * 1024 * 1024) }))).toEqual([
      'error_templateTooLarge',
    ]);
  });
});

describe('a template that would fetch or run something is refused, however it is written:', () => {
  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const HEAD =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
  /** The plain template with a part put in, or with words put into its document. */
  async function altered(part: string, change: (xml: string) => string): Promise<Blob> {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
    const files = new Map(
      (await zipFiles(await template(['{{标题}}']))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    );
    files.set(part, change(files.get(part) ?? ''));
    for (const [name, text] of files) await writer.add(name, new TextReader(text));
    return writer.close();
  }
  const rels = (relation: string) => altered('word/_rels/header9.xml.rels', () => `${HEAD}${relation}</Relationships>`);
  const inDocument = (xml: string) => altered('word/document.xml', (before) => before.replace('<w:p>', `${xml}<w:p>`));

  it.each([
    [
      'an entity in the mode',
      `<Relationship Id="a" Type="${REL}/image" Target="https://x.example/" TargetMode="&#69;xternal"/>`,
    ],
    [
      'a sign in the target',
      `<Relationship Id="a" Target="https://x.example/a>b" Type="${REL}/image" TargetMode="External"/>`,
    ],
    [
      'a prefix',
      `<p:Relationship xmlns:p="p" Id="a" Type="${REL}/image" Target="https://x.example/" TargetMode="External"/>`,
    ],
    ['a type hidden by an entity', `<Relationship Id="a" Type="${REL}/aFChun&#x6b;" Target="evil.html"/>`],
    ['a type nobody needs', `<Relationship Id="a" Type="${REL}/attachedTemplate" Target="other.dotx"/>`],
  ])('%s', async (_what, relation) => {
    expect((await faultOf(await rels(relation)))?.[0]).toBe('error_templateExternal');
  });

  it.each([
    ['altChunk', '<w:altChunk r:id="rId99"/>'],
    [
      'a picture by field',
      '<w:p><w:r><w:instrText> INCLUDEPICTURE "https://x.example/a.png" </w:instrText></w:r></w:p>',
    ],
    [
      'a field in two runs',
      '<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT a</w:instrText></w:r></w:p>',
    ],
    ['a simple field', '<w:p><w:fldSimple w:instr="D&#x44;E x y"/></w:p>'],
  ])('%s', async (_what, xml) => {
    expect((await faultOf(await inDocument(xml)))?.[0]).toBe('error_templateExternal');
  });

  it('a document type, and words that are no UTF-8', async () => {
    const typed = await altered('word/document.xml', (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'));
    expect(await faultOf(typed)).toEqual(['error_templateUnreadable']);
  });

  it('page numbers and links are no such thing', async () => {
    const fields = '<w:p><w:r><w:instrText> PAGE </w:instrText></w:r><w:fldSimple w:instr="HYPERLINK x"/></w:p>';
    expect(await faultOf(await inDocument(fields))).toBeUndefined();
  });
});
