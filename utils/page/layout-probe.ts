import * as dom from './dom.ts';
import type { FlatTree } from './flat-tree.ts';

/** What an element is to the text it stands in. */
export type Role =
  /** Its text goes on in the line. */
  | 'inline'
  /** A line break. */
  | 'break'
  /** A block, cell, flex item, picture, control: text before and after is not read as one. */
  | 'border'
  /** Out of the reading: scripts, ruby's small text, things out of the flow. */
  | 'aside'
  /** In the line but not shown. */
  | 'hidden';

const ASIDE = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'RT', 'RP', 'RTC', 'HEAD', 'TITLE', 'META', 'LINK']);
const REPLACED = new Set(
  'IMG PICTURE VIDEO AUDIO CANVAS IFRAME OBJECT EMBED INPUT TEXTAREA SELECT BUTTON METER PROGRESS HR MATH'.split(' '),
);
/** Elements whose text is never read: code and style, and nested documents' fallbacks. */
export const UNREAD = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'TITLE',
  'NOEMBED',
  'NOFRAMES',
  'RP',
]);
/** Elements that stand in a line unless a style sheet says otherwise. */
export const INLINE: ReadonlySet<string> = new Set(
  'A ABBR ACRONYM B BDI BDO BIG BR CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR OUTPUT Q RB RP RT RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const LINE_DISPLAYS = /^(?:inline|inline-block|ruby|ruby-base|contents|math)$/;
/** Narrower than this (CSS px) nobody reads text. */
const UNREADABLE_SIZE = 2;
const CLEAR = /^rgba\(.*, 0\)$|^transparent$/;

/**
 * Answers how elements are laid out, from computed style, each asked once. Lives for one pass over a page that does not change
 * meanwhile.
 */
export class LayoutProbe {
  readonly #styles = new Map<Element, CSSStyleDeclaration>();
  readonly #inLine = new Map<Element, boolean>();
  readonly #hides = new Map<Element, boolean>();
  readonly #turns = new Map<Element, boolean>();
  readonly #outOfSight = new Map<Element, boolean>();
  readonly #unread = new Map<Element, boolean>();
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
  }

  style(element: Element): CSSStyleDeclaration {
    let style = this.#styles.get(element);
    if (!style) {
      style = this.#window.getComputedStyle(element);
      this.#styles.set(element, style);
    }
    return style;
  }

  /** An element's role in the line that it stands in. `open` names an element that counts as shown although it is not. */
  role(element: Element, open?: (element: Element) => boolean): Role {
    const tag = dom.tagName(element).toUpperCase();
    if (ASIDE.has(tag)) return 'aside';
    if (tag === 'BR') return 'break';
    if (tag === 'WBR') return 'inline';
    const shown = open?.(element) ?? false;
    const style = this.style(element);
    if (!shown && this.hides(element)) return 'hidden';
    if (REPLACED.has(tag)) return 'border';
    if (style.position === 'absolute' || style.position === 'fixed') return 'aside';
    return this.isInLine(element) ? 'inline' : 'border';
  }

  /** Whether an element's text runs on in its parent's line. */
  isInLine(element: Element): boolean {
    let inLine = this.#inLine.get(element);
    if (inLine === undefined) {
      inLine = this.#isInLine(element);
      this.#inLine.set(element, inLine);
    }
    return inLine;
  }

  /** Whether the element itself takes its own text out of sight (not its ancestors). */
  hides(element: Element): boolean {
    let hides = this.#hides.get(element);
    if (hides === undefined) {
      hides = this.#isHiding(element);
      this.#hides.set(element, hides);
    }
    return hides;
  }

  /** Whether the element's text is set against its own order. */
  turnsAround(element: Element): boolean {
    let turns = this.#turns.get(element);
    if (turns === undefined) {
      const style = this.style(element);
      turns = style.direction === 'rtl' && /override/.test(style.unicodeBidi);
      this.#turns.set(element, turns);
    }
    return turns;
  }

  /** Whether the element or one that it stands in takes its text out of sight. Visibility aside: it may be turned on again below. */
  isOutOfSight(element: Element, tree: FlatTree): boolean {
    return inherited(element, this.#outOfSight, tree, (at, parent) => {
      if (this.hides(at) && !/hidden|collapse/.test(this.style(at).visibility)) return true;
      return parent !== null && isClosed(parent) && at !== summaryOf(parent);
    });
  }

  /** Whether the element stands in one whose text is never read. */
  isUnread(element: Element, tree: FlatTree): boolean {
    return inherited(element, this.#unread, tree, (at) => UNREAD.has(dom.tagName(at).toUpperCase()));
  }

  #isInLine(element: Element): boolean {
    const tag = dom.tagName(element).toUpperCase();
    const svg = dom.namespaceURI(element) === 'http://www.w3.org/2000/svg';
    if (svg) return tag === 'TSPAN' || tag === 'TEXTPATH' || tag === 'A';
    const style = this.style(element);
    const { display } = style;
    if (display === 'none' || display === '') return INLINE.has(tag);
    if (!LINE_DISPLAYS.test(display)) return style.float !== 'none' && style.float !== '' && oneCharacter(element);
    if (display === 'inline-block' && !oneCharacter(element) && isBoxed(style)) return false;
    return tag !== 'BUTTON' && tag !== 'OPTION';
  }

  #isHiding(element: Element): boolean {
    const style = this.style(element);
    const { visibility } = style;
    if (style.display === 'none' || visibility === 'hidden' || visibility === 'collapse') return true;
    if (style.opacity === '0' || Number.parseFloat(style.fontSize) < UNREADABLE_SIZE) return true;
    const { color, position } = style;
    // Most colours are opaque, and are written as rgb(…).
    if (!color.startsWith('rgb(') && CLEAR.test(color) && !/text/.test(style.backgroundClip || '')) return true;
    if (position === 'absolute' || position === 'fixed') {
      if (Number.parseFloat(style.left) < -500 || Number.parseFloat(style.top) < -500) return true;
      if (/^rect\(0(?:px)?,? 0(?:px)?,? 0(?:px)?,? 0(?:px)?\)$/.test(style.clip)) return true;
    }
    const { textIndent, clipPath, overflow } = style;
    if (textIndent.startsWith('-') && Number.parseFloat(textIndent) < -500 && dom.textContent(element) !== '')
      return true;
    if (clipPath !== 'none' && /inset\((?:50|100)%/.test(clipPath)) return true;
    if (overflow !== 'hidden' && overflow !== 'clip') return false;
    return Number.parseFloat(style.width) < UNREADABLE_SIZE || Number.parseFloat(style.height) < UNREADABLE_SIZE;
  }
}

/** Whether something holds of an element or of one that it stands in. A loop: a page may nest deeper than calls may. */
function inherited(
  element: Element,
  known: Map<Element, boolean>,
  tree: FlatTree,
  holds: (element: Element, parent: Element | null) => boolean,
): boolean {
  const way: Element[] = [];
  let found = false;
  for (let at: Element | null = element; at && !found; ) {
    const before = known.get(at);
    if (before !== undefined) {
      found = before;
      break;
    }
    way.push(at);
    const parent: Element | null = tree.parent(at);
    found = holds(at, parent);
    at = parent;
  }
  // What holds of the last of the way holds of all that stands in it.
  for (const at of way) known.set(at, found);
  return found;
}

/** A `details` that shows its summary only. */
export const isClosed = (element: Element) =>
  dom.localName(element) === 'details' && !dom.hasAttribute(element, 'open');

const summaryOf = (details: Element) => dom.querySelector(details, ':scope > summary');

/** Single characters set apart as boxes are still one word. */
function oneCharacter(element: Element): boolean {
  return [...(dom.textContent(element) ?? '').trim()].length === 1;
}

/** Whether an inline block is drawn as a thing of its own: a tag, a chip, a button. */
function isBoxed(style: CSSStyleDeclaration): boolean {
  return [style.paddingLeft, style.paddingRight, style.marginLeft, style.marginRight, style.borderLeftWidth].some(
    (width) => Number.parseFloat(width) > 1,
  );
}
