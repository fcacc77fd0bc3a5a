import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import { digestsOf } from '../../rules/ruleset.ts';
import type { MarkedWords } from '../../utils/judge/mark.ts';
import { certificateFrame } from '../../utils/page/certificate-frame.ts';
import type { CertificateReader } from '../../utils/page/certificate-reader.ts';
import { CertificateWatch } from '../../utils/page/certificate-watch.ts';
import * as dom from '../../utils/page/dom.ts';
import { findWords } from '../../utils/page/find-words.ts';
import { FindingMarks } from '../../utils/page/finding-marks.ts';
import type { ShadowRootOf } from '../../utils/page/flat-tree.ts';
import { createHighlighter, type Highlighter } from '../../utils/page/highlighter.ts';
import { listedFindings } from '../../utils/page/listed-findings.ts';
import { PictureReadings } from '../../utils/page/picture-readings.ts';
import type { Box } from '../../utils/page/range-boxes.ts';
import { linesOf, placeOf, reveal } from '../../utils/page/reveal.ts';
import { type PageScan, scanPage } from '../../utils/page/watch-page.ts';
import type { PictureReading } from '../../utils/recognition/picture-reading.ts';
import { type MeasuredPlaces, MOST_LINES } from '../../utils/reports/measured-places.ts';
import { MOST_TEXT } from '../../utils/reports/report-limits.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { frameReport } from './frame-report.ts';
import type { StampedScanner } from './shared-scanner.ts';

export interface PageSessionOptions {
  document: Document;
  signal: AbortSignal;
  /** ISO 8601 day against which certificates are checked. */
  today: () => string;
  shadowRootOf: ShadowRootOf;
  /** Brings what reads certificates and pictures. */
  certificateReader: () => Promise<CertificateReader>;
  /** The scanner in use, or one of the rules of these digests. */
  scanner: (rules?: string) => Promise<StampedScanner>;
  /** Findings or certificates changed. */
  onChange: () => void;
}

/** Milliseconds for which changes of a scan are gathered before they are painted. */
const PAINT_AFTER = 80;
/** On a page that never rests, painting anew takes at most one part in so many of the time. */
const PAINT_SHARE = 30;
const NO_TIME = { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 0 };

/** One document while its site is switched on: scanned, painted, its certificates read. Ends with its signal and leaves nothing. */
export class PageSession {
  readonly pictures: PictureReadings;
  readonly dismissed = new Set<string>();
  readonly #options: PageSessionOptions;
  readonly #highlighter: Highlighter;
  readonly #certificates: CertificateWatch;
  readonly #marks = new FindingMarks();
  #scan: PageScan | null = null;
  /** What findings are made with, and the rules that the report names. */
  #stamped: StampedScanner | null = null;
  /** Digests of the rules that were asked for last. */
  #wanted: string | null = null;
  #state: FrameReport['state'] = 'done';
  #paint: ReturnType<typeof setTimeout> | undefined;
  #paintMs = 0;
  #paintNotBefore = 0;
  #scannedAt = new Date();

  constructor(options: PageSessionOptions) {
    const { document, signal, today, certificateReader, onChange } = options;
    this.#options = options;
    this.pictures = new PictureReadings(certificateReader);
    this.#highlighter = createHighlighter({ document, signal });
    this.#certificates = new CertificateWatch({
      document,
      today,
      reader: certificateReader,
      changed: onChange,
      signal,
    });
    signal.addEventListener('abort', () => clearTimeout(this.#paint));
  }

  /** Scans the document from now on. */
  async scan(): Promise<void> {
    const { document, signal, shadowRootOf, onChange } = this.#options;
    this.#state = 'scanning';
    const { scanner } = await this.#scanner().catch((error: unknown) => {
      this.#state = 'failed';
      throw error;
    });
    if (signal.aborted) return;
    this.#scan = scanPage({ document, scanner, shadowRootOf, signal, onChange: (scan) => this.#changed(scan) });
    this.#certificates.look();
    onChange();
  }

  #changed(scan: PageScan): void {
    this.#state = scan.state;
    this.#scannedAt = new Date();
    this.#certificates.look();
    const wait = Math.max(PAINT_AFTER, this.#paintNotBefore - performance.now());
    this.#paint ??= setTimeout(() => this.paint(), wait);
  }

  /** Brings paint and report up to what is known. */
  paint(): void {
    clearTimeout(this.#paint);
    this.#paint = undefined;
    if (!this.#scan || this.#options.signal.aborted) return;
    const began = performance.now();
    this.#highlighter.show(this.#marks.of(this.#scan, this.dismissed));
    const ended = performance.now();
    this.#paintMs += ended - began;
    this.#paintNotBefore = ended + (ended - began) * PAINT_SHARE;
    this.#options.onChange();
  }

  /** Reads everything again, by the rules of these digests. */
  async rescan(rules: string): Promise<void> {
    if (!(await this.follow(rules))) this.#readAgain();
  }

  /** Reads everything again when it was read by other rules than those of these digests; whether it does. */
  async follow(rules: string): Promise<boolean> {
    if (!this.#stamped || digestsOf(this.#stamped.stamps) === rules) return false;
    this.#wanted = rules;
    const stamped = await this.#options.scanner(rules);
    if (this.#options.signal.aborted || this.#wanted !== rules) return true;
    this.#stamped = stamped;
    this.pictures.renew(stamped.scanner);
    this.#readAgain();
    return true;
  }

  #readAgain(): void {
    if (this.#scan && this.#stamped) {
      this.#scan.rescan(this.#stamped.scanner);
      this.#state = this.#scan.state;
    }
    this.#certificates.look();
    this.#options.onChange();
  }

  async #scanner(): Promise<StampedScanner> {
    const stamped = await this.#options.scanner();
    this.#stamped ??= stamped;
    return this.#stamped;
  }

  findings(): Finding[] {
    return [...(this.#scan?.findings() ?? []), ...this.pictures.findings()];
  }

  finding(id: string): Finding | undefined {
    return this.findings().find((finding) => finding.id === id);
  }

  /** Ids of the findings drawn at a point of the viewport. */
  at(x: number, y: number, target: Node | null): string[] {
    return this.#highlighter.at(x, y, target);
  }

  placeOf({ id }: Finding): Box | null {
    return placeOf(this.#rangesOf(id), this.#elementOf(id));
  }

  /** Where the listed findings stand in the viewport now, line by line. */
  places(): MeasuredPlaces {
    const { scrollX: x, scrollY: y } = dom.defaultView(this.#options.document)!;
    const boxes = listedFindings(this.findings()).flatMap((finding) => {
      if (finding.gone) return [];
      const lines = linesOf(this.#rangesOf(finding.id), this.#elementOf(finding.id)).slice(0, MOST_LINES);
      return lines.map(({ x, y, width, height }) => ({ findingId: finding.id, x, y, width, height }));
    });
    return { scroll: { x, y }, boxes };
  }

  /** Scrolls to a finding and pulses it once. */
  reveal(id: string): void {
    const ranges = this.#rangesOf(id);
    reveal(ranges, this.#elementOf(id));
    this.#highlighter.pulse(ranges);
  }

  /** What the page is taken for, with its own words: how far it leans is the judge's own. Undefined until it is scanned. */
  get page(): FrameReport['page'] {
    if (!this.#scan) return undefined;
    const { kind, signs } = this.#scan.telling;
    return { kind, signs };
  }

  /** The words that are selected, as the judge sees them, pulsed once; null where none are. */
  markSelection(): MarkedWords | null {
    const selection = dom.defaultView(this.#options.document)?.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const words = this.#scan?.marked(range);
    if (!words) return null;
    this.#highlighter.pulse([range]);
    return this.#marked(words);
  }

  /** The words of a finding, as the judge sees them; null where they stand in no text. */
  markFinding(id: string): MarkedWords | null {
    const words = this.#scan?.markedFinding(id);
    return words ? this.#marked(words) : null;
  }

  #marked(words: Omit<MarkedWords, 'url' | 'rulePacks' | 'claims'>): MarkedWords {
    const isClaim = ({ id, disposition }: Finding) => disposition === 'claim' && !this.dismissed.has(id);
    return {
      ...words,
      url: dom.addressOf(this.#options.document).slice(0, 8_000),
      rulePacks: this.#stamped?.stamps ?? [],
      claims: this.findings().filter(isClaim).length,
    };
  }

  /** What the reader sees of the document, bounded. */
  text(): string {
    return this.#scan?.plainText().slice(0, MOST_TEXT) ?? '';
  }

  /** Scrolls to the first place of these words and pulses it once; false where they are not. */
  revealWords(words: string): boolean {
    const range = findWords(dom.body(this.#options.document), words);
    if (!range) return false;
    reveal([range], null);
    this.#highlighter.pulse([range]);
    return true;
  }

  revealCertificate(id: string, field?: CertificateField): void {
    const range = this.#certificates.locate(id, field);
    reveal(range ? [range] : [], this.pictures.elementOf(id));
    if (range) this.#highlighter.pulse([range]);
  }

  setMarks(shown: boolean): Promise<void> {
    return this.#highlighter.setShown(shown);
  }

  async takeReading(pictureId: string, reading: PictureReading): Promise<void> {
    const used = await this.#scanner();
    if (this.#options.signal.aborted) return;
    await this.pictures.take(pictureId, reading, used.scanner, this.#options.today());
    // The rules may have changed while the reader of certificates was brought.
    if (this.#stamped && this.#stamped !== used) this.pictures.renew(this.#stamped.scanner);
    this.#options.onChange();
  }

  /** The frame's report, whole and bounded. */
  report(documentKey: string): FrameReport {
    return frameReport({
      documentKey,
      document: this.#options.document,
      state: this.#reportState(),
      findings: this.findings(),
      placeOf: (finding) => this.placeOf(finding),
      certificates: [...this.#certificates.certificates, ...this.pictures.certificates()],
      placeOfCertificate: ({ id }) => certificateFrame(this.#certificates.rangesOf(id), this.pictures.elementOf(id)),
      unread: (this.#scan?.unread ?? 0) + this.#certificates.unread,
      pictures: this.pictures.count,
      timings: { ...(this.#scan?.timings ?? NO_TIME), paintMs: this.#paintMs },
      scannedAt: this.#scannedAt,
      rulePacks: this.#stamped?.stamps ?? [],
      page: this.page,
    });
  }

  /** Done only when the certificates were read as well: a capture takes what is told then for all there is. */
  #reportState(): FrameReport['state'] {
    if (this.#state !== 'done') return this.#state;
    if (this.#certificates.state === 'read' && this.#certificates.unread > 0) return 'failed';
    return ({ unread: 'scanning', read: 'done', failed: 'failed' } as const)[this.#certificates.state];
  }

  #rangesOf(id: string): readonly AbstractRange[] {
    return this.#scan?.rangesOf(id) ?? [];
  }

  #elementOf(id: string): Element | null {
    return this.pictures.elementOf(id) ?? this.#scan?.elementOf(id) ?? null;
  }
}
