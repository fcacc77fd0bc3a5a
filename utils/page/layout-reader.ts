import { labelOf } from '../certificate/labels.ts';
import type { Box, LayoutNode, Line } from '../certificate/regions.ts';
import * as dom from './dom.ts';
import { readTableElement } from './table-layout.ts';

/** Characters of the page and the text node they stand in. */
export interface Anchor {
  start: number;
  length: number;
  node: Text;
  /** Offset in `node`. */
  offset: number;
}

/** No reader of values looks further than a few hundred characters. */
const LONGEST_LINE = 4_000;
const SENTENCE_ENDS = ['。', '；', ';', '！', '？'] as const;

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME SVG CANVAS VIDEO AUDIO OBJECT SELECT TEXTAREA DATALIST MATH PROGRESS METER'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
/** Deeper than any author nests, and not too deep for calls; browsers themselves stop at 512 when they read a file. */
const DEEPEST = 600;

/** Turns elements into lines, boxes and tables as the reader sees them, remembering where each character stands. */
export class LayoutReader {
  readonly anchors: Anchor[] = [];
  /** Characters read so far; the offset at which the next line starts. */
  characters = 0;
  /** Elements left out because they are nested too deep. */
  unread = 0;
  private line: { text: string; seams: number[]; space: boolean; seam: boolean } | undefined;
  private readonly view: Window;

  constructor(view: Window) {
    this.view = view;
  }

  /** One box with what the nodes show. */
  read(nodes: Iterable<Node>, depth = 0): Box {
    const children: LayoutNode[] = [];
    for (const node of nodes) this.visit(node, children, depth, false);
    this.flush(children);
    const only = children[0];
    return children.length === 1 && only?.type === 'box' ? only : { type: 'box', children };
  }

  private visit(node: Node, out: LayoutNode[], depth: number, asBlock: boolean): void {
    if (dom.nodeType(node) === 3) {
      this.write(node as Text, out);
      return;
    }
    if (dom.nodeType(node) !== 1) return;
    if (depth > DEEPEST) {
      this.unread += 1;
      return;
    }
    const element = node as HTMLElement;
    const name = dom.nodeName(element).toUpperCase();
    if (SKIPPED.has(name) || (name === 'BUTTON' && !opensPart(element))) return;
    const style = this.view.getComputedStyle(element);
    if (isHidden(element, style)) return;
    if (name === 'BR') this.flush(out);
    else if (name === 'HR') this.part(out);
    else if (name === 'INPUT') this.writeInput(element as HTMLInputElement);
    else if (name === 'IMG') this.writeDrawnLabel(element as HTMLImageElement);
    else if (name === 'TABLE') {
      this.flush(out);
      out.push(...readTableElement(element, this, depth + 1));
    } else if (asBlock || isBlock(element, name, style)) this.visitBlock(element, style, out, depth);
    else this.visitInline(element, style, out, depth);
  }

  private visitBlock(element: HTMLElement, style: CSSStyleDeclaration, out: LayoutNode[], depth: number): void {
    this.flush(out);
    const children: LayoutNode[] = [];
    this.writeGenerated(element, '::before');
    const spread = /flex|grid/.test(style.display);
    for (const child of childrenOf(element)) this.visit(child, children, depth + 1, spread);
    this.writeGenerated(element, '::after');
    this.flush(children);
    const level = headingLevel(element);
    const only = children[0];
    if (children.length === 1 && only) out.push(level && only.type === 'line' ? { ...only, heading: level } : only);
    else if (children.length > 1) {
      const marked = level
        ? children.map((child): LayoutNode => (child.type === 'line' ? { ...child, heading: level } : child))
        : children;
      out.push({ type: 'box', children: marked });
    }
  }

  private visitInline(element: HTMLElement, style: CSSStyleDeclaration, out: LayoutNode[], depth: number): void {
    const seam = style.display !== 'contents';
    if (seam && this.line) this.line.seam = true;
    this.writeGenerated(element, '::before');
    for (const child of childrenOf(element)) this.visit(child, out, depth + 1, false);
    this.writeGenerated(element, '::after');
    if (seam && this.line) this.line.seam = true;
  }

  private write(node: Text, out: LayoutNode[]): void {
    const parent = node.parentElement;
    const keepsBreaks = parent !== null && /^pre/.test(this.view.getComputedStyle(parent).whiteSpace);
    for (const match of node.data.matchAll(/\s+|\S+/g)) {
      const text = match[0];
      if (/\S/.test(text[0]!)) this.writeWords(text, node, match.index, out);
      else if (keepsBreaks && text.includes('\n')) this.flush(out);
      else if (this.line) this.line.space = true;
    }
  }

  /** Words without white space between them; a text without end is laid out in lines, as it would be on paper. */
  private writeWords(words: string, node: Text, offset: number, out: LayoutNode[]): void {
    for (let from = 0; from < words.length; ) {
      const piece = words.slice(from, from + LONGEST_LINE);
      const isRest = from + piece.length === words.length;
      const end = isRest
        ? piece.length
        : Math.max(...SENTENCE_ENDS.map((sign) => piece.lastIndexOf(sign) + 1)) || piece.length;
      this.append(piece.slice(0, end), { node, offset: offset + from });
      if (this.line && this.line.text.length >= LONGEST_LINE / 2) this.flush(out);
      from += end;
    }
  }

  private append(text: string, place?: { node: Text; offset: number }): void {
    this.line ??= { text: '', seams: [], space: false, seam: false };
    const { line } = this;
    if (line.space && line.text !== '') line.text += ' ';
    if (line.seam && line.text !== '') line.seams.push(line.text.length);
    line.space = false;
    line.seam = false;
    if (place) this.anchors.push({ start: this.characters + line.text.length, length: text.length, ...place });
    line.text += text;
  }

  /** What a lookup result shows in a field that cannot be edited. */
  private writeInput(input: HTMLInputElement): void {
    if (
      !(dom.readOnly(input) || dom.disabled(input)) ||
      !/^(?:text|number|date|)$/.test(dom.type(input)) ||
      !dom.value(input)
    )
      return;
    if (this.line) this.line.seam = true;
    this.append(dom.value(input));
    if (this.line) this.line.seam = true;
  }

  /** A picture that stands for a label says so in its description; what else pictures show is read by recognition. */
  private writeDrawnLabel({ alt }: HTMLImageElement): void {
    const label = labelOf(alt ?? '');
    if (!label || label.weak || label.meaning === 'other') return;
    if (this.line) this.line.seam = true;
    this.append(alt.trim());
    if (this.line) this.line.seam = true;
  }

  /** Text that the style sheet puts around an element, as responsive tables do with their labels and lists with their colons. */
  private writeGenerated(element: HTMLElement, pseudo: '::before' | '::after'): void {
    const { content } = this.view.getComputedStyle(element, pseudo);
    if (!content || content === 'none' || content === 'normal' || !/["'(]/.test(content)) return;
    const text = content
      .replace(/attr\(([\w-]+)\)/g, (_, name: string) => JSON.stringify(dom.getAttribute(element, name) ?? ''))
      .match(/"[^"]*"|'[^']*'/g)
      ?.map((quoted) => quoted.slice(1, -1))
      .join('');
    if (text?.trim()) {
      this.append(text.trim());
      if (this.line) this.line.seam = true;
    }
  }

  /** A rule across the page parts what stands above and below it. */
  private part(out: LayoutNode[]): void {
    this.flush(out);
    out.push({ type: 'line', text: '', start: this.characters, seams: [], heading: 7 });
  }

  private flush(out: LayoutNode[]): void {
    const { line } = this;
    this.line = undefined;
    if (!line || line.text === '') return;
    const done: Line = { type: 'line', text: line.text, start: this.characters, seams: line.seams };
    this.characters += line.text.length + 1;
    out.push(done);
  }
}

function childrenOf(element: HTMLElement): Iterable<Node> {
  if (dom.nodeName(element) === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    return assigned.length > 0 ? assigned : dom.childNodes(element);
  }
  return dom.childNodes(element);
}

/** Not shown: no box, invisible, fully transparent, or of no size to read. */
export function isHidden(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  return (
    dom.hasAttribute(element, 'hidden') ||
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style.visibility === 'collapse' ||
    style.opacity === '0' ||
    style.fontSize === '0px'
  );
}

/** The head of a part that folds, not a button that does something. */
const opensPart = (button: HTMLElement) =>
  dom.hasAttribute(button, 'aria-expanded') || dom.hasAttribute(button, 'aria-controls');

function isBlock(element: HTMLElement, name: string, { display }: CSSStyleDeclaration): boolean {
  if (
    /^(?:block|flex|grid|list-item|table|flow-root|table-row|table-cell|table-row-group|table-caption)$/.test(display)
  )
    return true;
  if (/^inline-/.test(display))
    return dom.childElementCount(element) >= 2 && (dom.textContent(element)?.length ?? 0) > 20;
  return display === '' && BLOCKS.has(name);
}

function headingLevel(element: HTMLElement): number | undefined {
  const tag = dom.nodeName(element).match(/^H([1-6])$/i)?.[1];
  if (tag) return Number(tag);
  if (dom.getAttribute(element, 'role') === 'heading') return Number(dom.getAttribute(element, 'aria-level')) || 2;
  return /^(?:LEGEND|CAPTION|SUMMARY)$/i.test(dom.nodeName(element)) ? 7 : undefined;
}
