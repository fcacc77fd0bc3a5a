import { type PageScan, scanPage } from '../../utils/page/watch-page.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { PACK } from '../scan/notice-like-pack.ts';

const scanner = createScanner([PACK]);
let stop = new AbortController();
let wake = () => {};
let scan: PageScan;

/** What a test sees of a finding: itself and the page's characters in its ranges. */
export interface SeenFinding extends Finding {
  ranged: string;
}

/** Resolves with the findings when the scan is done with all it knows. */
function settled(): Promise<SeenFinding[]> {
  return new Promise((resolve) => {
    wake = () => {
      if (scan.state !== 'done') return;
      resolve(
        scan.findings().map((finding) => ({
          ...finding,
          ranged: scan
            .rangesOf(finding.id)
            .map(({ startContainer, startOffset, endOffset }) =>
              startContainer.textContent!.slice(startOffset, endOffset),
            )
            .join(''),
        })),
      );
    };
    // Mutation observers are told before the next task.
    setTimeout(wake);
  });
}

function begin(): Promise<SeenFinding[]> {
  stop.abort();
  stop = new AbortController();
  scan = scanPage({ document, scanner, signal: stop.signal, onChange: () => wake() });
  return settled();
}

/** Puts markup with declarative shadow roots into the page and scans it. */
function open(html: string): Promise<SeenFinding[]> {
  stop.abort();
  const body = document.body as HTMLElement & { setHTMLUnsafe(html: string): void };
  body.setHTMLUnsafe(html);
  return begin();
}

/** Changes the page by a script and waits for the rescan. */
function change(script: string): Promise<SeenFinding[]> {
  const done = settled();
  new Function(script)();
  return done;
}

export const page = { open, begin, change };

Object.assign(globalThis, { page });
