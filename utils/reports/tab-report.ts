import type { RulePackStamp } from '../../rules/rule.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { PartyFact } from '../party/party-fact.ts';
import type { PdfFacts } from '../pdf/pdf-facts.ts';
import type { SkipReason } from '../recognition/picture-reading.ts';
import type { Finding } from '../scan/finding.ts';
import type { PageSigns } from '../scan/page-signs.ts';
import type { PageTelling } from '../scan/page-telling.ts';

/** Durations of one scan in milliseconds, and the characters read. */
export interface ScanTimings {
  textMs: number;
  matchMs: number;
  contextMs: number;
  paintMs: number;
  characters: number;
}

export type FrameState = 'scanning' | 'done' | 'failed' | 'off';

/** What one frame's content script says of its document. Sent again, whole, when something changed. */
export interface FrameReport {
  state: FrameState;
  /** More of the document is on its way; absent once it has arrived. */
  arriving?: true;
  url: string;
  title: string;
  /** Changes with every load of the document. */
  documentKey: string;
  findings: readonly Finding[];
  /** Parts of the document that could not be read; absent when all was. */
  unread?: number;
  /** Claims, cited and negated beyond the reported list (bounded at 500). */
  omitted: number;
  certificates: readonly Certificate[];
  pictures: number;
  timings: ScanTimings;
  /** UTC, ISO 8601. */
  scannedAt: string;
  /** The rules that found what is listed; none where nothing was scanned. */
  rulePacks: readonly RulePackStamp[];
  /** What the page is, with its own words; absent until it was read. */
  page?: Pick<PageTelling, 'kind' | 'signs'>;
  /** The document is a PDF in the extension's viewer. */
  pdf?: PdfFacts;
}

/** A finding with its frame; ids are unique per frame only. */
export interface FramedFinding extends Finding {
  frameId: number;
  /** Marked as a false positive on this page by a person; not counted. */
  dismissed: boolean;
}

/** All frames of a tab, as background keeps them and panel, popup and capture read them. */
export interface TabReport {
  tabId: number;
  url: string;
  title: string;
  state: FrameState | 'unreadable';
  documentKey: string;
  findings: readonly FramedFinding[];
  omitted: number;
  /** Parts of its documents that could not be read; absent when all were. */
  unread?: number;
  certificates: readonly (Certificate & { frameId: number })[];
  pictures: number;
  /** Pictures being recognised, while that lasts. */
  reading?: { done: number; total: number };
  /** Pictures left alone because they do not look like certificates; absent until pictures were looked at. */
  unlikePictures?: number;
  /** Pictures that were not read, and why; of very many the first, with the number of the others. */
  skippedPictures?: readonly { url: string; reason: SkipReason }[];
  furtherSkipped?: number;
  /** What the page's text shows that weighs on its claims; absent until a page of the extension had it read. */
  signs?: PageSigns;
  /** Who stands behind the page as it says itself; read together with the signs. */
  party?: readonly PartyFact[];
  timings: ScanTimings;
  scannedAt: string;
  /** The rules that the top frame was scanned by, or the first one that was; none where nothing was scanned. */
  rulePacks: readonly RulePackStamp[];
  /** What the page of the top frame is, with its own words. */
  page?: Pick<PageTelling, 'kind' | 'signs'>;
  /** Frames that were scanned by other rules, while there are any. */
  otherRules?: readonly number[];
  /** Frames were scanned by rules that are no longer in force, and have not been scanned again yet. */
  rulesChanged?: true;
  /** The tab shows a PDF in the extension's viewer. */
  pdf?: PdfFacts;
  frames: number;
  /** Frames that could not be read. */
  unreadableFrames: number;
}
