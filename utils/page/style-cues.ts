import { anyOf, grouped, inRow } from '../base/pattern-parts.ts';
import * as dom from './dom.ts';
import { UNREAD } from './layout-probe.ts';
import type { Candidate } from './text-walk.ts';

/** Elements whose looks change what is read: found from the style sheets, so that no element has to be asked. */
export interface StyleCues {
  /** Elements whose ::before or ::after may show words. */
  generating: Element[];
  /** Short elements that may be hidden inside a line, elements with ruby, elements that turn the direction. */
  disturbing: Element[];
}

const WORDS = /[\u2e80-\u9fff\uf900-\ufaff]|\\[2-9a-f][0-9a-f]{3}|attr\(|var\(|["'][^"']*[a-z]{3}/i;
const HIDES = anyOf(
  '',
  inRow(
    /(?:^|;)\s*/,
    grouped(
      /display:\s*none|visibility:\s*(?:hidden|collapse)|opacity:\s*0(?:\.0+)?\s*(?:;|$)/,
      /font-size:\s*[01](?:px|em|rem|pt|%)?\s*(?:!|;|$)|font:\s*0|position:\s*(?:absolute|fixed)/,
      /text-indent:\s*-|color:\s*(?:transparent|rgba\([^)]*,\s*0\))|clip/,
      /(?:width|height):\s*[01](?:px)?\s*(?:!|;|$)/,
    ),
  ),
);
const TURNS = /unicode-bidi:\s*(?:bidi-override|isolate-override)/;
/** Beyond this, words in front of elements are decoration of a list. */
const MOST_GENERATING = 5_000;
const LONGEST_FILLER = 24;
const SHORT_INLINE = 'span,i,b,em,strong,font,s,u,small,sub,sup,ins,del,big,tt,code,label,bdi,mark,a';

/** Every style rule of the sheets, those in media queries, layers and imports included. */
export function* rulesOf(sheets: Iterable<CSSStyleSheet>, unreadable: () => void): Generator<CSSStyleRule> {
  const stack: CSSRule[] = [];
  for (const sheet of sheets) {
    if (sheet.disabled) continue;
    try {
      stack.push(...sheet.cssRules);
    } catch (error) {
      // Another origin's sheet does not tell its rules.
      if (!(error instanceof DOMException)) throw error;
      unreadable();
    }
    for (let rule = stack.pop(); rule; rule = stack.pop()) {
      if ('selectorText' in rule) yield rule as CSSStyleRule;
      const nested = rule as CSSRule & { cssRules?: CSSRuleList; styleSheet?: CSSStyleSheet | null };
      try {
        const inner = nested.styleSheet?.cssRules ?? nested.cssRules;
        if (inner) stack.push(...inner);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        unreadable();
      }
    }
  }
}

/** The style sheets of a tree, in the order in which they hold. */
export function sheetsOf(root: Document | ShadowRoot): CSSStyleSheet[] {
  return [...(dom.styleSheets(root) ?? []), ...(dom.adoptedStyleSheets(root) ?? [])];
}

/** What style sheets say of elements, as selectors; '' where they say nothing. */
export interface SheetSelectors {
  /** Elements whose ::before or ::after may show words. */
  generating: string;
  hiding: string;
  turning: string;
  /** A sheet of another origin did not tell its rules: any short element in a line may be hidden. */
  opaque: boolean;
}

function select(scope: ParentNode, selector: string): Element[] {
  if (selector === '') return [];
  const below = [...dom.querySelectorAll(scope, selector)];
  return dom.nodeType(scope) === Node.ELEMENT_NODE && dom.matches(scope as Element, selector)
    ? [scope as Element, ...below]
    : below;
}

/** Whether a selector stands alone: nested ones and vendor pseudo-elements do not. */
function isComplete(root: Document | ShadowRoot, selector: string): boolean {
  try {
    dom.createDocumentFragment(dom.documentOf(root) ?? (root as Document)).querySelector(selector);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return false;
    throw error;
  }
}

export const NO_SHEETS: SheetSelectors = { generating: '', hiding: '', turning: '', opaque: false };

const PSEUDO = /::?(?:before|after)\b/gi;

/** A short text within a line: its neighbours on both sides are text or elements in the line. */
function isFiller(element: Element): boolean {
  const length = dom.textContent(element)?.length ?? 0;
  if (length === 0 || length > LONGEST_FILLER || UNREAD.has(dom.tagName(element))) return false;
  const spoken = (node: Node | null) =>
    node !== null && dom.nodeType(node) !== Node.COMMENT_NODE && dom.textContent(node)?.trim() !== '';
  return spoken(dom.previousSibling(element)) || spoken(dom.nextSibling(element));
}

/** Elements that say themselves how they look, for {@link styleCues}. */
export const MARKED = '[hidden],[style],bdo,ruby';

/** Reads the style sheets of a document or shadow root. Costs its rules, not its elements. */
export function readSheets(root: Document | ShadowRoot): SheetSelectors {
  const generating: string[] = [];
  const hiding: string[] = [];
  const turning: string[] = [];
  let opaque = false;
  const unreadable = () => {
    opaque = true;
  };
  for (const { selectorText, style } of rulesOf(sheetsOf(root), unreadable)) {
    if (selectorText.search(PSEUDO) >= 0) {
      const { content } = style;
      if (content && content !== 'none' && content !== '""' && WORDS.test(content)) {
        generating.push(selectorText.replace(PSEUDO, '') || '*');
      }
    } else if (TURNS.test(style.cssText)) turning.push(selectorText);
    else if (HIDES.test(style.cssText)) hiding.push(selectorText);
  }
  const joined = (selectors: string[]) => selectors.filter((selector) => isComplete(root, selector)).join(',');
  return { generating: joined(generating), hiding: joined(hiding), turning: joined(turning), opaque };
}

/**
 * Finds the elements below (and including) `scope` whose looks change what is read.
 * @param marked elements of the scope that may match {@link MARKED}; others among them do no harm
 */
export function styleCues(scope: ParentNode, sheets: SheetSelectors, marked: Iterable<Element>): StyleCues {
  const disturbing = new Set<Element>(select(scope, sheets.turning));
  for (const element of marked) {
    const style = dom.getAttribute(element, 'style') ?? '';
    if ((dom.hasAttribute(element, 'hidden') || HIDES.test(style)) && isFiller(element)) disturbing.add(element);
    if (TURNS.test(style) || dom.localName(element) === 'bdo' || dom.localName(element) === 'ruby')
      disturbing.add(element);
  }
  const mayHide = [...select(scope, sheets.hiding), ...(sheets.opaque ? select(scope, SHORT_INLINE) : [])];
  for (const element of mayHide) if (isFiller(element)) disturbing.add(element);
  return { generating: select(scope, sheets.generating).slice(0, MOST_GENERATING), disturbing: [...disturbing] };
}

/** The text of a computed `content` value: its strings joined, '' for pictures and counters. */
export function contentText(content: string): string {
  if (content === 'none' || content === 'normal') return '';
  return [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map((match) =>
      match[1]!
        .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replace(/\\(.)/g, '$1'),
    )
    .join('');
}

/** A place to read a line with a hidden element from: the text beside it, for the element itself is not in the line. */
export function besideOf(element: Element): Candidate {
  for (const beside of [dom.previousSibling, dom.nextSibling]) {
    for (let node = beside(element); node; node = dom.nodeType(node) === Node.TEXT_NODE ? null : dom.lastChild(node)) {
      if (dom.nodeType(node) === Node.TEXT_NODE)
        return { node: node as Text, offset: beside === dom.nextSibling ? 0 : (node as Text).length };
    }
  }
  return { node: element, offset: 0 };
}
