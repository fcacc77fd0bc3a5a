import type { Family, ScanRule } from '../../rules/rule.ts';
import type { CompiledFamily, Lexicon, Use, Wording } from './compile.ts';
import { FIRST_SYMBOL } from './fold.ts';
import { type NumberText, tableText, textTable } from './number-text.ts';

/** A use with numbers in place of what it points at. */
type PackedUse = Exclude<Use, { wording: Wording }> | { kind: 'phrase' | 'initials'; wording: number };

/** A compiled lexicon as JSON: lists, rules, wordings and sets of uses stand once and are pointed at by number. */
interface Packed {
  lists: string[];
  rules: unknown[];
  families: { rule: number; family: number; firstSlot: number }[];
  wordings: (Omit<Wording, 'rule'> & { rule: number })[];
  uses: PackedUse[][];
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

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && !item.includes(LINE));

/** The value with every list of words replaced by its number: families share long lists. */
function withoutLists(value: unknown, lists: Numbering<string>): unknown {
  if (isList(value)) {
    const words = value.join(LINE);
    return { list: lists.of(words) };
  }
  if (Array.isArray(value)) return value.map((item) => withoutLists(item, lists));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutLists(item, lists)]));
}

function withLists(value: unknown, lists: readonly string[][]): unknown {
  if (Array.isArray(value)) return value.map((item) => withLists(item, lists));
  if (typeof value !== 'object' || value === null) return value;
  if ('list' in value) return lists[value.list as number];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withLists(item, lists)]));
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
    rules: rules.things.map((rule) => withoutLists(scanRule(rule), lists)),
    lists: lists.things,
    uses: uses.things,
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

/** The lexicon of a packed one; its rules hold what a scan needs of them. */
export function unpackLexicon(text: string): Lexicon {
  const packed = JSON.parse(text) as Packed;
  const lists = packed.lists.map((words) => words.split(LINE));
  const rules = packed.rules.map((rule) => withLists(rule, lists) as ScanRule);
  const wordings = packed.wordings.map((wording): Wording => ({ ...wording, rule: rules[wording.rule]! }));
  const families = packed.families.map(
    ({ rule, family, firstSlot }): CompiledFamily => ({
      rule: rules[rule]!,
      family: rules[rule]!.families![family] as Family,
      firstSlot,
    }),
  );
  // In place: thousands of uses stay as they are, and only those of wordings point at something.
  for (const use of packed.uses.flat()) if ('wording' in use) Object.assign(use, { wording: wordings[use.wording]! });
  const uses = packed.uses as unknown as Use[][];
  const usesOf = textTable(packed.usesOf);
  return {
    fold: textTable(packed.fold) as Lexicon['fold'],
    alert: textTable(packed.alert) as Lexicon['alert'],
    automaton: Object.fromEntries(
      Object.entries(packed.automaton).map(([name, part]) => [name, typeof part === 'number' ? part : textTable(part)]),
    ) as unknown as Lexicon['automaton'],
    patterns: packed.patterns.split(LINE).map((characters, index) => ({ characters, uses: uses[usesOf[index]!]! })),
    families,
    wordings,
    slots: packed.slots,
    // Numbers below the first symbol are kinds, which no character stands for.
    characterOf: [...Array<string>(FIRST_SYMBOL), ...packed.characterOf.split(LINE)],
  };
}
