import type { Family, ScanRule, Slot } from '../../rules/rule.ts';
import type { CompiledFamily, Lexicon, Use, Wording } from './compile.ts';
import { FIRST_SYMBOL } from './fold.ts';
import { type NumberText, tableText, textTable } from './number-text.ts';

/** A use with numbers in place of what it points at. */
type PackedUse = Exclude<Use, { wording: Wording }> | { kind: 'phrase' | 'initials'; wording: number };

type PackedFamily<List> = Omit<Family, 'slots' | 'requires'> & {
  slots: (Omit<Slot, 'anyOf'> & Listed<List>)[];
  requires?: Listed<List>;
};

/** A rule whose lists of words are of another kind: numbers of lists, as it is packed. */
type PackedRule<List> = Omit<ScanRule, 'families' | 'unrelated' | 'about'> & {
  families?: PackedFamily<List>[];
  unrelated?: Listed<List>;
  about?: Listed<List>;
};

/** A compiled lexicon as JSON: lists, rules, wordings and sets of uses stand once and are pointed at by number. */
interface Packed {
  lists: string[];
  rules: PackedRule<number>[];
  families: { rule: number; family: number; firstSlot: number }[];
  wordings: (Omit<Wording, 'rule'> & { rule: number })[];
  uses: PackedUse[][];
  /** The sets that point at wordings. */
  wordingUses: number[];
  /** Characters of the patterns, a line each. */
  patterns: string;
  /** The set of uses of each pattern. */
  usesOf: NumberText;
  /** Characters of the symbols, a line each. */
  characterOf: string;
  slots: number;
  fold: NumberText;
  alert: NumberText;
  automaton: Record<string, number | NumberText>;
}

const LINE = '\n';

/** What a scan needs of a rule: what only readers need stays behind. */
function scanRule(rule: ScanRule): ScanRule {
  const { id, category, level, name, phrases, families, unrelated, about, legalBasis } = rule;
  return {
    id,
    category,
    level,
    name,
    legalBasis,
    ...(phrases ? { phrases: phrases.map(({ text }) => ({ text })) } : {}),
    ...(families ? { families } : {}),
    ...(unrelated ? { unrelated } : {}),
    ...(about ? { about } : {}),
  };
}

/** Numbers things in the order in which they are first met. */
class Numbering<Thing> {
  readonly things: Thing[] = [];
  readonly #numbers = new Map<unknown, number>();

  /** @param key what makes two things the same */
  of(thing: Thing, key: unknown = thing): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.things.push(thing) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** The words of a slot or a condition: many share one list. */
type Listed<List> = { anyOf?: List };

/** A rule with `put` in place of each of its lists of words. */
function withLists<From, To>(rule: PackedRule<From>, put: (words: From) => To): PackedRule<To> {
  const replaced = <Place extends Listed<From>>(place: Place) =>
    ({ ...place, ...(place.anyOf === undefined ? {} : { anyOf: put(place.anyOf) }) }) as Omit<Place, 'anyOf'> &
      Listed<To>;
  const { families, unrelated, about } = rule;
  return {
    ...rule,
    ...(families
      ? {
          families: families.map((family) => ({
            ...family,
            slots: family.slots.map(replaced),
            ...(family.requires ? { requires: replaced(family.requires) } : {}),
          })),
        }
      : {}),
    ...(unrelated ? { unrelated: replaced(unrelated) } : {}),
    ...(about ? { about: replaced(about) } : {}),
  } as PackedRule<To>;
}

/** A compiled lexicon as one string; the same lexicon gives the same string. */
export function packLexicon(lexicon: Lexicon): string {
  const lists = new Numbering<string>();
  const rules = new Numbering<ScanRule>();
  const uses = new Numbering<PackedUse[]>();
  const wordings = new Map(lexicon.wordings.map((wording, index) => [wording, index]));
  const packedUse = (use: Use): PackedUse =>
    'wording' in use ? { kind: use.kind, wording: wordings.get(use.wording)! } : use;
  const usesOf = lexicon.patterns.map((pattern) => {
    const set = pattern.uses.map(packedUse);
    return uses.of(set, JSON.stringify(set));
  });
  const packed: Packed = {
    families: lexicon.families.map(({ rule, family, firstSlot }) => ({
      rule: rules.of(rule),
      family: rule.families!.indexOf(family),
      firstSlot,
    })),
    wordings: lexicon.wordings.map(({ rule, ...wording }) => ({ ...wording, rule: rules.of(rule) })),
    rules: rules.things.map((rule) =>
      withLists(scanRule(rule) as PackedRule<readonly string[]>, (words) => lists.of(words.join(LINE))),
    ),
    lists: lists.things,
    uses: uses.things,
    wordingUses: [...uses.things.keys()].filter((set) => uses.things[set]!.some((use) => 'wording' in use)),
    patterns: lexicon.patterns.map(({ characters }) => characters).join(LINE),
    usesOf: tableText(Int32Array.from(usesOf)),
    characterOf: lexicon.characterOf.slice(FIRST_SYMBOL).join(LINE),
    slots: lexicon.slots,
    fold: tableText(lexicon.fold),
    alert: tableText(lexicon.alert),
    automaton: Object.fromEntries(
      Object.entries(lexicon.automaton).map(([name, part]) => [
        name,
        typeof part === 'number' ? part : tableText(part),
      ]),
    ),
  };
  return JSON.stringify(packed);
}

/** The lexicon of a packed one; its rules hold what a scan needs of them. In steps of about a millisecond. */
export function* unpackSteps(text: string): Generator<void, Lexicon> {
  const packed = JSON.parse(text) as Packed;
  yield;
  const lists = packed.lists.map((words) => (words === '' ? [] : words.split(LINE)));
  yield;
  const rules = packed.rules.map((rule) => withLists(rule, (list) => lists[list]!) as ScanRule);
  const wordings = packed.wordings.map((wording): Wording => ({ ...wording, rule: rules[wording.rule]! }));
  const families = packed.families.map(
    ({ rule, family, firstSlot }): CompiledFamily => ({
      rule: rules[rule]!,
      family: rules[rule]!.families![family] as Family,
      firstSlot,
    }),
  );
  yield;
  // In place: thousands of uses stay as they are, and only those of wordings point at something.
  for (const set of packed.wordingUses) {
    for (const use of packed.uses[set]!) if ('wording' in use) Object.assign(use, { wording: wordings[use.wording] });
  }
  const uses = packed.uses as unknown as Use[][];
  const usesOf = textTable(packed.usesOf);
  const patterns = packed.patterns
    .split(LINE)
    .map((characters, index) => ({ characters, uses: uses[usesOf[index]!]! }));
  yield;
  const automaton: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(packed.automaton)) {
    automaton[name] = typeof part === 'number' ? part : textTable(part);
  }
  yield;
  return {
    fold: textTable(packed.fold) as Lexicon['fold'],
    alert: textTable(packed.alert) as Lexicon['alert'],
    automaton: automaton as unknown as Lexicon['automaton'],
    patterns,
    families,
    wordings,
    slots: packed.slots,
    // Numbers below the first symbol are kinds, which no character stands for.
    characterOf: [...Array<string>(FIRST_SYMBOL), ...packed.characterOf.split(LINE)],
  };
}
