import { parseTemplate, TemplateError } from '../utils/grammar/template.ts';
import { RulePackError } from './pack-error.ts';
import type { Family, Rule, RulePack, Slot } from './rule.ts';

type Lists = NonNullable<RulePack['lists']>;
type WordPlaces = Pick<Slot, 'anyOf' | 'lists'>;

/** Words that a pack's own words and lists come to, each list counted once; far above any real pack, far below what would stall a page. */
export const MAX_EXPANDED_WORDS = 50_000;

/** Placeholders in one word, nested ones counted; a list that names itself ends here with an error. */
const MAX_PLACEHOLDERS = 4;

/** The placeholders of a word: `{count}天` names the list `count`. */
const PLACEHOLDER = /\{([^{}]*)\}/;

function listOf(lists: Lists, name: string): readonly string[] {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list) throw new RulePackError('rulePackUnknownList', name);
  return list;
}

/** The family that a template writes in one line. Throws {@link RulePackError}. */
function templateFamily(template: string): Family {
  try {
    const { slots, maxGap, acrossComma } = parseTemplate(template);
    return {
      slots: slots.map(({ words, optional }) => ({ anyOf: words, ...(optional ? { optional } : {}) })),
      maxGap,
      ...(acrossComma ? { acrossComma } : {}),
    };
  } catch (error) {
    if (error instanceof TemplateError) throw new RulePackError('rulePackTemplate', template, String(error.at + 1));
    throw error;
  }
}

/** The slots in each of their orders, the written one first. */
function ordersOf(slots: readonly Slot[]): Slot[][] {
  if (slots.length < 2) return [[...slots]];
  return slots.flatMap((first, index) =>
    ordersOf(slots.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

/**
 * The pack with every `{list}` placeholder written out and every named list put in its place, as the scanner wants it:
 * each slot and each condition holds plain words only. The digest is taken of the pack as written, before this.
 */
export function expandWords(pack: RulePack): RulePack {
  const lists = pack.lists ?? {};
  let budget = MAX_EXPANDED_WORDS;

  const expand = (word: string, depth: number): string[] => {
    const match = word.includes('{') ? PLACEHOLDER.exec(word) : null;
    if (!match) {
      budget -= 1;
      if (budget < 0) throw new RulePackError('rulePackTooManyWords', String(MAX_EXPANDED_WORDS));
      return [word];
    }
    const name = match[1]!;
    if (depth === 0) throw new RulePackError('rulePackUnknownList', name);
    return listOf(lists, name).flatMap((part) =>
      expand(
        word.replace(match[0], () => part),
        depth - 1,
      ),
    );
  };
  const expandAll = (written: readonly string[]) => written.flatMap((word) => expand(word, MAX_PLACEHOLDERS));
  const expanded = new Map<string, readonly string[]>();
  // Dozens of slots name the same lists: each is written out once, and slots of one list share its array.
  const expandList = (name: string): readonly string[] => {
    let known = expanded.get(name);
    if (!known) {
      known = [...new Set(expandAll(listOf(lists, name)))];
      expanded.set(name, known);
    }
    return known;
  };
  const words = ({ anyOf = [], lists: names = [] }: WordPlaces): readonly string[] =>
    anyOf.length === 0 && names.length === 1
      ? expandList(names[0]!)
      : [...new Set([...expandAll(anyOf), ...names.flatMap(expandList)])];
  const slot = (given: Slot): Slot => ({
    anyOf: words(given),
    ...(given.optional === undefined ? {} : { optional: given.optional }),
  });
  const family = (given: Family): Family => ({
    slots: given.slots.map(slot),
    maxGap: given.maxGap,
    ...(given.acrossComma ? { acrossComma: true } : {}),
    ...(given.requires ? { requires: { anyOf: words(given.requires) } } : {}),
    ...(given.objectInSentence ? { objectInSentence: true } : {}),
  });
  const families = (given: Family): Family[] => {
    const expanded = family(given);
    return given.anyOrder ? ordersOf(expanded.slots).map((slots) => ({ ...expanded, slots })) : [expanded];
  };
  const familiesOf = ({ families: written = [], templates = [] }: Rule): Pick<Rule, 'families'> => {
    const all = [...written, ...templates.map(templateFamily)];
    return all.length > 0 ? { families: all.flatMap(families) } : {};
  };
  const rule = ({ templates, ...given }: Rule): Rule => ({
    ...given,
    ...(given.phrases
      ? {
          phrases: given.phrases.flatMap((phrase) =>
            expand(phrase.text, MAX_PLACEHOLDERS).map((text) => ({ ...phrase, text })),
          ),
        }
      : {}),
    ...familiesOf({ ...given, ...(templates ? { templates } : {}) }),
    ...(given.allow ? { allow: given.allow.flatMap((word) => expand(word, MAX_PLACEHOLDERS)) } : {}),
  });
  const { lists: _written, ...rest } = pack;
  return { ...rest, rules: pack.rules.map(rule) };
}
