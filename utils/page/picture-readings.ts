import type { Certificate } from '../certificate/certificate.ts';
import { pictureAddress } from '../recognition/picture-address.ts';
import { glyphsAt, placeInPicture } from '../recognition/picture-place.ts';
import type { PictureReading } from '../recognition/picture-reading.ts';
import { placedFields } from '../recognition/placed-fields.ts';
import type { Finding } from '../scan/finding.ts';
import type { Scanner } from '../scan/scanner.ts';
import type { CertificateReader } from './certificate-reader.ts';
import * as dom from './dom.ts';
import type { PictureList } from './pictures.ts';

interface ReadPicture {
  element: Element;
  reading: PictureReading;
  findings: readonly Finding[];
  certificates: readonly Certificate[];
}

/** Words in pictures come after all others in page order: their place in the text is not known. */
const AFTER_ALL_TEXT = 1_000_000;
/** Under which address pages of the extension can ask for the same picture. */
const addressOf = (element: Element, { digest }: PictureReading): string =>
  pictureAddress(element instanceof HTMLImageElement ? element.currentSrc || element.src : '', digest);

/** What the pictures of a document say, for as long as they are on it. */
export class PictureReadings {
  readonly #elements = new Map<string, WeakRef<Element>>();
  readonly #ids = new WeakMap<Element, string>();
  readonly #read = new Map<string, ReadPicture>();
  readonly #reader: () => Promise<CertificateReader>;
  #next = 1;
  #issued = 0;

  constructor(reader: () => Promise<CertificateReader>) {
    this.#reader = reader;
  }

  readonly #idOf = (element: Element): string => {
    let id = this.#ids.get(element);
    if (!id) {
      id = `picture-${this.#next++}`;
      this.#ids.set(element, id);
      this.#elements.set(id, new WeakRef(element));
    }
    return id;
  };

  async list(document: Document): Promise<PictureList> {
    const { listPictures } = await this.#reader();
    return listPictures(document, this.#idOf);
  }

  /** The pixels of one picture as a `data:` address; null when the page does not give them, or the picture has left it. */
  async draw(pictureId: string): Promise<string | null> {
    const { drawPicture } = await this.#reader();
    const element = this.#elements.get(pictureId)?.deref();
    return element && dom.isConnected(element) ? drawPicture(element) : null;
  }

  /** Takes in what one picture says; an unknown one has left the page. */
  async take(pictureId: string, reading: PictureReading, scanner: Scanner, today: string): Promise<void> {
    const { readCertificatesFromLines } = await this.#reader();
    const element = this.#elements.get(pictureId)?.deref();
    if (!element) return;
    const lines = reading.lines.map(({ text }) => text);
    const url = addressOf(element, reading);
    const { width, height } = reading;
    const certificates = readCertificatesFromLines(lines, {
      today,
      codes: reading.codes,
      sureness: (start, length) => glyphsAt(reading, start, length),
    }).map((certificate) => ({
      ...certificate,
      id: `${pictureId}-${certificate.id}`,
      fields: placedFields(certificate.fields, reading),
      pictureUrl: url,
      pictureSize: { width, height },
    }));
    const findings = this.#findingsIn(pictureId, element, reading, scanner);
    this.#read.set(pictureId, { element, reading, findings, certificates });
  }

  /** The rules have changed: what pictures were found to claim is found again by the new ones. */
  renew(scanner: Scanner): void {
    for (const [id, read] of this.#read)
      this.#read.set(id, { ...read, findings: this.#findingsIn(id, read.element, read.reading, scanner) });
  }

  /** The same words at the same place keep the id that they had, and no other words get it. */
  #findingsIn(pictureId: string, element: Element, reading: PictureReading, scanner: Scanner): Finding[] {
    const before = this.#read.get(pictureId)?.findings ?? [];
    const url = addressOf(element, reading);
    const { width, height } = reading;
    const found = scanner.scanText(reading.lines.map(({ text }) => text).join('\n'), { channel: 'image' });
    return found.map(({ start, end, confidence: _confidence, ...finding }): Finding => {
      const position = AFTER_ALL_TEXT + start;
      const same = before.find(
        (one) => one.position === position && one.ruleId === finding.ruleId && one.matchedText === finding.matchedText,
      );
      const box = placeInPicture(reading, start, end - start);
      return {
        ...finding,
        id: same?.id ?? `${pictureId}-${++this.#issued}`,
        hidden: false,
        gone: false,
        position,
        ...(box ? { picture: { url, width, height, box } } : {}),
      };
    });
  }

  /** Pictures that were read and are still on the page. */
  get count(): number {
    return this.#here().length;
  }

  findings(): Finding[] {
    return this.#here().flatMap(({ findings }) => findings);
  }

  certificates(): Certificate[] {
    return this.#here().flatMap(({ certificates }) => certificates);
  }

  /** The picture that bears a finding or shows a certificate. */
  elementOf(id: string): Element | null {
    const bearer = this.#here().find(({ findings, certificates }) =>
      [...findings, ...certificates].some((one) => one.id === id),
    );
    return bearer?.element ?? null;
  }

  #here(): ReadPicture[] {
    return [...this.#read.values()].filter(({ element }) => dom.isConnected(element));
  }
}
