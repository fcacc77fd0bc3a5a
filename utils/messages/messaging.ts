import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { SavedOfficePack } from '../../rules/ruleset.ts';
import type { StampAttempt } from '../casework/attempt-stamps.ts';
import type { CaptureJob, CaptureMode, CaptureRefusal, ChosenScroller } from '../evidence/capture-job.ts';
import type { MarkedWords } from '../judge/mark.ts';
import type { PagePicture, PictureReading, SkipReason } from '../recognition/picture-reading.ts';
import type { MeasuredPlaces } from '../reports/measured-places.ts';
import type { OfferedScroller } from '../reports/offered-scroller.ts';
import type { ShownPdf } from '../reports/shown-pdf.ts';
import type { StampedLexicon } from '../reports/stamped-lexicon.ts';
import type { FrameReport, TabReport } from '../reports/tab-report.ts';
import type { VisitReading } from '../reports/visit-reading.ts';
import { isOwnSender } from './own-sender.ts';
import type { PagePart } from './page-parts.ts';
import type { PageSettings } from './page-settings.ts';

/**
 * Every message of the product, by name, argument and result. Bytes do not travel: artefacts, reports and jobs are read from
 * the store by their keys. Whatever comes from a content script is validated in `border.ts` before use.
 */
export interface ProtocolMap {
  /** Content script → background: the frame's findings and certificates, whole. */
  reportFrame(report: FrameReport): void;
  /** The viewer of PDFs → background: the same of the document that it shows in its tab. */
  reportDocument(request: { tabId: number; report: FrameReport }): void;
  /** Extension page → background: show the PDF of a tab in the viewer, in the same tab. */
  openPdf(request: { tabId: number }): void;
  /** Content script → background: run the script of a part in the sender's frame; answers when it has run. */
  loadPart(request: { part: PagePart }): void;
  /** Content script → background: the compiled rules in force, packed, with their stamps. */
  getLexicon(): StampedLexicon;
  /** Content script → background: the office's own rules, for the card that explains findings; null while there are none. */
  getOfficePack(): SavedOfficePack | null;
  /** Content script → background: what the frame has to know of the settings. */
  getPageSettings(request: { hosts: readonly string[] }): PageSettings;
  /** Extension page → background: what is known of a tab. */
  getTabReport(request: { tabId: number }): TabReport;
  /** Extension page → background: read the page that a tab shows, with one scroll through it and bounded waits; see `visits/read-visit.ts`. */
  readVisit(request: {
    tabId: number;
    pictures?: 'certificates' | 'all';
  }): VisitReading | { gone: true } | { hung: true };
  /** Extension page → background: a patrol was made, paused or taken up again; answers at once. */
  runPatrols(): void;
  /** Extension page → background: open the practice page; answers when it is loaded. */
  openPractice(): void;
  /** Extension page → background: scan the tab again. */
  rescan(request: { tabId: number }): void;
  /** Extension page → background → frame: scroll to a finding and pulse it once. */
  revealFinding(request: { tabId: number; frameId: number; findingId: string }): void;
  /** Extension page → background: read what the tab's text shows that weighs on its claims; it arrives in the tab's report. */
  weighPage(request: { tabId: number }): void;
  /** Extension page → background: the text of the tab as its reader sees it, one entry a frame, the top frame first. */
  readTabText(request: { tabId: number }): string[];
  /** Extension page → background → frames: scroll to the first place of these words and pulse it once. */
  revealWords(request: { tabId: number; words: string }): void;
  /** Extension page → background → frame: scroll to a certificate, or to one of its fields, and pulse it once. */
  revealCertificate(request: { tabId: number; frameId: number; certificateId: string; field?: CertificateField }): void;
  /** Content script or extension page → background: start a capture of the tab (the sender's own when from a page). */
  startCapture(request: { tabId?: number; mode: CaptureMode; scrollers?: readonly ChosenScroller[] }): {
    jobId: string;
  };
  /** Extension page → background: why a capture of the tab would not start now; null when it would. Starts nothing. */
  refuseCapture(request: { tabId: number }): CaptureRefusal | null;
  /** Extension page → background: the parts of the tab's page that scroll by themselves, largest first. */
  findScrollers(request: { tabId: number }): readonly OfferedScroller[];
  cancelCapture(request: { jobId: string }): void;
  resumeCapture(request: { jobId: string }): void;
  /** Extension page → background: remove what an interrupted capture kept. */
  discardCapture(request: { jobId: string }): void;
  /** Content script → background: open the panel beside the page. */
  openPanel(request: { tabId?: number }): void;
  /**
   * Extension page → background: read the tab's pictures that look like certificates (or all) now; answers when all are read,
   * progress and results arrive in the tab's report.
   */
  recognisePictures(request: { tabId: number; all?: boolean }): void;
  /** Extension page → background: what a picture of the tab shows that was read, as a `data:` address; null when it is not kept. */
  getPicture(request: { tabId: number; url: string }): string | null;
  /** Background or panel → recording window: stop; answers when the last part is written. */
  stopRecording(request: { id: string }): void;
  /** Extension page → background: the capture job as it is now. */
  getCaptureJob(request: { jobId: string }): CaptureJob | null;
  /** Background → offscreen page: make the WACZ of a recorded load from what is staged of the job, and stage it. */
  writeReplay(request: { jobId: string; software: string }): void;
  /**
   * Background → offscreen page: ask the service at the address for the time stamps that are waiting, for at most so long; null
   * when that was not enough. Each stamp is kept as it comes.
   */
  stampWaiting(request: { url: string; forMs: number }): StampAttempt | null;
  /**
   * Background → offscreen page: read one picture from its `data:` address, by its digest from the cache when it was read before. Of a private
   * window nothing is kept.
   */
  readPicture(request: { data: string; keep: boolean }): { reading: PictureReading } | { skipped: SkipReason };
  /** Extension page → background: put a value of a certificate right by hand; the reading itself takes the correction back. */
  correctCertificate(request: {
    tabId: number;
    frameId: number;
    certificateId: string;
    field: CertificateField;
    value: string;
  }): void;
  /** Extension page → background: strike a certificate off as misread, or take it back in. */
  strikeCertificate(request: { tabId: number; frameId: number; certificateId: string; struckOff: boolean }): void;
  /** Content script or extension page → background: mark a finding as false positive on this page, or undo. */
  dismissFinding(request: { tabId?: number; frameId?: number; findingId: string; dismissed: boolean }): void;
  /** Content script → background: words that a person marked as a claim that was not found; answers whether the judge can learn to find them. */
  keepMissed(marked: MarkedWords): { id: string; heard: boolean };
  /** Extension page → background: mark the words that are selected in the tab as missed; null where none are. */
  markSelection(request: { tabId: number }): { id: string; heard: boolean } | null;

  /** Background → every frame: the settings changed; ask again for those that the frame has to know. */
  settingsChanged(): void;
  /** Background → every frame: read everything again, by the rules of these digests. */
  scanAgain(request: { rules: string }): void;
  /** Background → frames: the rules in force are those of these digests; who scanned by others scans again. */
  rulesChanged(request: { rules: string }): void;
  /** Background → content script of one frame: where its findings stand now. */
  placeFindings(): MeasuredPlaces;
  /** Background → content script of one frame: scroll there and pulse. */
  showFinding(request: { findingId: string }): void;
  /** Background → content script of one frame: the words that are selected in it, as the judge sees them; null where none are. */
  describeSelection(): MarkedWords | null;
  /** Background → content script of one frame: the words of a finding, as the judge sees them; null where they stand in no text. */
  describeFinding(request: { findingId: string }): MarkedWords | null;
  /** Background → content script of one frame: its text as the reader sees it, bounded; empty while its site is off. */
  readText(): string;
  /** Background → content script of one frame: scroll to the first place of these words and pulse; false where they are not. */
  showWords(request: { words: string }): boolean;
  /** Background → content script of one frame: scroll to a certificate, or to one of its fields, and pulse. */
  showCertificate(request: { certificateId: string; field?: CertificateField }): void;
  /**
   * Background → one frame: open the card at the next (1) or previous (-1) claim, or at the first or last one when `restart`.
   * False past the end, with the card closed: the next frame goes on.
   */
  stepFinding(request: { by: 1 | -1; restart: boolean }): boolean;
  /** Background → content script of one frame: a person marked a finding as false positive, or took that back. */
  findingDismissed(request: { findingId: string; dismissed: boolean }): void;
  /** Background → every frame: take every mark off the page before a capture step, or put it back. Answers when painted. */
  setMarks(request: { shown: boolean }): void;
  /** Extension page → background: have the reader of pictures open, for `readPicture`. */
  openReader(): void;
  /** Background → viewer of PDFs: the document that it shows, and how far it is. */
  describePdf(): ShownPdf;
  /** Background → viewer of PDFs: keep the file as it came, and its text, with a capture. */
  keepPdf(request: { jobId: string }): void;
  /** Background → viewer of PDFs: draw a page and keep its picture with a capture; false where it cannot be drawn. */
  keepPdfPage(request: { jobId: string; number: number }): boolean;
  /** Background → content script of one frame: its pictures worth reading, likeliest certificate first. */
  listPictures(): { pictures: readonly PagePicture[]; skipped: readonly { url: string; reason: SkipReason }[] };
  /** Background → content script of one frame: the pixels of a picture as a `data:` address; null where the page may not read them. */
  drawPicture(request: { pictureId: string }): string | null;
  /** Background → content script of one frame: what a picture of it says, for its rules and its certificate reader. */
  showReading(request: { pictureId: string; reading?: PictureReading; skipped?: SkipReason }): void;
}

const messaging = defineExtensionMessaging<ProtocolMap>();

export const { sendMessage } = messaging;

/** What a content script may ask for; everything else is for the extension's own pages and its background. */
const FROM_CONTENT_SCRIPTS: ReadonlySet<keyof ProtocolMap> = new Set([
  'reportFrame',
  'loadPart',
  'getLexicon',
  'getOfficePack',
  'getPageSettings',
  'startCapture',
  'openPanel',
  'dismissFinding',
  'keepMissed',
] as const);

/** A message came from where none of its kind may come from. */
export class SenderError extends Error {
  override name = 'SenderError';
}

/** A message does not have the shape of its kind. */
export type RequestCheck = (name: keyof ProtocolMap, data: unknown) => void;

let check: RequestCheck | undefined;

/** Has every message checked before a handler sees it. Called first wherever messages of pages arrive: see `requests.ts`. */
export function checkRequests(by: RequestCheck): void {
  check = by;
}

type Handler<Name extends keyof ProtocolMap> = Parameters<typeof messaging.onMessage<Name>>[1];

/**
 * Answers messages of one kind. The sender is told by its own address, which the browser writes and no page can forge: that it has no tab
 * says nothing, for pages are shown outside tabs, too.
 */
export function onMessage<Name extends keyof ProtocolMap>(name: Name, handler: Handler<Name>): () => void {
  return messaging.onMessage(name, (message) => {
    if (!FROM_CONTENT_SCRIPTS.has(name) && !isOwnSender(message.sender))
      throw new SenderError(`${name}: not for pages`);
    check?.(name, message.data);
    return handler(message);
  });
}
