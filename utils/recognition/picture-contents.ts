import type { Certificate } from '../certificate/certificate.ts';
import { readCertificatesFromLines } from '../certificate/read.ts';
import type { Finding } from '../scan/finding.ts';
import { type Scanner, supported } from '../scan/scanner.ts';
import { glyphsAt, placeInPicture } from './picture-place.ts';
import type { PictureReading } from './picture-reading.ts';
import { placedFields } from './placed-fields.ts';

type Read = Pick<PictureReading, 'lines' | 'codes' | 'width' | 'height'>;

/** The text of a picture, one line per line. */
export const pictureText = ({ lines }: Pick<PictureReading, 'lines'>): string =>
  lines.map(({ text }) => text).join('\n');

/** What a picture that stands alone claims. Places are px of the picture. */
export function findingsInPicture(reading: Read, scanner: Scanner): Finding[] {
  const text = pictureText(reading);
  const page = scanner.tellPage({ host: '', title: '', text });
  const found = supported(scanner.scanText(text, { channel: 'image', page, keepUnsupported: true }));
  return found.map(({ start, end, confidence: _confidence, ...finding }): Finding => {
    const rect = placeInPicture(reading, start, end - start);
    return {
      ...finding,
      id: `picture-${start}-${finding.ruleId}`.slice(0, 200),
      hidden: false,
      gone: false,
      position: start,
      ...(rect ? { rect } : {}),
    };
  });
}

/** The certificates that it shows, each field with its place; the whole picture is where each stands. `today` is ISO 8601. */
export function certificatesInPicture(reading: Read, today: string): Certificate[] {
  const { width, height, codes } = reading;
  const lines = reading.lines.map(({ text }) => text);
  const sureness = (start: number, length: number) => glyphsAt(reading, start, length);
  return readCertificatesFromLines(lines, { today, codes, sureness }).map((certificate) => ({
    ...certificate,
    fields: placedFields(certificate.fields, reading),
    pictureSize: { width, height },
    rect: { x: 0, y: 0, width, height },
  }));
}
