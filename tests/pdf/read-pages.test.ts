import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { refuseBytes } from '../../utils/pdf/open-pdf.ts';
import type { PdfPage } from '../../utils/pdf/pdf-page.ts';
import { certificatesOfPages, findingsOfPages } from '../../utils/pdf/read-pages.ts';
import { linesOfRuns, type TextRun } from '../../utils/pdf/text-lines.ts';
import { addressInHash, looksLikePdf, viewerLink } from '../../utils/pdf/viewer-link.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const run = (text: string, x: number, baseline: number): TextRun => ({
  text,
  x,
  baseline,
  width: text.length * 10,
  size: 10,
});

const page = (number: number, rows: readonly string[]): PdfPage => ({
  number,
  width: 794,
  height: 1000,
  from: 'text',
  lines: linesOfRuns(rows.map((text, index) => run(text, 50, 100 + index * 20))),
  codes: [],
});

describe('the lines of a PDF page', () => {
  it('joins what stands at one height, columns parted by tabs, whatever the order of the file', () => {
    const lines = linesOfRuns([run('北辰认证', 200, 101), run('发证机构', 50, 100), run('第二行', 50, 130)]);
    expect(lines.map(({ text }) => text)).toEqual(['发证机构\t北辰认证', '第二行']);
    expect(lines[0]!.glyphs.length).toBe(lines[0]!.text.length);
  });

  it('writes radicals of fonts as the characters that they are read as', () => {
    expect(linesOfRuns([run('\u2F00级', 0, 20)])[0]!.text).toBe('一级');
  });
});

describe('what the pages of a PDF say', () => {
  const pages = [
    page(1, [
      '质量管理体系认证证书',
      '证书编号：12326Q00417R1S',
      '获证组织：云岭茶业有限公司',
      '发证机构：北辰认证有限公司',
    ]),
    page(2, [
      '证书编号：12326Q00417R1S',
      '认证范围：茶叶的加工',
      '颁证日期：2026年03月18日',
      '本公司包过包拿证，无需审核',
    ]),
  ];

  it('joins pages of one number into one certificate, read from a PDF and placed on its page', () => {
    const [certificate, ...others] = certificatesOfPages(pages, '2026-11-23');
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({ source: 'pdf', kind: 'management-system' });
    expect(certificate!.fields.issueDate?.value).toBe('2026-03-18');
    expect(certificate!.fields.holder?.value).toBe('云岭茶业有限公司');
    const { width, height } = pages[0]!;
    expect(certificate).toMatchObject({ rect: { x: 0, y: 0, width, height }, pictureSize: { width, height } });
    expect(certificate!.fields.holder?.box).toBeDefined();
    // It stands on another page than the one that is shown.
    expect(certificate!.fields.issueDate?.box).toBeUndefined();
  });

  it('finds claims and places them below the pages before', () => {
    const findings = findingsOfPages(pages, createScanner(BUILT_IN_PACKS), { host: '', title: '资料' });
    const claim = findings.find(({ matchedText }) => matchedText.includes('包过'));
    expect(claim?.channel).toBe('text');
    expect(claim!.rect!.y).toBeGreaterThan(1000);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});

describe('the viewer', () => {
  it('takes web addresses alone', () => {
    const link = viewerLink('https://shop.example/a b.pdf?x=1#2');
    expect(addressInHash(link.slice(link.indexOf('#')))).toBe('https://shop.example/a b.pdf?x=1#2');
    expect(addressInHash('#url=javascript:alert(1)')).toBeNull();
    expect(addressInHash('')).toBeNull();
    expect(looksLikePdf('https://shop.example/A.PDF?download=1')).toBe(true);
    expect(looksLikePdf('https://shop.example/pdf')).toBe(false);
  });

  it('refuses what has no header of a PDF', () => {
    expect(() => refuseBytes(new TextEncoder().encode('<html>'))).toThrow(/error_pdfNoHeader/);
    expect(() => refuseBytes(new TextEncoder().encode('%PDF-1.7'))).not.toThrow();
  });
});
