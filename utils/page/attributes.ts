import type { Channel } from '../scan/finding.ts';
import * as dom from './dom.ts';

/** Words that a reader meets though they stand in an attribute. */
export interface SpokenAttribute {
  element: Element;
  name: string;
  text: string;
  channel: Channel;
}

const NAMES = ['alt', 'title', 'aria-label', 'placeholder', 'label', 'summary'] as const;
export const SPOKEN_ATTRIBUTES: readonly string[] = [...NAMES, 'value'];
/** Elements that carry spoken attributes. */
export const SPEAKING = SPOKEN_ATTRIBUTES.map((name) => `[${name}]`).join(',');
/** Inputs whose value the page writes for the reader. What a person types is not read. */
const SHOWN_VALUES = new Set(['button', 'submit', 'reset', 'text', 'search', '']);

function shownValue(element: Element): string | null {
  if (dom.localName(element) !== 'input') return null;
  return SHOWN_VALUES.has((dom.getAttribute(element, 'type') ?? '').toLowerCase())
    ? dom.getAttribute(element, 'value')
    : null;
}

/** The spoken attributes of one element. */
export function* attributesOf(element: Element): Generator<SpokenAttribute> {
  for (const name of NAMES) {
    const text = dom.getAttribute(element, name);
    if (text && text.length > 1) yield { element, name, text, channel: name === 'placeholder' ? 'form' : 'attribute' };
  }
  const value = shownValue(element);
  if (value && value.length > 1) yield { element, name: 'value', text: value, channel: 'form' };
}
