import type { FrameReport } from '../../utils/tab-report.ts';

/** What a frame says while its site is switched off: that it is there, and nothing of its content. */
export function offReport(document: Document, documentKey: string): FrameReport {
  return {
    state: 'off',
    url: document.location.href,
    title: document.title,
    documentKey,
    findings: [],
    omitted: 0,
    certificates: [],
    pictures: 0,
    timings: { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 0 },
    scannedAt: new Date().toISOString(),
  };
}
