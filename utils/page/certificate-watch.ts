import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { Group } from '../certificate/label-reading.ts';
import type { Region } from '../certificate/regions.ts';
import type { CertificateReader } from './certificate-reader.ts';
import { speakingOfCertificates } from './certificate-words.ts';
import { type Pacer, pagePacer } from './pacer.ts';
import { SteppedWork } from './stepped-work.ts';

/** Milliseconds before the certificates of a page are first read, and of quiet before those of a changed page are read again. */
const FIRST = 100;
const QUIET = 600;
/** Reading may take this share of the time: a page on which it is slow is read less often. */
const SHARE = 1 / 40;

export interface CertificateWatchOptions {
  document: Document;
  today: () => string;
  /** Brings the reader; asked when the page first speaks of a certificate. */
  reader: () => Promise<CertificateReader>;
  changed: () => void;
  signal: AbortSignal;
}

/** Keeps the certificates that the page's own text shows; reads them when the page has been quiet for a moment. */
export class CertificateWatch {
  readonly #options: CertificateWatchOptions;
  readonly #pacer: Pacer = pagePacer();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;
  #reading = false;
  #changedMeanwhile = false;
  #state: 'unread' | 'read' | 'failed' = 'unread';
  #reader: CertificateReader | undefined;
  #regions: readonly Region[] = [];
  #certificates: readonly Certificate[] = [];
  #unread = 0;

  constructor(options: CertificateWatchOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** `unread` until the page was read once: before that, no certificate means nothing. */
  get state(): 'unread' | 'read' | 'failed' {
    return this.#state;
  }

  get certificates(): readonly Certificate[] {
    return this.#certificates;
  }

  /** Parts that speak of certificates and could not be read, or not wholly. */
  get unread(): number {
    return this.#unread;
  }

  /** The page changed, or the day against which dates are checked. */
  look(): void {
    if (this.#options.signal.aborted || this.#timer !== undefined) return;
    if (this.#reading) {
      this.#changedMeanwhile = true;
      return;
    }
    const quiet = this.#state === 'unread' ? FIRST : QUIET;
    this.#timer = setTimeout(() => void this.#read(), Math.max(quiet, this.#notBefore - performance.now()));
  }

  async #read(): Promise<void> {
    const { document, reader, signal } = this.#options;
    this.#timer = undefined;
    this.#reading = true;
    let began = performance.now();
    try {
      if (!this.#reader && (await this.#worked(speakingOfCertificates(document)))) {
        this.#reader = await reader();
        // Waiting for it took none of the page's time.
        began = performance.now();
      }
      if (this.#reader) await this.#worked(this.#readings(this.#reader));
      this.#becomes('read');
    } catch (error) {
      if (signal.aborted) return;
      this.#becomes('failed');
      throw error;
    } finally {
      const ended = performance.now();
      this.#notBefore = ended + (ended - began) / SHARE;
      this.#reading = false;
    }
    if (this.#changedMeanwhile) {
      this.#changedMeanwhile = false;
      this.look();
    }
  }

  #becomes(state: 'read' | 'failed'): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.changed();
  }

  /** Works in slices; rejects when the watch ends meanwhile. */
  #worked<Result>(steps: Generator<void, Result>): Promise<Result> {
    return new SteppedWork(steps).finish(this.#pacer, this.#options.signal);
  }

  /** Reads part by part; parts that change meanwhile are read again with the next look. */
  *#readings({ eachCertificateRegion, readGroups, certificatesOf }: CertificateReader): Generator<void, void> {
    const { document, today, changed } = this.#options;
    const regions: Region[] = [];
    const groups: Group[] = [];
    let unread = 0;
    const parts = eachCertificateRegion(document, regions);
    for (let part = parts.next(); ; part = parts.next()) {
      if (part.done) {
        unread += part.value;
        break;
      }
      regions.push(part.value);
      try {
        groups.push(...readGroups(part.value));
      } catch {
        unread += 1;
      }
      yield;
    }
    this.#unread = unread;
    const certificates = certificatesOf(groups, { today: today() });
    const same = JSON.stringify(certificates) === JSON.stringify(this.#certificates);
    this.#regions = regions;
    this.#certificates = certificates;
    if (!same) changed();
  }

  /** Every place on the page from which a certificate was read. */
  rangesOf(certificateId: string): Range[] {
    const certificate = this.#certificates.find(({ id }) => id === certificateId);
    return Object.values(certificate?.fields ?? {}).flatMap(
      (value) => this.#reader?.rangeOfField(this.#regions, value) ?? [],
    );
  }

  /** Where a certificate stands, or one of its fields. */
  locate(certificateId: string, field?: CertificateField): Range | null {
    const certificate = this.#certificates.find(({ id }) => id === certificateId);
    const values = field ? [certificate?.fields[field]] : Object.values(certificate?.fields ?? {});
    for (const value of values) {
      const range = value && this.#reader?.rangeOfField(this.#regions, value);
      if (range) return range;
    }
    return null;
  }
}
