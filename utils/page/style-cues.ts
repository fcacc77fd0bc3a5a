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
const HIDES =
  /(?:^|;)\s*(?:display:\s*none|visibility:\s*(?:hidden|collapse)|opacity:\s*0(?:\.0+)?\s*(?:;|$)|font-size:\s*[01](?:px|em|rem|pt|%)?\s*(?:!|;|$)|font:\s*0|position:\s*(?:absolute|fixed)|text-indent:\s*-|color:\s*(?:transparent|rgba\([^)]*,\s*0\))|clip|(?:width|height):\s*[01](?:px)?\s*(?:!|;|$))/;
const TURNS = /unicode-bidi:\s*(?:bidi-override|isolate-override)/;
/** Beyond this a selector says nothing about fillers: it hides whole parts of the page. */
const MOST_PER_SELECTOR = 2_000;
const LONGEST_FILLER = 24;
const SHORT_INLINE = 'span,i,b,em,strong,font,s,u,small,sub,sup,ins,del,big,tt,code,label,bdi,mark,a';

function* rulesOf(sheets: Iterable<CSSStyleSheet>, unreadable: () => void): Generator<CSSStyleRule> {
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

function select(root: Document | ShadowRoot, selector: string): Element[] {
  try {
    const found = root.querySelectorAll(selector);
    return found.length > MOST_PER_SELECTOR ? [...found].slice(0, MOST_PER_SELECTOR) : [...found];
  } catch (error) {
    // Nested selectors and vendor pseudo-elements do not stand alone.
    if (error instanceof DOMException || error instanceof SyntaxError) return [];
    throw error;
  }
}

const PSEUDO = /::?(?:before|after)\b/gi;

/** A short text within a line: its neighbours on both sides are text or elements in the line. */
function isFiller(element: Element): boolean {
  const length = element.textContent?.length ?? 0;
  if (length === 0 || length > LONGEST_FILLER || UNREAD.has(element.tagName)) return false;
  const spoken = (node: Node | null) =>
    node !== null && node.nodeType !== Node.COMMENT_NODE && node.textContent?.trim() !== '';
  return spoken(element.previousSibling) || spoken(element.nextSibling);
}

/** Reads the style sheets of a document or shadow root once. Costs its rules, not its elements. */
export function styleCues(root: Document | ShadowRoot): StyleCues {
  const generating = new Set<Element>();
  const disturbing = new Set<Element>();
  let allReadable = true;
  const sheets = [...(root.styleSheets ?? []), ...(root.adoptedStyleSheets ?? [])];
  const unreadable = () => {
    allReadable = false;
  };
  for (const rule of rulesOf(sheets, unreadable)) {
    const { selectorText, style } = rule;
    if (selectorText.search(PSEUDO) >= 0) {
      const { content } = style;
      if (content && content !== 'none' && content !== '""' && WORDS.test(content)) {
        for (const element of select(root, selectorText.replace(PSEUDO, '') || '*')) generating.add(element);
      }
      continue;
    }
    if (HIDES.test(style.cssText))
      for (const element of select(root, selectorText)) if (isFiller(element)) disturbing.add(element);
    if (TURNS.test(style.cssText)) for (const element of select(root, selectorText)) disturbing.add(element);
  }
  for (const element of select(root, '[hidden],[style]')) {
    const style = element.getAttribute('style') ?? '';
    if ((element.hasAttribute('hidden') || HIDES.test(style)) && isFiller(element)) disturbing.add(element);
    if (TURNS.test(style)) disturbing.add(element);
  }
  for (const element of select(root, 'bdo,ruby')) disturbing.add(element);
  if (!allReadable) for (const element of select(root, SHORT_INLINE)) if (isFiller(element)) disturbing.add(element);
  return { generating: [...generating], disturbing: [...disturbing] };
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
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    for (let node = element[side]; node; node = node.nodeType === Node.TEXT_NODE ? null : node.lastChild) {
      if (node.nodeType === Node.TEXT_NODE)
        return { node: node as Text, offset: side === 'nextSibling' ? 0 : (node as Text).length };
    }
  }
  return { node: element, offset: 0 };
}
