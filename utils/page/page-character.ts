import { PAGE_BEGINNING } from '../judge/page-reading.ts';
import type { PageTelling } from '../scan/page-telling.ts';
import type { Scanner } from '../scan/scanner.ts';
import { SPEAKING } from './attributes.ts';
import { CHINESE } from './chinese.ts';
import * as dom from './dom.ts';
import { MARKED, readSheets } from './style-cues.ts';

/** Up to so many elements, the whole text is looked at in one go. */
const SMALL_PAGE = 20_000;

/** Texts at the beginning of a page that are looked at first: most pages tell there. */
const FIRST_TEXTS = 64;

function beginsChinese(body: HTMLElement): boolean {
  const walker = dom.createTreeWalker(dom.documentOf(body), body, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < FIRST_TEXTS; count++) {
    const node = walker.nextNode();
    if (!node) return false;
    if (CHINESE.test((node as Text).data)) return true;
  }
  return false;
}

/** Whether a page may show any Chinese at all. A page that does not is left alone; finding that out costs next to nothing. */
export function mayHoldChinese(document: Document): boolean {
  const body = dom.body(document);
  if (!body || beginsChinese(body) || dom.getElementsByTagName(document, '*').length > SMALL_PAGE) return true;
  if (CHINESE.test(dom.textContent(body) ?? '')) return true;
  const marked = [...dom.querySelectorAll(document, `${SPEAKING},${MARKED}`)];
  if (marked.some((element) => [...dom.attributes(element)].some(({ value }) => CHINESE.test(value)))) return true;
  return readSheets(document).generating !== '';
}

/** How much longer the text has to be before it is told anew while it is still being read. */
const MUCH_LONGER = 1.2;

/** Tells what kind of page speaks, from the beginning of its text; told anew when much more of it was read, or all that there is so far. */
export class PageTeller {
  readonly #document: Document;
  readonly #scanner: Scanner;
  #text = '';
  #toldLength = -1;
  #title = '';
  #telling: PageTelling | undefined;

  constructor(document: Document, scanner: Scanner) {
    this.#document = document;
    this.#scanner = scanner;
  }

  /** Whether more text would tell more. */
  get listening(): boolean {
    return this.#text.length < PAGE_BEGINNING;
  }

  hear(text: string): void {
    if (!this.listening) return;
    const words = text.trim();
    if (words !== '') this.#text += `${words.slice(0, PAGE_BEGINNING)}\n`;
  }

  /** What the judge sees of the page, as far as it was heard. */
  features(): { page: string; runs: string } {
    return this.#scanner.pageFeatures({ title: dom.title(this.#document), text: this.#text });
  }

  /**
   * The same object as long as nothing new is known.
   * @param isAll nothing waits to be read: a page that came in pieces is the page that came at once
   */
  telling(isAll = false): PageTelling {
    const title = dom.title(this.#document);
    const enough = this.#toldLength * (isAll ? 1 : MUCH_LONGER);
    if (!this.#telling || this.#title !== title || this.#text.length > enough) {
      this.#toldLength = this.#text.length;
      this.#title = title;
      this.#telling = this.#scanner.tellPage({
        host: dom.defaultView(this.#document)?.location.hostname ?? '',
        title,
        text: this.#text,
      });
    }
    return this.#telling;
  }
}
