import type { ScanRule } from '../../rules/rule.ts';
import type { Lexicon, Wording } from './compile.ts';
import type { CompiledFamily } from './compiled-family.ts';
import { FIRST_SYMBOL } from './fold.ts';
import { type NumberText, tableText, textTable } from './number-text.ts';
import { slotFamilies } from './slot-chains.ts';

/** The words of a slot or a condition; packed, the number of their list. */
interface Listed {
  anyOf?: unknown;
}

/** Tables by name, and plain numbers. */
type PackedTables = Record<string, number | NumberText>;

/** A compiled lexicon as JSON: lists, rules and wordings stand once and are pointed at by number. */
interface Packed {
  lists: string[];
  /** With numbers in place of lists of words. */
  rules: ScanRule[];
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
  weights: Lexicon['weights'];
}

const LINE = '\n';

/** What a scan needs of a rule: what only readers need stays behind. */
function scanRule(rule: ScanRule): ScanRule {
  const { id, category, level, name, phrases, families, force, legalBasis } = rule;
  return {
    id,
    category,
    level,
    name,
    legalBasis,
    ...(phrases ? { phrases: phrases.map(({ text }) => ({ text })) } : {}),
    ...(families ? { families } : {}),
    ...(force ? { force } : {}),
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

/** All that has a list of words in a rule: many share one. */
function listedIn({ families = [] }: ScanRule): Listed[] {
  const listed: Listed[] = [];
  for (const { slots, requires } of families) listed.push(...slots, ...(requires ? [requires] : []));
  return listed.filter(({ anyOf }) => anyOf !== undefined);
}

/** A rule as it is packed. */
function packedRule(rule: ScanRule, lists: Numbering<string>): ScanRule {
  // Families share slots; each packed one has its own.
  const packed = JSON.parse(JSON.stringify(scanRule(rule))) as ScanRule;
  for (const place of listedIn(packed)) place.anyOf = lists.of((place.anyOf as readonly string[]).join(LINE));
  return packed;
}

/** Gives a packed rule its words back, in place. */
function giveWords(rule: ScanRule, wordsOf: (list: number) => readonly string[]): void {
  for (const place of listedIn(rule)) {
    const list = place.anyOf as number;
    Object.defineProperty(place, 'anyOf', { get: () => wordsOf(list), enumerable: true });
  }
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
    rules: rules.things.map((rule) => packedRule(rule, lists)),
    lists: lists.things,
    patterns: lexicon.patterns.join(LINE),
    uses: packedTables(lexicon.uses),
    characterOf: lexicon.characterOf.slice(FIRST_SYMBOL).join(LINE),
    fold: tableText(lexicon.fold),
    alert: tableText(lexicon.alert),
    automaton: packedTables(lexicon.automaton),
    weights: lexicon.weights,
  };
  return JSON.stringify(packed);
}

/** The lexicon of a packed one; its rules hold what a scan needs of them. In steps of about a millisecond. */
export function* unpackSteps(text: string): Generator<void, Lexicon> {
  const packed = JSON.parse(text) as Packed;
  yield;
  const wordsOf = lateLists(packed.lists);
  const { rules } = packed;
  for (const rule of rules) {
    giveWords(rule, wordsOf);
    yield;
  }
  const wordings = packed.wordings.map((wording): Wording => ({ ...wording, rule: rules[wording.rule]! }));
  const families = packed.families.map(
    ({ rule, family, firstSlot }): CompiledFamily => ({
      rule: rules[rule]!,
      family: rules[rule]!.families![family]!,
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
    weights: packed.weights,
  };
}
