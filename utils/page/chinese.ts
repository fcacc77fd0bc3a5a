import { SPEAKING, SPOKEN_ATTRIBUTES } from './attributes.ts';
import * as dom from './dom.ts';
import { rulesOf, sheetsOf } from './style-cues.ts';

/** Chinese characters and their radicals. */
export const CHINESE = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]/;
/** Labels of certificates in English: most pages that say certificate or report show neither. */
const ENGLISH_LABEL =
  /(?:certificate|report|cert\.?)\s*(?:no\b|nr\b|number|id\b|ref|:)|(?:issued|certified|tested)\sby|date\sof\sissue|issue\sdate|issuing\s(?:body|authority)/i;

/** Whether a text holds what is read at all: Chinese, or the labels of a certificate in English. */
export const isReadable = (text: string): boolean => CHINESE.test(text) || ENGLISH_LABEL.test(text);

/** The same as style sheets may spell them in a variable. */
const ESCAPED = /\\0{0,2}(?:[4-9][0-9a-f]{3}|3[4-9a-f][0-9a-f]{2}|2[ef][0-9a-f]{2})/i;

/** Attributes that readers meet, or that bring words into generated text. */
export const TELLING_ATTRIBUTES: readonly string[] = [...SPOKEN_ATTRIBUTES, 'style'];
const TELLING = `${SPEAKING},[style]`;
/** Up to so many elements, the whole text is looked at in one go, which is the fastest. */
const SMALL = 20_000;
const STRIDE = 256;

type Root = Document | ShadowRoot | Element;

/** Whether a tree shows anything to read, in text, or Chinese in attributes. In steps; shadow roots are trees of their own. */
export function* showsReadable(root: Root): Generator<void, boolean> {
  return (yield* textShows(root)) || (yield* attributesShow(root, TELLING, TELLING_ATTRIBUTES));
}

function* textShows(root: Root): Generator<void, boolean> {
  const isDocument = dom.nodeType(root) === Node.DOCUMENT_NODE;
  if (isDocument && CHINESE.test(dom.title(root as Document))) return true;
  const top = isDocument ? dom.body(root as Document) : root;
  if (!top) return false;
  const document = dom.documentOf(root) ?? (root as Document);
  if (dom.getElementsByTagName(document, '*').length <= SMALL) return isReadable(dom.textContent(top) ?? '');
  const walker = dom.createTreeWalker(document, top, NodeFilter.SHOW_TEXT);
  for (let count = 1; walker.nextNode(); count++) {
    if (isReadable((walker.currentNode as Text).data)) return true;
    if (count % STRIDE === 0) yield;
  }
  return false;
}

function* attributesShow(root: Root, selector: string, names: readonly string[]): Generator<void, boolean> {
  const shows = (element: Element) => names.some((name) => CHINESE.test(dom.getAttribute(element, name) ?? ''));
  if (dom.nodeType(root) === Node.ELEMENT_NODE && shows(root as Element)) return true;
  let count = 0;
  for (const element of dom.querySelectorAll(root, selector)) {
    if (shows(element)) return true;
    if (++count % STRIDE === 0) yield;
  }
  return false;
}

/** Whether generated text may be Chinese, by the style sheets of a tree and by what they take words from. In steps. */
export function* sheetsShowChinese(root: Document | ShadowRoot): Generator<void, boolean> {
  const attributes = new Set<string>();
  let variables = false;
  let count = 0;
  for (const { selectorText, style } of rulesOf(sheetsOf(root), () => {})) {
    if (++count % STRIDE === 0) yield;
    if (!/::?(?:before|after)\b/i.test(selectorText)) continue;
    if (CHINESE.test(style.content)) return true;
    for (const [, name] of style.content.matchAll(/attr\(\s*([\w-]+)/g)) attributes.add(name!);
    variables ||= style.content.includes('var(');
  }
  if (attributes.size > 0) {
    const names = [...attributes];
    const selector = names.map((name) => `[${name}]`).join(',');
    if (yield* attributesShow(root, selector, names)) return true;
  }
  return variables && (yield* variablesShow(root));
}

/** Whether a variable of the style sheets holds Chinese. */
function* variablesShow(root: Document | ShadowRoot): Generator<void, boolean> {
  let count = 0;
  for (const { style } of rulesOf(sheetsOf(root), () => {})) {
    if (++count % STRIDE === 0) yield;
    const { cssText } = style;
    if (cssText.includes('--') && (CHINESE.test(cssText) || ESCAPED.test(cssText))) return true;
  }
  return false;
}
