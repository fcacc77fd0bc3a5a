import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { ExpectedFailure, type FailureKey } from '../base/expected-failure.ts';
import { MOST_BYTES, MOST_PAGE_PIXELS, OPEN_MS, PAGE_MS, PX_OF_POINT } from './pdf-limits.ts';
import type { TextRun } from './text-lines.ts';

/** The file cannot be read as a PDF; the sentence says why. */
export class PdfRefusedError extends ExpectedFailure {
  override name = 'PdfRefusedError';
}

/** A page took longer than its time. */
export class PdfPageTimeout extends Error {
  override name = 'PdfPageTimeout';
}

/** What draws the pages, by name and version. */
export const drawnBy = `pdf.js ${pdfjs.version}`;

/** Addresses of pdf.js's own files, with a slash at the end of folders. */
export interface PdfAssets {
  worker: string;
  characterMaps: string;
  standardFonts: string;
}

/** What stands in a file beside its pages, and is never run or shown. */
export interface PdfNotes {
  /** It holds scripts or actions; none is run. */
  scripts: boolean;
  /** It has no end mark: something may have been cut off. */
  truncated: boolean;
}

export interface OpenPdf {
  pages: number;
  title: string;
  notes: PdfNotes;
  /** Size of a page in CSS px. */
  sizeOf(number: number): Promise<{ width: number; height: number }>;
  /** The runs of text of a page. @throws PdfPageTimeout, or whatever the page is damaged by */
  runsOf(number: number): Promise<TextRun[]>;
  /** Draws a page; the scale is lowered where the picture would be too large. */
  draw(number: number, scale: number, canvas: HTMLCanvasElement): Promise<void>;
  close(): Promise<void>;
}

/** A header stands within the first bytes of a file, behind what mailers put before it. */
const HEADER_WITHIN = 1024;

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

function within<Value>(work: Promise<Value>, ms: number, failure: () => Error): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failure()), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function refusalFor(error: unknown): FailureKey {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'error_pdfEncrypted';
  return 'error_pdfDamaged';
}

/** @throws PdfRefusedError for what is no PDF, or larger than is read */
export function refuseBytes(bytes: Uint8Array): void {
  if (bytes.byteLength > MOST_BYTES) throw new PdfRefusedError('error_pdfTooLarge');
  if (!latin(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-')) throw new PdfRefusedError('error_pdfNoHeader');
}

/**
 * Opens a PDF. Its scripts are never run: pdf.js runs none without a sandbox, which is not packed, and neither forms nor annotations are shown as
 * anything but pictures. `bytes` are handed to the worker and are empty afterwards.
 * @throws PdfRefusedError
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>, assets: PdfAssets): Promise<OpenPdf> {
  refuseBytes(bytes);
  const truncated = !latin(bytes.subarray(-HEADER_WITHIN)).includes('%%EOF');
  pdfjs.GlobalWorkerOptions.workerSrc = assets.worker;
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: assets.characterMaps,
    cMapPacked: true,
    standardFontDataUrl: assets.standardFonts,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 100_000_000,
    verbosity: 0,
  });
  let document: PDFDocumentProxy;
  try {
    document = await within(task.promise, OPEN_MS, () => new PdfRefusedError('error_pdfDamaged'));
  } catch (error) {
    void task.destroy();
    if (error instanceof PdfRefusedError) throw error;
    throw new PdfRefusedError(refusalFor(error), [], { cause: error });
  }
  const [scripts, metadata] = await Promise.all([
    document.hasJSActions().catch(() => false),
    document.getMetadata().catch(() => null),
  ]);
  const title = String((metadata?.info as { Title?: unknown } | undefined)?.Title ?? '').slice(0, 300);
  const late = () => new PdfPageTimeout('the page takes too long');
  const pageOf = (number: number): Promise<PDFPageProxy> => within(document.getPage(number), PAGE_MS, late);
  return {
    pages: document.numPages,
    title,
    notes: { scripts, truncated },
    async sizeOf(number) {
      const { width, height } = (await pageOf(number)).getViewport({ scale: PX_OF_POINT });
      return { width, height };
    },
    async runsOf(number) {
      const page = await pageOf(number);
      const { transform } = page.getViewport({ scale: PX_OF_POINT });
      const { items } = await within(page.getTextContent(), PAGE_MS, late);
      return items.flatMap((item): TextRun[] => {
        if (!('str' in item) || item.str === '') return [];
        const [a, b, c, d, x, y] = pdfjs.Util.transform(transform, item.transform) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const turned = Math.abs(b) > Math.abs(a);
        const size = Math.hypot(c, d);
        return [
          { text: item.str, x, baseline: y, width: item.width * PX_OF_POINT, size, ...(turned ? { turned } : {}) },
        ];
      });
    },
    async draw(number, scale, canvas) {
      const page = await pageOf(number);
      const natural = page.getViewport({ scale: PX_OF_POINT });
      const most = Math.sqrt(MOST_PAGE_PIXELS / (natural.width * natural.height));
      const viewport = page.getViewport({ scale: PX_OF_POINT * Math.min(scale, most) });
      canvas.width = Math.max(1, Math.round(viewport.width));
      canvas.height = Math.max(1, Math.round(viewport.height));
      const drawing = page.render({ canvasContext: canvas.getContext('2d')!, viewport, background: '#ffffff' });
      try {
        await within(drawing.promise, PAGE_MS, late);
      } finally {
        drawing.cancel();
        page.cleanup();
      }
    },
    close: () => task.destroy(),
  };
}
