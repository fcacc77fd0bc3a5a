import {
  MAX_BYTES,
  MAX_PICTURES,
  MAX_PIXELS,
  type PagePicture,
  type SkipReason,
} from '../recognition/picture-reading.ts';
import * as dom from './dom.ts';

/** Rendered sides below this are icons, not papers. CSS px. */
const MIN_SHOWN_SIDE = 110;
/** Elements looked at for CSS backgrounds; a page with more is a page whose backgrounds are decoration. */
const MAX_BACKGROUNDS_LOOKED_AT = 4_000;

/** Of an address, more than any server takes; data in an address is not carried about. */
const LONGEST_ADDRESS = 4_000;

const PAPER_WORDS = /证书|证件|报告|资质|认证|检测|检验|cert|report|licen[cs]e|qualif|\bcma\b|\bccc\b|\biso\d/i;

/** What pictures a page shows that are worth reading, and which were left out and why. */
export interface PictureList {
  pictures: readonly PagePicture[];
  skipped: readonly { url: string; reason: SkipReason }[];
}

interface Candidate {
  element: Element;
  url: string;
  width: number;
  height: number;
  words: string;
}

/** 0…1: proportions of a sheet of paper, readable size, and words of certificates near it. */
function likenessOf({ width, height, words }: Candidate): number {
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  const paper = ratio >= 1.2 && ratio <= 1.75 ? 0.4 : ratio <= 3 ? 0.2 : 0;
  const size = Math.min(width, height) >= 300 ? 0.2 : 0.1;
  return paper + size + (PAPER_WORDS.test(words) ? 0.4 : 0);
}

const textOf = (element: Element | null) => element && dom.textContent(element);

const wordsOf = (element: Element) =>
  [
    dom.getAttribute(element, 'alt'),
    dom.getAttribute(element, 'title'),
    dom.getAttribute(element, 'class'),
    textOf(dom.closest(element, 'figure')),
    textOf(dom.parentElement(element)),
  ]
    .join(' ')
    .slice(0, 400);

function imageCandidate(image: HTMLImageElement): Candidate | null {
  const source = image.currentSrc || image.src;
  if (!source || !image.complete || image.naturalWidth === 0) return null;
  return {
    element: image,
    url: source,
    width: image.naturalWidth,
    height: image.naturalHeight,
    words: `${wordsOf(image)} ${source.slice(0, 300)}`,
  };
}

function backgroundCandidate(element: Element, view: Window): Candidate | null {
  const match = /^url\("((?:[^"\\]|\\.)+)"\)$/.exec(view.getComputedStyle(element).backgroundImage);
  if (!match) return null;
  const { width, height } = dom.getBoundingClientRect(element);
  return { element, url: match[1]!, width: Math.round(width), height: Math.round(height), words: wordsOf(element) };
}

/** Images, canvases and single CSS backgrounds under a root, open shadow roots included. */
function* candidates(root: Document | ShadowRoot, view: Window, budget: { left: number }): Generator<Candidate> {
  for (const element of dom.querySelectorAll(root, '*')) {
    if (element instanceof HTMLImageElement) {
      const candidate = imageCandidate(element);
      if (candidate) yield candidate;
    } else if (element instanceof HTMLCanvasElement) {
      yield { element, url: '', width: element.width, height: element.height, words: wordsOf(element) };
    } else if (budget.left > 0 && element instanceof HTMLElement && dom.offsetWidth(element) >= MIN_SHOWN_SIDE) {
      budget.left -= 1;
      const candidate = backgroundCandidate(element, view);
      if (candidate) yield candidate;
    }
    const shadow = dom.shadowRoot(element);
    if (shadow) yield* candidates(shadow, view, budget);
  }
}

/**
 * Lists the pictures of one document, likeliest certificate first. Nothing is fetched and nothing is changed.
 * @param idOf a stable id for an element, unique in the frame
 */
export function listPictures(document: Document, idOf: (element: Element) => string): PictureList {
  const view = dom.defaultView(document);
  if (!view) return { pictures: [], skipped: [] };
  const skipped: { url: string; reason: SkipReason }[] = [];
  const found: PagePicture[] = [];
  const seen = new Set<string>();
  for (const candidate of candidates(document, view, { left: MAX_BACKGROUNDS_LOOKED_AT })) {
    const rect = dom.getBoundingClientRect(candidate.element);
    if (rect.width < MIN_SHOWN_SIDE || rect.height < MIN_SHOWN_SIDE) continue;
    if (candidate.url !== '' && seen.has(candidate.url)) continue;
    seen.add(candidate.url);
    const reason = refusal(candidate);
    if (reason) {
      skipped.push({ url: candidate.url.slice(0, 200), reason });
      continue;
    }
    found.push({
      id: idOf(candidate.element),
      url: candidate.url.slice(0, LONGEST_ADDRESS),
      width: candidate.width,
      height: candidate.height,
      rect: { x: rect.x + view.scrollX, y: rect.y + view.scrollY, width: rect.width, height: rect.height },
      likeness: likenessOf(candidate),
    });
  }
  found.sort((a, b) => b.likeness - a.likeness);
  skipped.push(
    ...found.slice(MAX_PICTURES).map(({ url }) => ({ url: url.slice(0, 200), reason: 'too-many' as const })),
  );
  return { pictures: found.slice(0, MAX_PICTURES), skipped };
}

function refusal({ url, width, height }: Candidate): SkipReason | null {
  if (width * height > MAX_PIXELS) return 'too-large';
  if (url.length > MAX_BYTES * 1.4) return 'too-heavy';
  if (/^data:image\/svg/i.test(url) || /\.svg(?:[?#]|$)/i.test(url)) return 'vector';
  return null;
}
