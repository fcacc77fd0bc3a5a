import type { Certificate, CertificateField } from '../certificate/certificate.ts';
import { certificatesOf } from '../certificate/read.ts';
import { readGroups } from '../certificate/read-fields.ts';
import type { Group } from '../certificate/reading.ts';
import type { Region } from '../certificate/regions.ts';
import { eachCertificateRegion, rangeOfField } from './certificate-regions.ts';
import { type Pacer, pagePacer } from './pacer.ts';

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
  readonly #pacer: Pacer = pagePacer();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;
  #reading = false;
  #changedMeanwhile = false;
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
    if (this.#reading) {
      this.#changedMeanwhile = true;
      return;
    }
    this.#timer = setTimeout(() => void this.#read(), Math.max(QUIET, this.#notBefore - performance.now()));
  }

  /** Reads part by part, resting in between; parts that change meanwhile are read again with the next look. */
  async #read(): Promise<void> {
    this.#timer = undefined;
    this.#reading = true;
    const began = performance.now();
    const regions: Region[] = [];
    const groups: Group[] = [];
    let resumed = began;
    for (const region of eachCertificateRegion(this.#document, regions)) {
      regions.push(region);
      groups.push(...readGroups(region));
      if (performance.now() - resumed < this.#pacer.slice) continue;
      await this.#pacer.rest();
      if (this.#signal.aborted) return;
      resumed = performance.now();
    }
    const certificates = certificatesOf(groups, { today: this.#today() });
    const ended = performance.now();
    this.#notBefore = ended + (ended - began) / SHARE;
    const same = JSON.stringify(certificates) === JSON.stringify(this.#certificates);
    this.#regions = regions;
    this.#certificates = certificates;
    if (!same) this.#changed();
    this.#reading = false;
    if (this.#changedMeanwhile) {
      this.#changedMeanwhile = false;
      this.look();
    }
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
