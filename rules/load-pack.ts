import * as v from 'valibot';
import { expandWords } from './expand-words.ts';
import { LAWS } from './legal-basis.ts';
import { RulePackError } from './pack-error.ts';
import type { RulePack } from './rule.ts';

/** Characters of a pack's file; the built-in packs together have about 60,000. */
export const MAX_PACK_CHARACTERS = 1_000_000;

const BOUNDS = {
  rules: 500,
  phrases: 2000,
  listWords: 2000,
  lists: 100,
  slots: 6,
  families: 20,
  gap: 12,
  examples: 50,
};
const WORD = 40;
const SENTENCE = 300;

/** Plain text: no control, format (zero-width, bidi) or broken characters, so that what is read is what is matched. */
const plain = (longest: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u));
/** A word that matches something: at least one letter or figure. */
const word = v.pipe(plain(WORD), v.regex(/[\p{L}\p{N}]/u));
/** A phrase stands alone, so it has at least two. */
const phraseText = v.pipe(plain(WORD), v.regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u));
const listName = v.pipe(v.string(), v.maxLength(32), v.regex(/^\p{L}[\p{L}\p{N}]*$/u));
const sentence = plain(SENTENCE);
const day = v.pipe(v.string(), v.isoDate());
const many = <const T extends v.GenericSchema>(item: T, most: number, least = 0) =>
  v.pipe(v.array(item), v.minLength(least), v.maxLength(most));

const wordsOrLists = v.strictObject({
  anyOf: v.exactOptional(many(word, BOUNDS.listWords)),
  lists: v.exactOptional(many(listName, BOUNDS.lists)),
});

const family = v.strictObject({
  slots: many(v.strictObject({ ...wordsOrLists.entries, optional: v.exactOptional(v.boolean()) }), BOUNDS.slots, 1),
  maxGap: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BOUNDS.gap)),
  requires: v.exactOptional(wordsOrLists),
});

const rule = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)),
  category: v.picklist(['fake-certification', 'false-promise', 'absolute-terms', 'forgery-trading']),
  level: v.picklist(['strong', 'weak']),
  name: plain(20),
  phrases: v.exactOptional(
    many(v.strictObject({ text: phraseText, source: v.exactOptional(plain(SENTENCE)) }), BOUNDS.phrases, 1),
  ),
  families: v.exactOptional(many(family, BOUNDS.families, 1)),
  unrelated: v.exactOptional(wordsOrLists),
  about: v.exactOptional(wordsOrLists),
  allow: v.exactOptional(many(word, BOUNDS.phrases)),
  message: sentence,
  exceptions: sentence,
  advice: sentence,
  legalBasis: many(
    v.strictObject({
      law: v.picklist(Object.keys(LAWS) as (keyof typeof LAWS)[]),
      article: v.pipe(v.string(), v.regex(/^第[一二三四五六七八九十百]+条$/)),
      from: v.exactOptional(day),
      until: v.exactOptional(day),
    }),
    20,
  ),
  source: plain(SENTENCE),
  examples: v.strictObject({
    hit: many(plain(SENTENCE), BOUNDS.examples, 1),
    miss: many(plain(SENTENCE), BOUNDS.examples, 1),
  }),
  disabled: v.exactOptional(v.boolean()),
});

const pack = v.strictObject({
  $schema: v.exactOptional(v.string()),
  id: v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  version: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)),
  name: plain(60),
  lists: v.exactOptional(v.pipe(v.record(listName, many(word, BOUNDS.listWords, 1)), v.maxEntries(BOUNDS.lists))),
  rules: many(rule, BOUNDS.rules),
});

/** The pack of a parsed JSON value, as written. Throws {@link RulePackError}. */
export function checkPack(value: unknown): RulePack {
  const checked = v.safeParse(pack, value, { abortEarly: true });
  if (!checked.success) {
    const [issue] = checked.issues;
    throw new RulePackError(
      'rulePackMalformed',
      v.getDotPath(issue) ?? '',
      issue.expected ?? issue.message,
      issue.received.slice(0, 60),
    );
  }
  const { $schema: _editorHint, ...written } = checked.output;
  const seen = new Set<string>();
  for (const { id, category } of written.rules) {
    if (seen.has(id)) throw new RulePackError('rulePackDuplicate', id);
    if (!id.startsWith(`${category}/`)) throw new RulePackError('rulePackMalformed', id, `${category}/…`, id);
    seen.add(id);
  }
  for (const [index, { id, phrases, families }] of written.rules.entries()) {
    if (!phrases && !families) throw new RulePackError('rulePackMalformed', `rules.${index}`, 'phrases / families', id);
  }
  expandWords(written);
  return written;
}

/** The pack in a file's text, as written: bounded, every field in its form, every list named, every rule once. Throws {@link RulePackError}. */
export function loadPack(text: string): RulePack {
  if (text.length > MAX_PACK_CHARACTERS) throw new RulePackError('rulePackTooLarge', String(MAX_PACK_CHARACTERS));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RulePackError('rulePackNotJson', error.message.slice(0, 80));
    throw error;
  }
  return checkPack(value);
}
