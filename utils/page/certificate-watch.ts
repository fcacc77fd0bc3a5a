import type { Certificate, CertificateField } from '../certificate/certificate.ts';
import { readCertificates } from '../certificate/read.ts';
import type { Region } from '../certificate/regions.ts';
import { certificateRegions, rangeOfField } from './certificate-regions.ts';

/** Milliseconds of quiet before the certificates of a changed page are read again. */
const QUIET = 600;
/** Reading may take this share of the time: a page on which it is slow is read less often. */
const SHARE = 1 / 40;

/** Keeps the certificates that the page's own text shows; reads them when the page has been quiet for a moment. */
export class CertificateWatch {
  readonly #document: Document;
  readonly #today: () => string;
  readonly #changed: () => void;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;
  #regions: readonly Region[] = [];
  #certificates: readonly Certificate[] = [];

  constructor(options: { document: Document; today: () => string; changed: () => void; signal: AbortSignal }) {
    this.#document = options.document;
    this.#today = options.today;
    this.#changed = options.changed;
    this.#signal = options.signal;
    this.#signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get certificates(): readonly Certificate[] {
    return this.#certificates;
  }

  /** The page changed, or the day against which dates are checked. */
  look(): void {
    if (this.#signal.aborted || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#read(), Math.max(QUIET, this.#notBefore - performance.now()));
  }

  #read(): void {
    this.#timer = undefined;
    const began = performance.now();
    this.#regions = certificateRegions(this.#document);
    const certificates = readCertificates(this.#regions, { today: this.#today() });
    const ended = performance.now();
    this.#notBefore = ended + (ended - began) / SHARE;
    const same = JSON.stringify(certificates) === JSON.stringify(this.#certificates);
    this.#certificates = certificates;
    if (!same) this.#changed();
  }

  /** Where a certificate stands, or one of its fields. */
  locate(certificateId: string, field?: CertificateField): Range | null {
    const certificate = this.#certificates.find(({ id }) => id === certificateId);
    const values = field ? [certificate?.fields[field]] : Object.values(certificate?.fields ?? {});
    for (const value of values) {
      const range = value && rangeOfField(this.#regions, value);
      if (range) return range;
    }
    return null;
  }
}
