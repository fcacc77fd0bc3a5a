import type { Certificate } from '../certificate/certificate.ts';
import { readCertificatesOfPages } from '../certificate/read.ts';
import { PAGE_BEGINNING } from '../judge/page-reading.ts';
import { glyphsAt, placeInPicture } from '../recognition/picture-place.ts';
import type { PictureBox } from '../recognition/picture-reading.ts';
import type { Finding } from '../scan/finding.ts';
import { type Scanner, supported } from '../scan/scanner.ts';
import { PAGE_GAP } from './pdf-limits.ts';
import type { PdfPage } from './pdf-page.ts';

/** The text of a page, one line per line. */
export const pageText = ({ lines }: Pick<PdfPage, 'lines'>) => lines.map(({ text }) => text).join('\n');

/** Where each page begins when they are laid below each other, CSS px. */
export function pageTops(pages: readonly Pick<PdfPage, 'height'>[]): number[] {
  let top = 0;
  return pages.map(({ height }) => {
    const own = top;
    top += height + PAGE_GAP;
    return own;
  });
}

const moved = (box: PictureBox, top: number): PictureBox => ({ ...box, y: box.y + top });

/** More characters than a page has: positions of one page come before those of the next. */
const PAGE_STRIDE = 1_000_000;

/**
 * What the pages claim. `rect`s are in CSS px of all pages laid below each other.
 * @param source host and title of the document, for what kind of page speaks
 */
export function findingsOfPages(
  pages: readonly PdfPage[],
  scanner: Scanner,
  { host, title }: { host: string; title: string },
): Finding[] {
  const tops = pageTops(pages);
  const telling = scanner.tellPage({ host, title, text: pages.map(pageText).join('\n').slice(0, PAGE_BEGINNING) });
  const all = pages.flatMap((page, index) =>
    scanner
      .scanText(pageText(page), {
        channel: page.from === 'picture' ? 'image' : 'text',
        page: telling,
        keepUnsupported: true,
      })
      .map((found) => ({ ...found, page, top: tops[index]! })),
  );
  return supported(all).map(({ start, end, confidence: _confidence, page, top, ...finding }): Finding => {
    const box = placeInPicture(page, start, end - start);
    return {
      ...finding,
      id: `page-${page.number}-${start}-${finding.ruleId}`.slice(0, 200),
      hidden: false,
      gone: false,
      position: page.number * PAGE_STRIDE + start,
      ...(box ? { rect: moved(box, top) } : {}),
    };
  });
}

/** The page that a character of all pages' text stands on, and where on it. */
function placeOf(pages: readonly PdfPage[], start: number): { page: PdfPage; index: number; at: number } | null {
  let begin = 0;
  for (const [index, page] of pages.entries()) {
    const length = pageText(page).length;
    if (start < begin + length) return { page, index, at: start - begin };
    begin += length + 1;
  }
  return null;
}

/** The certificates that the pages show; what several pages say of one number is one certificate. `today` is ISO 8601. */
export function certificatesOfPages(pages: readonly PdfPage[], today: string): Certificate[] {
  const tops = pageTops(pages);
  const sureness = (start: number, length: number) => {
    const place = placeOf(pages, start);
    return place ? glyphsAt(place.page, place.at, length) : [];
  };
  const certificates = readCertificatesOfPages(
    pages.map(({ lines }) => lines.map(({ text }) => text)),
    { today, codes: pages.flatMap(({ codes }) => codes), sureness },
  );
  return certificates.map((certificate) => onItsPage(certificate, pages, tops));
}

/** The page that shows a certificate stands as its picture, each field with its place there; one on several pages is shown on its first. */
function onItsPage(certificate: Certificate, pages: readonly PdfPage[], tops: readonly number[]): Certificate {
  const places = Object.entries(certificate.fields).map(([field, value]) => {
    const place = value.start === undefined ? null : placeOf(pages, value.start);
    return { field, value, place, box: place && placeInPicture(place.page, place.at, value.raw.length) };
  });
  const shown = places.find(({ box }) => box !== null)?.place;
  if (!shown) return certificate;
  const { width, height } = shown.page;
  const fields = places.map(({ field, value, place, box }) => [
    field,
    box && place?.index === shown.index ? { ...value, box } : value,
  ]);
  return {
    ...certificate,
    fields: Object.fromEntries(fields),
    pictureSize: { width, height },
    rect: { x: 0, y: tops[shown.index]!, width, height },
  };
}

/** Where one field of a certificate stands, CSS px of all pages laid below each other; null when that is not known. */
export function placeOfField(pages: readonly PdfPage[], value: { start?: number; raw: string }): PictureBox | null {
  const place = value.start === undefined ? null : placeOf(pages, value.start);
  const box = place && placeInPicture(place.page, place.at, value.raw.length);
  return box ? moved(box, pageTops(pages)[place.index]!) : null;
}
