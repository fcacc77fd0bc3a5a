import { openShadowRoot } from '../../utils/page/flat-tree.ts';
import { createHighlighter } from '../../utils/page/highlighter.ts';
import { markKind } from '../../utils/page/mark-styles.ts';
import { pagePacer } from '../../utils/page/pacer.ts';
import { whenReadable } from '../../utils/page/when-readable.ts';
import { unpackScanner } from '../../utils/scan/scanner.ts';
import { benchPage, latinPage } from './corpus.ts';
import { benchScanner, type Method, methods, scanUntilDone, UNPACED } from './methods.ts';

/** Fills the document's body and lays it out; every run begins with nodes that no script has touched. */
function lay(html: string): HTMLElement {
  document.body.innerHTML = `<main>${html}</main>`;
  const main = document.body.firstElementChild as HTMLElement;
  main.getBoundingClientRect();
  return main;
}

const collect = () => (globalThis as { gc?: () => void }).gc?.();

function recallOf(
  method: Method,
  result: unknown,
  root: HTMLElement,
  plants: readonly { block: string; phrase: string }[],
): number {
  const met = new Map<string, string[]>();
  for (const { node, text } of method.found(result, root)) {
    const block = (node instanceof Element ? node : node.parentElement)?.closest('[id^="plant-"]')?.id;
    if (block) met.set(block, [...(met.get(block) ?? []), text]);
  }
  return (
    plants.filter(({ block, phrase }) => met.get(block)?.some((text) => text.includes(phrase))).length / plants.length
  );
}

let contenders: Method[] | undefined;

/** One run of one method on a fresh page; milliseconds, and the share of plants found. */
async function measure(index: number, characters: number, seed: number): Promise<{ ms: number; recall: number }> {
  contenders ??= methods();
  const method = contenders[index]!;
  const { html, plants } = benchPage(characters, seed);
  const root = lay(html);
  collect();
  const began = performance.now();
  const result = await method.run(root);
  const ms = performance.now() - began;
  return { ms, recall: recallOf(method, result, root, plants) };
}

/** The longest slice of a paced scan, in milliseconds. */
async function longestTask(characters: number): Promise<number> {
  lay(benchPage(characters, 7).html);
  const pacer = pagePacer();
  let longest = 0;
  let began = Number.NaN;
  const timed = {
    ...pacer,
    async rest() {
      if (began > 0) longest = Math.max(longest, performance.now() - began);
      await pacer.rest();
      began = performance.now();
    },
  };
  const stop = new AbortController();
  await scanUntilDone(benchScanner(), stop.signal, timed);
  stop.abort();
  return longest;
}

/** Milliseconds from an edit of one text node to the end of its rescan, and to the finding that it brought. */
async function edits(characters: number, rounds: number): Promise<{ plain: number[]; phrase: number[] }> {
  const root = lay(benchPage(characters, 9).html);
  const stop = new AbortController();
  const scan = await scanUntilDone(benchScanner(), stop.signal);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.length > 12 && !node.parentElement!.closest('[id^="plant-"],script')) nodes.push(node);
  }
  const observer = { after: () => {} };
  new MutationObserver(() => observer.after()).observe(root, { subtree: true, characterData: true });
  const edit = (node: Text, text: string, ready: () => boolean) =>
    new Promise<number>((resolve) => {
      const began = performance.now();
      const check = () => {
        if (ready()) resolve(performance.now() - began);
        else queueMicrotask(check);
      };
      observer.after = check;
      node.data = text + node.data;
    });
  const plain: number[] = [];
  const phrase: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = Math.floor(((round + 0.5) / rounds) * nodes.length);
    plain.push(await edit(nodes[at]!, '又及', () => true));
    const before = scan.findings().length;
    phrase.push(await edit(nodes[at + 1]!, '现可当天出证，', () => scan.findings().length > before));
    // The page lays the change out before the next one.
    root.getBoundingClientRect();
  }
  stop.abort();
  return { plain, phrase };
}

/** Main-thread milliseconds from the beginning of each frame to the task behind it, while one text node changes in every frame. */
async function framesOf(text: Text, count: number): Promise<number[]> {
  const frames: number[] = [];
  for (let frame = 0; frame < count; frame++) {
    await new Promise(requestAnimationFrame);
    const began = performance.now();
    text.data = `第 ${frame} 条`;
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
    frames.push(performance.now() - began);
  }
  return frames;
}

/**
 * The cost of a frame on a page that mutates at every frame, without the extension and with its findings painted. Without it is
 * measured before and after, for a long-lived page becomes slower by itself.
 */
async function frameCost(
  characters: number,
  findings: number,
  count: number,
): Promise<{ without: number[]; withFindings: number[] }> {
  const root = lay(benchPage(characters, 11, findings).html);
  const text = document.createTextNode('第 0 条');
  root.prepend(text);
  root.getBoundingClientRect();
  const without = await framesOf(text, count / 2);
  const stop = new AbortController();
  const scan = await scanUntilDone(benchScanner(), stop.signal, pagePacer());
  const highlighter = createHighlighter({ document, signal: stop.signal });
  highlighter.show(
    scan.findings().map((finding) => ({ id: finding.id, kind: markKind(finding), ranges: scan.rangesOf(finding.id) })),
  );
  await highlighter.setShown(true);
  await framesOf(text, 10);
  const withFindings = await framesOf(text, count);
  stop.abort();
  await framesOf(text, 10);
  without.push(...(await framesOf(text, count / 2)));
  return { without, withFindings };
}

/** Milliseconds of work until a page without Chinese is known to be one. */
async function latin(characters: number): Promise<number> {
  lay(latinPage(characters));
  collect();
  const stop = new AbortController();
  const began = performance.now();
  const ms = await new Promise<number>((resolve) => {
    void whenReadable({
      document,
      signal: stop.signal,
      shadowRootOf: openShadowRoot,
      pacer: UNPACED,
      none: () => resolve(performance.now() - began),
    });
  });
  stop.abort();
  return ms;
}

/** Milliseconds of work from the packed lexicon of the product's own packs to the scanner, its longest step, and what its tables weigh. */
function unpack(packed: string): { ms: number; step: number; bytes: number; states: number } {
  const steps = unpackScanner(packed);
  let ms = 0;
  let longest = 0;
  for (;;) {
    const began = performance.now();
    const step = steps.next();
    const taken = performance.now() - began;
    ms += taken;
    longest = Math.max(longest, taken);
    if (step.done) return { ms, step: longest, ...step.value.size };
  }
}

export const bench = {
  names: () => methods().map(({ name }) => name),
  measure,
  longestTask,
  edits,
  frameCost,
  latin,
  unpack,
};

Object.assign(globalThis, { bench });
