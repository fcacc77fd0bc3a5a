import * as dom from './dom.ts';

/**
 * What a page says of itself where its reader does not see it and search engines show it: descriptions in its head (HTML standard
 * metadata names, Open Graph, Twitter cards) and structured data (JSON-LD).
 */
export interface DescribedWords {
  /** The attribute that holds them, or `json` for structured data. */
  name: 'content' | 'json';
  text: string;
}

/** Elements that may hold such words. */
export const DESCRIBING =
  'meta[name="description" i],meta[name="keywords" i],meta[name="twitter:description" i],meta[property="og:description" i],script[type="application/ld+json" i]';

/** Structured data beyond is not read, characters; real ones have some thousand. */
const LONGEST = 200_000;
/** Texts of structured data that are read, and characters of each. */
const MOST_TEXTS = 200;
const LONGEST_TEXT = 4_000;
const HAN = /\p{Script=Han}/u;

/** The Chinese texts among the values of structured data, in order; none of what is no JSON. */
function* textsOfJson(json: string): Generator<string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return;
  }
  const waiting: unknown[] = [value];
  for (let count = 0; waiting.length > 0 && count < MOST_TEXTS; ) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      if (!HAN.test(next.slice(0, LONGEST_TEXT))) continue;
      count += 1;
      yield next.slice(0, LONGEST_TEXT);
    } else if (typeof next === 'object' && next !== null)
      waiting.push(...Object.values(next).slice(0, 1_000).reverse());
  }
}

/** The words of one element of those that {@link DESCRIBING} names. */
export function* describedWords(element: Element): Generator<DescribedWords> {
  if (dom.localName(element) === 'meta') {
    const text = dom.getAttribute(element, 'content')?.slice(0, LONGEST_TEXT);
    if (text && text.length > 1) yield { name: 'content', text };
    return;
  }
  const json = dom.textContent(element) ?? '';
  if (json.length > LONGEST) return;
  for (const text of textsOfJson(json)) yield { name: 'json', text };
}
