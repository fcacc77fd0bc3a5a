import type { LabelMeaning } from '../../rules/certificate-label.ts';
import { SLOTS } from '../../rules/papers/slots.ts';
import type { TellingRecord } from '../../rules/papers/telling.ts';

/** What a sentence says of a certificate without naming the field; group 1 is the value. */
export interface Telling {
  meaning: LabelMeaning;
  pattern: RegExp;
  weak?: true;
}

const SLOT = /\{(=?)([a-z][A-Za-z]*)\}/g;

/** A record with its slots filled. Throws for a slot that nobody named. */
export function tellingOf({ meaning, template, weak }: TellingRecord): Telling {
  const source = template.replaceAll('(=', '(').replace(SLOT, (_, value: string, name: string) => {
    const slot = SLOTS[name];
    if (slot === undefined) throw new TypeError(`unknown slot ${name} in ${template}`);
    return value ? `(${slot})` : `(?:${slot})`;
  });
  return { meaning, pattern: new RegExp(source, 'u'), ...(weak ? { weak } : {}) };
}
