import { browser } from '#imports';
import { asExpectedFailure } from '../../utils/base/expected-failure.ts';
import { hostOf } from '../../utils/base/host-of.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { digestBlob } from '../../utils/evidence/digest.ts';
import type { Digests } from '../../utils/evidence/record.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { listedFindings } from '../../utils/page/listed-findings.ts';
import { fetchPdf, type PdfFetch } from '../../utils/pdf/fetch-pdf.ts';
import { type OpenPdf, openPdf } from '../../utils/pdf/open-pdf.ts';
import type { PdfFacts } from '../../utils/pdf/pdf-facts.ts';
import { MOST_PAGES } from '../../utils/pdf/pdf-limits.ts';
import type { PdfPage } from '../../utils/pdf/pdf-page.ts';
import { certificatesOfPages, findingsOfPages, pageText } from '../../utils/pdf/read-pages.ts';
import { MOST_CERTIFICATES, MOST_TEXT } from '../../utils/reports/report-limits.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { type Scanner, unpackWhole } from '../../utils/scan/scanner.ts';
import { readPictures, readTexts } from './page-reader.ts';
import { watchFetch } from './watch-fetch.ts';

/** Where the bytes come from. */
export type PdfSource = { url: string } | { file: File };

const ASSETS = {
  worker: browser.runtime.getURL('/pdf/pdf.worker.min.mjs' as '/'),
  characterMaps: browser.runtime.getURL('/pdf/cmaps/' as '/'),
  standardFonts: browser.runtime.getURL('/pdf/standard_fonts/' as '/'),
};

type Phase = 'fetching' | 'reading' | 'done' | 'failed';

export interface PdfSessionOptions {
  source: PdfSource;
  signal: AbortSignal;
  /** The tab of the viewer. */
  tabId: number;
  /** Read pages without text as pictures. */
  pictures: boolean;
  /** ISO 8601 day against which certificates are checked. */
  today: () => string;
  /** Pages, findings or progress changed. */
  onChange: () => void;
}

const NO_TIME = { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 0 };

/** One PDF in the viewer: its bytes, its pages as they are read, and what they say. */
export class PdfSession {
  readonly documentKey = crypto.randomUUID();
  readonly #options: PdfSessionOptions;
  readonly #stopping = new AbortController();
  #phase: Phase = 'fetching';
  #pdf: OpenPdf | null = null;
  #bytes: Blob | null = null;
  #digests: Digests | null = null;
  #load: PdfFetch | null = null;
  #fetched = { bytes: 0, of: null as number | null };
  #pages: PdfPage[] = [];
  #findings: readonly Finding[] = [];
  #certificates: readonly Certificate[] = [];
  #scanner: Scanner | null = null;
  #stamps: FrameReport['rulePacks'] = [];
  #failure: PdfFacts['failure'];
  #marked = true;
  #matchMs = 0;
  #scannedAt = new Date();

  constructor(options: PdfSessionOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => void this.#pdf?.close());
  }

  get phase(): Phase {
    return this.#phase;
  }
  get pdf(): OpenPdf | null {
    return this.#pdf;
  }
  get pages(): readonly PdfPage[] {
    return this.#pages;
  }
  get findings(): readonly Finding[] {
    return this.#findings;
  }
  get certificates(): readonly Certificate[] {
    return this.#certificates;
  }
  /** The file as it came, with its digests and how it was fetched; null until it is there. */
  get original(): { blob: Blob; digests: Digests; load: PdfFetch | null } | null {
    return this.#bytes && this.#digests && { blob: this.#bytes, digests: this.#digests, load: this.#load };
  }
  get fetched(): { bytes: number; of: number | null } {
    return this.#fetched;
  }

  /** Whether its findings are marked on the pages: a capture takes the marks off for its shots. */
  get marked(): boolean {
    return this.#marked;
  }
  set marked(shown: boolean) {
    this.#marked = shown;
    this.#options.onChange();
  }

  /** Fetches, opens and reads; what goes wrong with the file is part of its report. */
  async run(): Promise<void> {
    try {
      await this.#run();
      this.#phase = 'done';
    } catch (error) {
      if (this.#options.signal.aborted) return;
      this.#phase = 'failed';
      const expected = asExpectedFailure(error);
      if (!expected) {
        this.#options.onChange();
        throw error;
      }
      this.#failure = { key: expected.key, values: [...expected.values] };
    }
    this.#options.onChange();
  }

  /** Reads no further page; those that are left are said to be unread. */
  stop(): void {
    this.#stopping.abort();
  }

  async #run(): Promise<void> {
    const { source, signal, onChange } = this.#options;
    onChange();
    if ('url' in source) {
      this.#bytes = await this.#fetch(source.url);
    } else this.#bytes = source.file;
    this.#phase = 'reading';
    this.#digests = await digestBlob(this.#bytes);
    this.#pdf = await openPdf(new Uint8Array(await this.#bytes.arrayBuffer()), ASSETS);
    signal.throwIfAborted();
    await this.#takeRules();
    await this.#readAll(this.#pdf);
  }

  async #fetch(url: string): Promise<Blob> {
    const { tabId, signal, onChange } = this.#options;
    const watch = watchFetch(tabId);
    try {
      const { bytes, load } = await fetchPdf(url, signal, (count, of) => {
        this.#fetched = { bytes: count, of };
        onChange();
      });
      this.#load = { ...load, ...watch.seen() };
      return new Blob([bytes], { type: 'application/pdf' });
    } finally {
      watch.end();
    }
  }

  async #takeRules(): Promise<void> {
    const { packed, stamps, judging } = await sendMessage('getLexicon');
    this.#scanner = unpackWhole(packed, judging);
    this.#stamps = stamps;
  }

  async #readAll(pdf: OpenPdf): Promise<void> {
    const { pictures, signal } = this.#options;
    const told = (pages: PdfPage[]) => {
      signal.throwIfAborted();
      this.#pages = pages;
      this.#options.onChange();
    };
    await readTexts(pdf, { stopping: this.#stopping.signal, told });
    this.#judge();
    if (!pictures) return;
    await readPictures(pdf, this.#pages, {
      stopping: this.#stopping.signal,
      told: (pages) => {
        told(pages);
        this.#judge();
      },
      recognise: async (data) => {
        await sendMessage('openReader');
        return sendMessage('readPicture', { data, keep: !browser.extension.inIncognitoContext });
      },
    });
  }

  #judge(): void {
    if (!this.#scanner) return;
    const began = performance.now();
    this.#findings = findingsOfPages(this.#pages, this.#scanner, { host: hostOf(this.address), title: this.title });
    this.#certificates = certificatesOfPages(this.#pages, this.#options.today());
    this.#matchMs += performance.now() - began;
    this.#scannedAt = new Date();
    this.#options.onChange();
  }

  /** Judges what was read again, by the rules in force now. */
  async judgeAgain(): Promise<void> {
    if (!this.#scanner) return;
    await this.#takeRules();
    this.#judge();
  }

  /** Its own title, or the name of its file. */
  get title(): string {
    if (this.#pdf?.title) return this.#pdf.title;
    const { source } = this.#options;
    if ('file' in source) return source.file.name;
    const name = new URL(source.url).pathname.split('/').at(-1) ?? '';
    try {
      return decodeURIComponent(name) || source.url;
    } catch {
      return name;
    }
  }

  /** The address of the document; a chosen file has none, and is named by its digest. */
  get address(): string {
    const { source } = this.#options;
    if ('url' in source) return this.#load?.finalUrl ?? source.url;
    return this.#digests ? `urn:sha256:${this.#digests.sha256}` : 'about:blank';
  }

  facts(): PdfFacts {
    const pages = this.#pdf?.pages ?? 0;
    const counted = new Map<PdfFacts['lacks'][number]['lack'], number>();
    for (const { lack } of this.#pages) if (lack) counted.set(lack, (counted.get(lack) ?? 0) + 1);
    if (pages > MOST_PAGES) counted.set('too-many', (counted.get('too-many') ?? 0) + pages - MOST_PAGES);
    return {
      origin: 'url' in this.#options.source ? 'fetched' : 'file',
      ...(this.#digests ? { sha256: this.#digests.sha256 } : {}),
      bytes: this.#bytes?.size ?? this.#fetched.bytes,
      pages,
      read: this.#pages.filter(({ lack }) => lack === undefined).length,
      asPictures: this.#pages.filter(({ from, lack }) => from === 'picture' && lack === undefined).length,
      lacks: [...counted].map(([lack, count]) => ({ lack, pages: count })),
      scripts: this.#pdf?.notes.scripts ?? false,
      truncated: this.#pdf?.notes.truncated ?? false,
      ...(this.#failure ? { failure: this.#failure } : {}),
    };
  }

  /** What its pages say, bounded. */
  get text(): string {
    return this.#pages.map(pageText).join('\n\n').slice(0, MOST_TEXT);
  }

  /** What a frame would say of its document. */
  report(): FrameReport & { pdf: PdfFacts } {
    const pdf = this.facts();
    const listed = listedFindings(this.#findings);
    const unread = pdf.lacks.reduce((sum, { pages }) => sum + pages, 0) + Number(pdf.truncated);
    return {
      state: this.#phase === 'done' || this.#phase === 'failed' ? this.#phase : 'scanning',
      url: this.address,
      title: this.title,
      documentKey: this.documentKey,
      findings: listed,
      ...(unread > 0 ? { unread } : {}),
      omitted: this.#findings.length - listed.length,
      certificates: this.#certificates.slice(0, MOST_CERTIFICATES),
      pictures: pdf.asPictures,
      timings: {
        ...NO_TIME,
        matchMs: this.#matchMs,
        characters: this.#pages.reduce((sum, page) => sum + pageText(page).length, 0),
      },
      scannedAt: this.#scannedAt.toISOString(),
      rulePacks: this.#stamps,
      pdf,
    };
  }
}
