import * as dom from '../../utils/page/dom.ts';
import type { FrameReport, FrameState } from '../../utils/reports/tab-report.ts';

/** What a frame says that was not scanned: that it is there, and nothing of its content. */
export function emptyReport(document: Document, documentKey: string, state: FrameState): FrameReport {
  return {
    state,
    url: dom.addressOf(document),
    title: dom.title(document),
    documentKey,
    findings: [],
    omitted: 0,
    certificates: [],
    pictures: 0,
    timings: { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 0 },
    scannedAt: new Date().toISOString(),
    rulePacks: [],
  };
}
