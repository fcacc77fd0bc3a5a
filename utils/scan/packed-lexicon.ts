import type { Family, ScanRule, Slot } from '../../rules/rule.ts';
import type { CompiledFamily, Lexicon, Wording } from './compile.ts';
import { FIRST_SYMBOL } from './fold.ts';
import { type NumberText, tableText, textTable } from './number-text.ts';
import { slotFamilies } from './slot-chains.ts';

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

/** Tables by name, and plain numbers. */
type PackedTables = Record<string, number | NumberText>;

/** A compiled lexicon as JSON: lists, rules and wordings stand once and are pointed at by number. */
interface Packed {
  lists: string[];
  rules: PackedRule<number>[];
  families: { rule: number; family: number; firstSlot: number }[];
  wordings: (Omit<Wording, 'rule'> & { rule: number })[];
  /** Characters of the patterns, a line each. */
  patterns: string;
  uses: PackedTables;
  /** Characters of the symbols, a line each. */
  characterOf: string;
  fold: NumberText;
  alert: NumberText;
  automaton: PackedTables;
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

/** A rule with another property, as `put` describes it, in place of each of its lists of words. */
function withLists<From, To>(rule: PackedRule<From>, put: (words: From) => PropertyDescriptor): PackedRule<To> {
  const replaced = <Place extends Listed<From>>({ anyOf, ...place }: Place) =>
    (anyOf === undefined ? place : Object.defineProperty(place, 'anyOf', { ...put(anyOf), enumerable: true })) as Omit<
      Place,
      'anyOf'
    > &
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

/** Lists of words that are cut into words when they are asked for: most never are, and there are tens of thousands. */
function lateLists(packed: readonly string[]): (list: number) => readonly string[] {
  const cut = new Map<number, readonly string[]>();
  return (list) => {
    let words = cut.get(list);
    if (!words) {
      const text = packed[list]!;
      words = text === '' ? [] : text.split(LINE);
      cut.set(list, words);
    }
    return words;
  };
}

const packedTables = (tables: Lexicon['uses'] | Lexicon['automaton']): PackedTables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, part]) => [name, typeof part === 'number' ? part : tableText(part)]),
  );

const unpackedTables = (tables: PackedTables): unknown =>
  Object.fromEntries(
    Object.entries(tables).map(([name, part]) => [name, typeof part === 'number' ? part : textTable(part)]),
  );

/** A compiled lexicon as one string; the same lexicon gives the same string. */
export function packLexicon(lexicon: Lexicon): string {
  const lists = new Numbering<string>();
  const rules = new Numbering<ScanRule>();
  const packed: Packed = {
    families: lexicon.families.map(({ rule, family, firstSlot }) => ({
      rule: rules.of(rule),
      family: rule.families!.indexOf(family),
      firstSlot,
    })),
    wordings: lexicon.wordings.map(({ rule, ...wording }) => ({ ...wording, rule: rules.of(rule) })),
    rules: rules.things.map((rule) =>
      withLists(scanRule(rule) as PackedRule<readonly string[]>, (words) => ({ value: lists.of(words.join(LINE)) })),
    ),
    lists: lists.things,
    patterns: lexicon.patterns.join(LINE),
    uses: packedTables(lexicon.uses),
    characterOf: lexicon.characterOf.slice(FIRST_SYMBOL).join(LINE),
    fold: tableText(lexicon.fold),
    alert: tableText(lexicon.alert),
    automaton: packedTables(lexicon.automaton),
  };
  return JSON.stringify(packed);
}

/** The lexicon of a packed one; its rules hold what a scan needs of them. In steps of about a millisecond. */
export function* unpackSteps(text: string): Generator<void, Lexicon> {
  const packed = JSON.parse(text) as Packed;
  yield;
  const wordsOf = lateLists(packed.lists);
  const rules = packed.rules.map(
    (rule) => withLists(rule, (list) => ({ get: () => wordsOf(list) })) as unknown as ScanRule,
  );
  const wordings = packed.wordings.map((wording): Wording => ({ ...wording, rule: rules[wording.rule]! }));
  const families = packed.families.map(
    ({ rule, family, firstSlot }): CompiledFamily => ({
      rule: rules[rule]!,
      family: rules[rule]!.families![family] as Family,
      firstSlot,
    }),
  );
  yield;
  const patterns = packed.patterns.split(LINE);
  const uses = unpackedTables(packed.uses) as Lexicon['uses'];
  yield;
  const automaton = unpackedTables(packed.automaton) as Lexicon['automaton'];
  yield;
  return {
    fold: textTable(packed.fold) as Lexicon['fold'],
    alert: textTable(packed.alert) as Lexicon['alert'],
    automaton,
    patterns,
    uses,
    families,
    wordings,
    slotFamily: slotFamilies(families),
    // Numbers below the first symbol are kinds, which no character stands for.
    characterOf: [...Array<string>(FIRST_SYMBOL), ...packed.characterOf.split(LINE)],
  };
}
