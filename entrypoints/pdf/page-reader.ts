import { dataAddress } from '../../utils/base/data-address.ts';
import { type OpenPdf, PdfPageTimeout } from '../../utils/pdf/open-pdf.ts';
import { MOST_PAGES, MOST_PICTURE_PAGES, PICTURE_SCALE } from '../../utils/pdf/pdf-limits.ts';
import type { PageLack, PdfPage } from '../../utils/pdf/pdf-page.ts';
import { linesOfRuns } from '../../utils/pdf/text-lines.ts';
import type { PictureReading, SkipReason } from '../../utils/recognition/picture-reading.ts';
import { scaledLine } from '../../utils/recognition/scaled-line.ts';

/** A page with fewer printed characters is a picture with a stamp or a page number on it. */
const LEAST_TEXT = 40;
/** Size of a page that does not tell its own, CSS px: A4. */
const A4 = { width: 794, height: 1123 };

interface Reading {
  /** Aborts when the officer wants no further page. */
  stopping: AbortSignal;
  told: (pages: PdfPage[]) => void;
}

const printed = ({ lines }: Pick<PdfPage, 'lines'>) =>
  lines.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);

const lackOf = (error: unknown): PageLack => (error instanceof PdfPageTimeout ? 'timeout' : 'damaged');

async function textOfPage(pdf: OpenPdf, number: number): Promise<PdfPage> {
  const empty = { number, from: 'text' as const, lines: [], codes: [] };
  let size = A4;
  try {
    size = await pdf.sizeOf(number);
    return { ...empty, ...size, lines: linesOfRuns(await pdf.runsOf(number)) };
  } catch (error) {
    return { ...empty, ...size, lack: lackOf(error) };
  }
}

/** Reads the text of every page, bounded at {@link MOST_PAGES}; tells after each few. */
export async function readTexts(pdf: OpenPdf, { stopping, told }: Reading): Promise<void> {
  const pages: PdfPage[] = [];
  const last = Math.min(pdf.pages, MOST_PAGES);
  for (let number = 1; number <= last; number += 1) {
    if (stopping.aborted) pages.push({ number, ...A4, from: 'text', lines: [], codes: [], lack: 'stopped' });
    else pages.push(await textOfPage(pdf, number));
    if (number % 10 === 0 || number === last) told([...pages]);
  }
}

async function dataOf(canvas: HTMLCanvasElement): Promise<string | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && dataAddress(blob);
}

type Recognise = (data: string) => Promise<{ reading: PictureReading } | { skipped: SkipReason }>;

async function pictureOfPage(pdf: OpenPdf, page: PdfPage, recognise: Recognise): Promise<PdfPage> {
  const canvas = document.createElement('canvas');
  try {
    await pdf.draw(page.number, PICTURE_SCALE, canvas);
    const data = await dataOf(canvas);
    const answer = data ? await recognise(data) : { skipped: 'too-large' as const };
    if ('skipped' in answer) {
      // An empty page has nothing to read.
      return answer.skipped === 'too-small' ? page : { ...page, lack: 'picture-unread' };
    }
    const { reading } = answer;
    const scale = reading.width / page.width;
    const lines = reading.lines.map((line) => scaledLine(line, scale));
    const { lack: _lack, ...rest } = page;
    return { ...rest, from: 'picture', lines, codes: reading.codes };
  } catch (error) {
    return { ...page, lack: lackOf(error) };
  } finally {
    // A canvas keeps its pixels until it is collected, which may be late.
    canvas.width = 0;
  }
}

/** Reads the pages that have no text of their own as pictures, bounded at {@link MOST_PICTURE_PAGES}; tells after each. */
export async function readPictures(
  pdf: OpenPdf,
  pages: readonly PdfPage[],
  { stopping, told, recognise }: Reading & { recognise: Recognise },
): Promise<void> {
  const now = [...pages];
  const wanted = pages.flatMap((page, index) => (!page.lack && printed(page) < LEAST_TEXT ? [index] : []));
  for (const [order, index] of wanted.entries()) {
    const page = now[index]!;
    if (stopping.aborted) now[index] = { ...page, lack: 'stopped' };
    else if (order >= MOST_PICTURE_PAGES) now[index] = { ...page, lack: 'too-many' };
    else now[index] = await pictureOfPage(pdf, page, recognise);
    told([...now]);
  }
}
