import { RulePackError } from './pack-error.ts';
import type { Family, Rule, RulePack, Slot } from './rule.ts';

type Lists = NonNullable<RulePack['lists']>;

/** Words after expansion in one pack; far above any real pack, far below what would stall a page. */
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

/**
 * The pack with every `{list}` placeholder written out and every named list put in its place, as the scanner wants it:
 * each slot and each condition holds plain words only. The digest is taken of the pack as written, before this.
 */
export function expandWords(pack: RulePack): RulePack {
  const lists = pack.lists ?? {};
  let budget = MAX_EXPANDED_WORDS;

  const expand = (word: string, depth: number): string[] => {
    const match = PLACEHOLDER.exec(word);
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
  const words = (where: { anyOf?: readonly string[]; lists?: readonly string[] }): string[] => [
    ...new Set(
      [...(where.anyOf ?? []), ...(where.lists ?? []).flatMap((name) => listOf(lists, name))].flatMap((word) =>
        expand(word, MAX_PLACEHOLDERS),
      ),
    ),
  ];
  const slot = (given: Slot): Slot => ({
    anyOf: words(given),
    ...(given.optional === undefined ? {} : { optional: given.optional }),
  });
  const family = (given: Family): Family => ({
    slots: given.slots.map(slot),
    maxGap: given.maxGap,
    ...(given.requires ? { requires: { anyOf: words(given.requires) } } : {}),
  });
  const rule = (given: Rule): Rule => ({
    ...given,
    ...(given.phrases
      ? {
          phrases: given.phrases.flatMap((phrase) =>
            expand(phrase.text, MAX_PLACEHOLDERS).map((text) => ({ ...phrase, text })),
          ),
        }
      : {}),
    ...(given.families ? { families: given.families.map(family) } : {}),
    ...(given.unrelated ? { unrelated: { anyOf: words(given.unrelated) } } : {}),
    ...(given.about ? { about: { anyOf: words(given.about) } } : {}),
    ...(given.allow ? { allow: given.allow.flatMap((word) => expand(word, MAX_PLACEHOLDERS)) } : {}),
  });
  const { lists: _written, ...rest } = pack;
  return { ...rest, rules: pack.rules.map(rule) };
}
