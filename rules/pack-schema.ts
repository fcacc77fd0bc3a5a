import * as v from 'valibot';
import { LAW_IDS } from './laws.ts';

/** The form of a rule pack's file; `rule-pack.schema.json` says the same to editors. */

const BOUNDS = {
  rules: 500,
  phrases: 2000,
  listWords: 2000,
  lists: 200,
  slots: 6,
  slotsInAnyOrder: 3,
  families: 80,
  gap: 12,
  examples: 50,
};
const WORD = 40;
const SENTENCE = 300;

/** Plain text: no control, format (zero-width, bidi) or broken characters, so that what is read is what is matched. */
const plain = (longest: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u));
/** A word that matches something: at least one letter or figure. */
export const word = v.pipe(plain(WORD), v.regex(/[\p{L}\p{N}]/u));
/** A phrase stands alone, so it has at least two. */
export const phraseText = v.pipe(plain(WORD), v.regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u));
const listName = v.pipe(v.string(), v.maxLength(32), v.regex(/^\p{L}[\p{L}\p{N}]*$/u));
const sentence = plain(SENTENCE);
const day = v.pipe(v.string(), v.isoDate());
export const many = <const T extends v.GenericSchema>(item: T, most: number, least = 0) =>
  v.pipe(v.array(item), v.minLength(least), v.maxLength(most));

const wordsOrLists = v.strictObject({
  anyOf: v.exactOptional(many(word, BOUNDS.listWords)),
  lists: v.exactOptional(many(listName, BOUNDS.lists)),
});

const family = v.pipe(
  v.strictObject({
    slots: many(v.strictObject({ ...wordsOrLists.entries, optional: v.exactOptional(v.boolean()) }), BOUNDS.slots, 1),
    maxGap: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BOUNDS.gap)),
    acrossComma: v.exactOptional(v.boolean()),
    anyOrder: v.exactOptional(v.boolean()),
    requires: v.exactOptional(wordsOrLists),
    objectInSentence: v.exactOptional(v.boolean()),
  }),
  // Every order becomes a family of its own, and their number grows as the factorial.
  v.check(({ anyOrder, slots }) => !anyOrder || slots.length <= BOUNDS.slotsInAnyOrder),
);

/** One rule as a pack holds it. */
export const ruleSchema = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/)),
  category: v.picklist(['fake-certification', 'false-promise', 'absolute-terms', 'forgery-trading']),
  level: v.picklist(['strong', 'weak']),
  name: plain(20),
  phrases: v.exactOptional(
    many(v.strictObject({ text: phraseText, source: v.exactOptional(plain(SENTENCE)) }), BOUNDS.phrases, 1),
  ),
  families: v.exactOptional(many(family, BOUNDS.families, 1)),
  templates: v.exactOptional(many(plain(SENTENCE), BOUNDS.families, 1)),
  force: v.exactOptional(v.picklist(['firm', 'fair', 'loose'])),
  allow: v.exactOptional(many(word, BOUNDS.phrases)),
  message: sentence,
  exceptions: sentence,
  advice: sentence,
  legalBasis: many(
    v.strictObject({
      law: v.picklist(LAW_IDS),
      article: v.pipe(v.string(), v.regex(/^第[一二三四五六七八九十百零]+条$/)),
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

export const packSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  id: v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  version: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)),
  name: plain(60),
  lists: v.exactOptional(v.pipe(v.record(listName, many(word, BOUNDS.listWords, 1)), v.maxEntries(BOUNDS.lists))),
  rules: many(ruleSchema, BOUNDS.rules),
});
