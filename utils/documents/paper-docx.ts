import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ITableCellOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { BLANK, BLANK_TEXT, type Block, type Paper, type Words } from './paper.ts';

/** Fonts and sizes (half points) that official papers are set in: 仿宋 三号 for text, smaller in tables. */
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const;
const HEADING = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' } as const;
const TITLE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' } as const;
const TEXT_SIZE = 28;
const TABLE_SIZE = 21;
const TITLE_SIZE = 44;

/** Printable width of A4 inside the margins, in twentieths of a point. */
const MARGIN = 1418;
const WIDTH = 11906 - 2 * MARGIN;

/** Largest picture on a page, px at 96 a inch. */
const PICTURE = { width: 600, height: 760 };

/** Digests: 64 hexadecimal digits and the name stand on one line of a table that is as wide as the page. */
const MONO = { ascii: 'Courier New', hAnsi: 'Courier New', eastAsia: '仿宋' } as const;
const MONO_SIZE = 15;

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The paper as .docx; blanks are highlighted so that they show on the screen. */
export async function paperDocx(paper: Paper): Promise<Blob> {
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: xmlText(paper.title), font: TITLE, size: TITLE_SIZE, bold: true })],
  });
  const number = new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(paper.number, TEXT_SIZE) });
  const page = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: TABLE_SIZE })],
  });
  const document = new Document({
    creator: '证鉴',
    title: xmlText(paper.title),
    styles: { default: { document: { run: { font: BODY, size: TEXT_SIZE } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [page] }) },
        children: [title, number, ...paper.blocks.flatMap((part, index) => docxBlock(part, paper.blocks[index + 1]))],
      },
    ],
  });
  return new Blob([await Packer.toArrayBuffer(document)], { type: DOCX_TYPE });
}

/** One part of a paper as paragraphs and tables; also put into the office's own templates. A text stays with its signatures. */
export function docxBlock(part: Block, next?: Block): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 240, after: 120 },
          children: [new TextRun({ text: part.text, font: HEADING, size: TEXT_SIZE, color: '000000' })],
        }),
      ];
    case 'text':
      return [
        new Paragraph({
          spacing: { line: 420, before: 120, after: 120 },
          keepNext: next?.kind === 'signatures',
          children: runs(part.text, TEXT_SIZE),
        }),
      ];
    case 'facts':
      return [
        table(
          [28, 72],
          part.rows.map(([label, value]) => row([label, value], [28, 72], { 0: HEADING })),
        ),
      ];
    case 'list':
      return [
        table(part.widths, [
          row(part.head, part.widths, Object.fromEntries(part.head.map((_label, index) => [index, HEADING])), true),
          ...part.rows.map((cells) => row(cells, part.widths)),
        ]),
      ];
    case 'picture': {
      const scale = Math.min(1, PICTURE.width / part.width, PICTURE.height / part.height);
      const transformation = { width: Math.round(part.width * scale), height: Math.round(part.height * scale) };
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 240 },
          children: [new ImageRun({ type: 'png', data: part.bytes, transformation })],
        }),
        new Paragraph({ spacing: { after: 120 }, children: runs(part.caption, TABLE_SIZE) }),
      ];
    }
    case 'signatures':
      // They stay together: a name on a page of its own could be put under anything.
      return part.lines.map(
        (line, index) =>
          new Paragraph({
            spacing: { before: 360 },
            keepNext: index < part.lines.length - 1,
            keepLines: true,
            tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
            children: runs(`${line}：＿＿＿＿＿＿＿＿\t年　　月　　日`, TEXT_SIZE),
          }),
      );
  }
}

const table = (widths: readonly number[], rows: TableRow[]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths.map(columnWidth),
    rows,
  });

const columnWidth = (percent: number) => Math.round((WIDTH * percent) / 100);

function row(
  cells: readonly Words[],
  widths: readonly number[],
  fonts: Record<number, typeof BODY | typeof HEADING> = {},
  head = false,
): TableRow {
  const children = cells.map((cell, index) => {
    const options: ITableCellOptions = {
      width: { size: columnWidth(widths[index] ?? 0), type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [new Paragraph({ children: runs(cell, TABLE_SIZE, fonts[index]) })],
    };
    return new TableCell(options);
  });
  return new TableRow({ children, tableHeader: head, cantSplit: true });
}

function runs(value: Words, size: number, font: typeof BODY | typeof HEADING = BODY): TextRun[] {
  if (typeof value === 'object')
    return [
      ...runs(value.text, size, font),
      ...value.digests.map((line) => new TextRun({ text: xmlText(line), size: MONO_SIZE, font: MONO, break: 1 })),
    ];
  if (value === BLANK) return [new TextRun({ text: BLANK_TEXT, size, font, highlight: 'yellow' })];
  return value
    .split('\n')
    .map((line, index) => new TextRun({ text: xmlText(line), size, font, ...(index ? { break: 1 } : {}) }));
}

/** Characters that XML 1.0 forbids would make the file unreadable; marks that turn the reading direction would forge it. */
export const xmlText = (text: string) =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '\uFFFD');
