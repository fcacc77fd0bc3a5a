import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../entrypoints/pdf/page-reader.ts';
import { openPdf, refuseBytes } from '../../utils/pdf/open-pdf.ts';
import { MOST_BYTES, MOST_PAGES } from '../../utils/pdf/pdf-limits.ts';
import type { PdfPage } from '../../utils/pdf/pdf-page.ts';
import { writePdf } from './write-pdf.ts';

const resolved = (path: string) => createRequire(import.meta.url).resolve(`pdfjs-dist/${path}`);
const folder = resolved('package.json').replace('package.json', '');
const ASSETS = {
  worker: resolved('legacy/build/pdf.worker.mjs'),
  characterMaps: `${folder}cmaps/`,
  standardFonts: `${folder}standard_fonts/`,
};
const never = new AbortController().signal;
const open = (bytes: Uint8Array<ArrayBuffer>) => openPdf(bytes, ASSETS);
const LOCK = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`;

describe('a PDF that is not as it should be', () => {
  it('with a password is refused with that reason', async () => {
    await expect(open(writePdf({ trailer: LOCK }))).rejects.toMatchObject({ key: 'error_pdfEncrypted' });
  });

  it('that is none, or breaks off before its pages, is refused', async () => {
    expect(() => refuseBytes(new TextEncoder().encode('<html>'))).toThrow(
      expect.objectContaining({ key: 'error_pdfNoHeader' }),
    );
    expect(() => refuseBytes(new Uint8Array(MOST_BYTES + 1))).toThrow(
      expect.objectContaining({ key: 'error_pdfTooLarge' }),
    );
    await expect(open(new TextEncoder().encode('%PDF-1.7\nnothing follows\n%%EOF'))).rejects.toMatchObject({
      key: 'error_pdfDamaged',
    });
  });

  it('with scripts is opened, and they are said to be there', async () => {
    const pdf = await open(writePdf({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }));
    expect(pdf.notes).toEqual({ scripts: true, truncated: false });
    await pdf.close();
  });

  it('without its end is opened as far as it goes, and said to be cut off', async () => {
    const whole = writePdf({ pages: 3 });
    const pdf = await open(whole.slice(0, whole.length - 12));
    expect(pdf.notes.truncated).toBe(true);
    expect(pdf.pages).toBe(3);
    await pdf.close();
  });

  it('of two thousand pages is read to the bound', async () => {
    const pdf = await open(writePdf({ pages: 2000 }));
    let pages: PdfPage[] = [];
    await readTexts(pdf, { stopping: never, told: (read) => (pages = read) });
    expect(pdf.pages).toBe(2000);
    expect(pages).toHaveLength(MOST_PAGES);
    expect(pages.at(-1)).toMatchObject({ number: MOST_PAGES, lines: [{ text: 'Report 0417' }] });
    await pdf.close();
  }, 30_000);

  it('is left alone when the officer stops, and the rest said to be unread', async () => {
    const pdf = await open(writePdf({ pages: 12 }));
    let pages: PdfPage[] = [];
    await readTexts(pdf, { stopping: AbortSignal.abort(), told: (read) => (pages = read) });
    expect(pages.map(({ lack }) => lack)).toEqual(new Array(12).fill('stopped'));
    await pdf.close();
  });
});
