// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scanPage } from '../../utils/page/watch-page.ts';
import type { Evasion } from '../../utils/scan/finding.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { EVASION_FIXTURES } from '../scan/evasion-fixtures.ts';
import { PACK } from '../scan/notice-like-pack.ts';

/** happy-dom has no static ranges. */
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);

let stop = new AbortController();
afterEach(() => stop.abort());

/** Findings of a page once it is read; `without` is left out of the reading. */
function findingsOf(html: string, without: readonly Evasion[] = []) {
  stop = new AbortController();
  document.body.innerHTML = html;
  const scanner = createScanner([PACK], { without });
  return new Promise<ReturnType<ReturnType<typeof scanPage>['findings']>>((resolve) => {
    scanPage({
      document,
      scanner,
      signal: stop.signal,
      onChange: (scan) => {
        if (scan.state !== 'done') return;
        resolve(scan.findings());
        stop.abort();
      },
    });
  });
}

const pages = Object.entries(EVASION_FIXTURES).flatMap(([evasion, fixtures]) =>
  fixtures.flatMap(({ written, phrase }) =>
    'html' in written ? [[evasion as Evasion, written.html, phrase] as const] : [],
  ),
);

describe('what the page’s structure does to a phrase', () => {
  it.each(pages)('%s is read in %s, and not when it is left out', async (evasion, html, phrase) => {
    const found = await findingsOf(html);
    expect(found.map((finding) => finding.phrase)).toEqual([phrase]);
    expect(found[0]!.evasions).toContain(evasion);
    expect(await findingsOf(html, [evasion])).toEqual([]);
  });

  it('does not count a comment, which no reader sees', async () => {
    expect(await findingsOf('<p>权<!-- x -->威认证</p>')).toMatchObject([{ phrase: '权威认证', evasions: [] }]);
  });
});
