import * as dom from './dom.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'legend', 'dt', 'summary']);
const INNER_HEADINGS = 'h1,h2,h3,h4,h5,h6';
const LONGEST = 80;
const LEVELS = 8;
const SIBLINGS = 12;

const textOf = (element: Element) => (dom.textContent(element) ?? '').trim().replace(/\s+/g, ' ').slice(0, LONGEST);

const ANNOUNCES = /[：:]$/;
const { TEXT_NODE } = Node;
/** Full-width and ordinary colon, the only ends that announce something. */
const COLONS = '：:';

/** Whether the last text of an element ends like one that announces; true also where something else ends the element. */
function mayAnnounce(element: Element): boolean {
  let last: Node | null = dom.lastChild(element);
  while (last && dom.nodeType(last) !== TEXT_NODE) last = dom.lastChild(last);
  if (!last) return true;
  const { data } = last as Text;
  const end = data.at(-1) ?? '';
  if (end.trim() !== '') return COLONS.includes(end);
  const trimmed = data.trimEnd();
  return trimmed === '' || ANNOUNCES.test(trimmed);
}

/** A paragraph that announces what follows: 以下行为属于虚假宣传： */
function isLead(element: Element): boolean {
  // Its end tells of most that they are none; the whole text of every neighbour would be dear.
  if (!mayAnnounce(element)) return false;
  const text = dom.textContent(element) ?? '';
  return text.length <= 2 * LONGEST && ANNOUNCES.test(text.trimEnd()) && text.trim().length <= LONGEST;
}

const isHeading = (element: Element) =>
  HEADINGS.has(dom.localName(element)) || dom.getAttribute(element, 'role') === 'heading';

/** The nearest heading, caption or list lead before a block; '' when it has none. Looks a bounded way up and back. */
export function headingBefore(block: Element): string {
  let node: Element | null = block;
  let inList = false;
  for (let level = 0; node && level < LEVELS; level++) {
    let beside = dom.previousElementSibling(node);
    for (let back = 0; beside && back < SIBLINGS; back++) {
      if (isHeading(beside) || isLead(beside)) return textOf(beside);
      if (inList && back === 0 && dom.localName(beside) === 'p' && textOf(beside).length < LONGEST)
        return textOf(beside);
      const inner: Element | undefined =
        dom.localName(beside) === 'header' ? [...dom.querySelectorAll(beside, INNER_HEADINGS)].at(-1) : undefined;
      if (inner) return textOf(inner);
      beside = dom.previousElementSibling(beside);
    }
    inList = dom.localName(node) === 'li' || dom.localName(node) === 'tr';
    const root: Node = dom.getRootNode(node);
    node = dom.parentElement(node) ?? dom.hostOf(root);
  }
  return '';
}
