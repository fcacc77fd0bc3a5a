import { AhoCorasick } from '@monyone/aho-corasick/fast';
// @ts-expect-error: fastscan has no types.
import FastScanner from 'fastscan';
// @ts-expect-error: mark.js has no types.
import Mark from 'mark.js';
import type { RulePack } from '../../rules/rule.ts';
import type { Pacer } from '../../utils/page/pacer.ts';
import { type PageScan, scanPage } from '../../utils/page/watch-page.ts';
import { createScanner, type Scanner } from '../../utils/scan/scanner.ts';
import { PHRASES } from './corpus.ts';

/** What a method found: the words with a node that holds their beginning. */
export interface Found {
  node: Node;
  text: string;
}

/** One contender: made outside the clock, run inside it, its findings told outside it again. */
export interface Method {
  name: string;
  run(root: HTMLElement): Promise<unknown> | unknown;
  found(result: unknown, root: HTMLElement): Found[];
}

const PACK: RulePack = {
  id: 'bench',
  version: '1',
  name: 'bench',
  rules: [
    {
      id: 'bench/phrases',
      category: 'false-promise',
      level: 'strong',
      name: 'bench',
      phrases: PHRASES.map((text) => ({ text })),
      message: '',
      exceptions: '',
      advice: '',
      legalBasis: [],
      source: '',
      examples: { hit: [], miss: [] },
    },
  ],
};

export const benchScanner = (): Scanner => createScanner([PACK]);

function* textsOf(root: Node): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) yield node;
}

function rangeOf(node: Text, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

const rangesFound = (result: unknown): Found[] =>
  (result as Range[]).map((range) => ({ node: range.startContainer, text: range.toString() }));
const marksFound = (_: unknown, root: HTMLElement): Found[] =>
  [...root.querySelectorAll('mark')].map((mark) => ({ node: mark, text: mark.textContent ?? '' }));

/** A method that looks at one text node at a time. */
function perNode(
  name: string,
  search: (data: string) => readonly (readonly [start: number, length: number])[],
): Method {
  return {
    name,
    run(root) {
      const ranges: Range[] = [];
      for (const node of textsOf(root)) {
        for (const [start, length] of search(node.data)) ranges.push(rangeOf(node, start, start + length));
      }
      return ranges;
    },
    found: rangesFound,
  };
}

/** Runs to the end without resting, so that the clock sees the work and no waiting. */
export const UNPACED: Pacer = {
  now: () => performance.now(),
  rest: () => Promise.resolve(),
  slice: Number.POSITIVE_INFINITY,
};

/** Opens a scan of the whole document and resolves when it is done for the first time. */
export function scanUntilDone(scanner: Scanner, signal: AbortSignal, pacer: Pacer = UNPACED): Promise<PageScan> {
  return new Promise((resolve, reject) => {
    const scan = scanPage({
      document,
      scanner,
      signal,
      pacer,
      onChange: ({ state }) => {
        if (state === 'done') resolve(scan);
        else if (state === 'failed') reject(new Error('the scan failed'));
      },
    });
  });
}

export function methods(): Method[] {
  const scanner = benchScanner();
  const alternation = new RegExp([...PHRASES].sort((a, b) => b.length - a.length).join('|'), 'g');
  const fastscan = new FastScanner(PHRASES) as { search(text: string): [number, string][] };
  const monyone = new AhoCorasick([...PHRASES]);
  const searchAlternation = (data: string) =>
    [...data.matchAll(alternation)].map((match) => [match.index, match[0].length] as const);
  return [
    {
      name: 'floor: TreeWalker and a sum of characters',
      run(root) {
        let sum = 0;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const { data } = node;
          for (let index = 0; index < data.length; index++) sum += data.charCodeAt(index);
        }
        return sum;
      },
      found: () => [],
    },
    {
      name: '证鉴, every class and channel',
      async run() {
        const stop = new AbortController();
        const scan = await scanUntilDone(scanner, stop.signal);
        const found = scan.findings().map(({ id, matchedText }) => ({ ranges: scan.rangesOf(id), matchedText }));
        stop.abort();
        return found;
      },
      found: (result) =>
        (result as { ranges: readonly StaticRange[]; matchedText: string }[]).map(({ ranges, matchedText }) => ({
          node: ranges[0]!.startContainer,
          text: matchedText,
        })),
    },
    perNode('one alternation RegExp', searchAlternation),
    perNode('fastscan', (data) => fastscan.search(data).map(([start, word]) => [start, word.length] as const)),
    perNode('@monyone/aho-corasick', (data) =>
      monyone.matchInText(data).map(({ begin, end }: { begin: number; end: number }) => [begin, end - begin] as const),
    ),
    {
      name: 'mark.js, best: markRegExp',
      run: (root) => new Promise((done) => new Mark(root).markRegExp(alternation, { done })),
      found: marksFound,
    },
    {
      name: 'mark.js, usual: mark with 200 keywords',
      run: (root) => new Promise((done) => new Mark(root).mark(PHRASES, { separateWordSearch: false, done })),
      found: marksFound,
    },
  ];
}
