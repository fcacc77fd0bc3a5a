const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'legend', 'dt', 'summary']);
const INNER_HEADINGS = 'h1,h2,h3,h4,h5,h6';
const LONGEST = 80;
const LEVELS = 8;
const SIBLINGS = 12;

const textOf = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, LONGEST);

const ANNOUNCES = /[：:]$/;
const { TEXT_NODE } = Node;
/** Full-width and ordinary colon, the only ends that announce something. */
const COLONS = '：:';

/** Whether the last text of an element ends like one that announces; true also where something else ends the element. */
function mayAnnounce(element: Element): boolean {
  let last: Node | null = element.lastChild;
  while (last && last.nodeType !== TEXT_NODE) last = last.lastChild;
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
  const text = element.textContent ?? '';
  return text.length <= 2 * LONGEST && ANNOUNCES.test(text.trimEnd()) && text.trim().length <= LONGEST;
}

const isHeading = (element: Element) => HEADINGS.has(element.localName) || element.getAttribute('role') === 'heading';

/** The nearest heading, caption or list lead before a block; '' when it has none. Looks a bounded way up and back. */
export function headingBefore(block: Element): string {
  let node: Element | null = block;
  let inList = false;
  for (let level = 0; node && level < LEVELS; level++) {
    let beside = node.previousElementSibling;
    for (let back = 0; beside && back < SIBLINGS; back++) {
      if (isHeading(beside) || isLead(beside)) return textOf(beside);
      if (inList && back === 0 && beside.localName === 'p' && textOf(beside).length < LONGEST) return textOf(beside);
      const inner: Element | undefined =
        beside.localName === 'header' ? [...beside.querySelectorAll(INNER_HEADINGS)].at(-1) : undefined;
      if (inner) return textOf(inner);
      beside = beside.previousElementSibling;
    }
    inList = node.localName === 'li' || node.localName === 'tr';
    const root: Node = node.getRootNode();
    node = node.parentElement ?? (root as Partial<ShadowRoot>).host ?? null;
  }
  return '';
}
