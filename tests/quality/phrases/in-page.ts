// @ts-expect-error: fastscan has no types.
import FastScanner from 'fastscan';
// @ts-expect-error: mark.js has no types.
import Mark from 'mark.js';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { scanPage } from '../../../utils/page/watch-page.ts';
import { createScanner } from '../../../utils/scan/scanner.ts';
import type { Reading } from './score.ts';

/** Runs in the page: the product's own page scan, and the peers over the same words. */

export type Engine = 'zhengjian' | 'regexp' | 'fastscan' | 'mark.js' | 'mark.js across';

/** Words that the peers get for one family, which they cannot express: its slots joined, when these are not more; else they would need minutes a page. */
const MOST_JOINED = 300;

function joined(slots: readonly (readonly string[])[]): string[] {
  if (slots.reduce((product, words) => product * words.length, 1) > MOST_JOINED) return [];
  return slots.reduce<string[]>((heads, words) => heads.flatMap((head) => words.map((word) => head + word)), ['']);
}

const RULES = BUILT_IN_PACKS.flatMap((pack) => pack.rules);
const PHRASES = RULES.flatMap((rule) => (rule.phrases ?? []).map((phrase) => phrase.text));
const WORDS = [
  ...new Set([
    ...PHRASES,
    ...RULES.flatMap((rule) =>
      (rule.families ?? []).flatMap((family) => joined(family.slots.map((slot) => slot.anyOf ?? []))),
    ),
  ]),
];
const SCANNER = createScanner(BUILT_IN_PACKS);

/** Closed shadow roots, which the extension reaches by a browser function that pages do not have. */
const closedRoots = new WeakMap<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  closedRoots.set(this, root);
  return root;
};

async function byProduct(settleMs: number): Promise<Reading> {
  const controller = new AbortController();
  const scan = await new Promise<ReturnType<typeof scanPage>>((resolve) => {
    let settled = false;
    const running = scanPage({
      document,
      scanner: SCANNER,
      signal: controller.signal,
      shadowRootOf: (element) => element.shadowRoot ?? closedRoots.get(element) ?? null,
      onChange: (now) => {
        if (settled && now.state === 'done') resolve(now);
      },
    });
    setTimeout(() => {
      settled = true;
      if (running.state === 'done') resolve(running);
    }, settleMs);
  });
  const findings = scan
    .findings()
    .map((finding) => ({ claim: finding.disposition === 'claim', text: finding.matchedText }));
  controller.abort();
  return {
    claims: findings.filter(({ claim }) => claim).map(({ text }) => text),
    grey: findings.filter(({ claim }) => !claim).map(({ text }) => text),
    characters: scan.plainText().length,
  };
}

function texts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/^(?:SCRIPT|STYLE|TEMPLATE)$/.test(node.parentElement?.tagName ?? '')) found.push((node as Text).data);
  }
  return found;
}

/** Neighbouring marked pieces make one match. */
function marked(): string[] {
  const runs: string[] = [];
  let open = false;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = node.parentElement?.closest('mark[data-markjs]') != null;
    if (inside && open) runs[runs.length - 1] += (node as Text).data;
    else if (inside) runs.push((node as Text).data);
    open = inside;
  }
  return runs;
}

const PUNCTUATION = ':;.,-–—‒_(){}[]!\'"+=·*/~ 　，。、'.split('');
const PEERS: Record<Exclude<Engine, 'zhengjian'>, () => string[] | Promise<string[]>> = {
  regexp: () => {
    const pattern = new RegExp(
      [...WORDS]
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return texts().flatMap((text) => text.match(pattern) ?? []);
  },
  fastscan: () => {
    const scanner = new FastScanner(WORDS);
    return texts().flatMap((text) => scanner.search(text, { longest: true }).map(([, word]: [number, string]) => word));
  },
  'mark.js': () =>
    new Promise((resolve) =>
      new Mark(document.body).mark(PHRASES, { separateWordSearch: false, done: () => resolve(marked()) }),
    ),
  'mark.js across': () =>
    new Promise((resolve) =>
      new Mark(document.body).mark(PHRASES, {
        separateWordSearch: false,
        acrossElements: true,
        ignoreJoiners: true,
        ignorePunctuation: PUNCTUATION,
        done: () => resolve(marked()),
      }),
    ),
};

/** One engine's reading of this document, after `settleMs` in which scripts of the page may still write. */
export async function read(engine: Engine, settleMs: number): Promise<Reading> {
  if (engine === 'zhengjian') return byProduct(settleMs);
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return { claims: await PEERS[engine](), grey: [], characters: texts().join('').length };
}

export const wordCounts = { phrases: PHRASES.length, words: WORDS.length };
