import type { TextFinding } from '../../utils/scan/scanner.ts';

/** A stretch of text, with the finding that covers it. */
export interface Segment {
  text: string;
  finding?: TextFinding;
}

/** The text cut at its findings, in order; of findings that overlap the one that begins first is painted. */
export function paintSegments(text: string, findings: readonly TextFinding[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (finding.start < at) continue;
    if (finding.start > at) segments.push({ text: text.slice(at, finding.start) });
    segments.push({ text: text.slice(finding.start, finding.end), finding });
    at = finding.end;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}
