import type { Family, RulePack, ScanRule } from '../../rules/rule.ts';
import judgeWeights from '../../rules/weights/judge.json' with { type: 'json' };
import type { JudgeWeights } from '../judge/weights.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';
import type { CompiledFamily } from './compiled-family.ts';
import { compatibleForms, FIRST_SYMBOL, Kind, kindTable } from './fold.ts';
import { slotFamilies } from './slot-chains.ts';
import { codeOf, Use, type Uses, useOf, usesTable } from './uses.ts';
import { canonicalCharacter, lookAlikes, soundAlikes, splitPairs, syllableOf, traditionalForms } from './variants.ts';

/** A wording of a rule, in canonical characters, one per symbol. */
export interface Wording {
  rule: ScanRule;
  /** As the pack writes it. */
  text: string;
  /** Canonical characters: plain shape, lower case, simplified, without spaces and punctuation. */
  characters: string;
  /** The pack's own text carries punctuation or spaces, so a match may too. */
  punctuated: boolean;
}

/** Everything that a scan needs of the packs. */
export interface Lexicon {
  /** UTF-16 code unit → kind or symbol. */
  fold: Uint16Array;
  automaton: Automaton;
  /** Canonical characters of each pattern, one per symbol. */
  patterns: readonly string[];
  uses: Uses;
  /** Per state: 0 nothing to do while detecting, 1 slot words only, 2 a place worth a careful reading. */
  alert: Uint8Array;
  families: readonly CompiledFamily[];
  wordings: readonly Wording[];
  /** Slot → its family. */
  slotFamily: readonly number[];
  /** The canonical character of each symbol. */
  characterOf: readonly string[];
  /** What was learnt to judge the hits by: it travels with the rules, once for all frames. */
  weights: JudgeWeights;
}

/** Fewest syllables of a phrase that is also looked for in pinyin or by sound. */
export const SHORTEST_SOUNDED = 3;
const SHORTEST_INITIALS = 4;
const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Writes texts in canonical characters: spaces and punctuation that no phrase needs are dropped. Word lists repeat much. */
class Canon {
  readonly kinds = kindTable();
  readonly #known = new Map<string, { characters: string; punctuated: boolean }>();

  write(text: string): { characters: string; punctuated: boolean } {
    let written = this.#known.get(text);
    if (!written) {
      written = this.#write(text);
      this.#known.set(text, written);
    }
    return written;
  }

  #write(text: string): { characters: string; punctuated: boolean } {
    let characters = '';
    let punctuated = false;
    for (const one of text) {
      const character = canonicalCharacter(one);
      // A percent sign carries meaning in 100%通过; other marks do not.
      if (character === '%' || (character.length === 1 && this.kinds[character.charCodeAt(0)] === Kind.other)) {
        characters += character;
      } else punctuated = true;
    }
    return { characters, punctuated };
  }
}

/** Symbols given to characters in the order in which they are first needed. */
class Alphabet {
  readonly fold: Uint16Array;
  #next = FIRST_SYMBOL;
  readonly symbols = new Map<string, number>();

  constructor(fold: Uint16Array) {
    this.fold = fold;
    for (const character of LETTERS_AND_DIGITS) this.symbolOf(character);
  }

  get size(): number {
    return this.#next;
  }

  symbolOf(character: string): number {
    let symbol = this.symbols.get(character);
    if (symbol === undefined) {
      symbol = this.#next++;
      this.symbols.set(character, symbol);
      this.fold[character.charCodeAt(0)] = symbol;
    }
    return symbol;
  }

  /** Lets another character stand for this symbol, unless it has a meaning of its own. */
  also(written: string, symbol: number): void {
    const code = written.charCodeAt(0);
    if (this.fold[code] === Kind.other) this.fold[code] = symbol;
  }
}

/** The patterns of the automaton, each once, with all that they are used for. */
class Patterns {
  readonly list: string[] = [];
  readonly symbols: number[][] = [];
  readonly uses: number[][] = [];
  readonly #byText = new Map<string, number>();
  readonly #ofList = new Map<readonly string[], number[]>();
  readonly #alphabet: Alphabet;
  readonly #canon: Canon;

  constructor(alphabet: Alphabet, canon: Canon) {
    this.#alphabet = alphabet;
    this.#canon = canon;
  }

  /** @param code see {@link codeOf} */
  add(characters: string, code: number): void {
    if (characters !== '') this.uses[this.#of(characters)]!.push(code);
  }

  /** Adds every word of a list; families share lists, so each is written in canonical characters once. */
  addList(words: readonly string[], code: number): void {
    let list = this.#ofList.get(words);
    if (!list) {
      list = [];
      for (const word of words) {
        const { characters } = this.#canon.write(word);
        if (characters !== '') list.push(this.#of(characters));
      }
      this.#ofList.set(words, list);
    }
    for (const pattern of list) this.uses[pattern]!.push(code);
  }

  #of(characters: string): number {
    let pattern = this.#byText.get(characters);
    if (pattern === undefined) {
      pattern = this.list.push(characters) - 1;
      this.#byText.set(characters, pattern);
      this.uses.push([]);
      const symbols: number[] = [];
      for (const character of characters) symbols.push(this.#alphabet.symbolOf(character));
      this.symbols.push(symbols);
    }
    return pattern;
  }
}

function addFamily(family: Family, rule: ScanRule, patterns: Patterns, compiled: CompiledFamily[]): void {
  const index = compiled.length;
  const last = compiled.at(-1);
  const firstSlot = last ? last.firstSlot + last.family.slots.length : 0;
  compiled.push({ rule, family, firstSlot });
  for (const [slot, { anyOf = [] }] of family.slots.entries()) {
    patterns.addList(anyOf, codeOf(Use.slot, firstSlot + slot));
  }
  patterns.addList(family.requires?.anyOf ?? [], codeOf(Use.object, index));
}

const PAUSE = /[，。；：！？、,;:!?]/;

/** Exceptions, by whether a pause stands in their own words: only those are read across one. */
function addExceptions(words: readonly string[], patterns: Patterns): void {
  for (const paused of [false, true]) {
    patterns.addList(
      words.filter((word) => PAUSE.test(word) === paused),
      codeOf(Use.allow, paused ? 1 : 0),
    );
  }
}

/** Lets every shape, traditional form, look-alike and homophone of the lexicon's characters stand for it. */
function foldVariants(alphabet: Alphabet, wordings: readonly Wording[]): void {
  const lexicon = [...alphabet.symbols];
  for (const forms of compatibleForms()) {
    for (const [code, plain] of forms) {
      const symbol = alphabet.symbols.get(canonicalCharacter(plain));
      // Full-width and circled marks are separators to every other lexicon; here they spell a symbol.
      if (symbol !== undefined) alphabet.fold[code] = symbol;
    }
  }
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    alphabet.fold[letter.charCodeAt(0)] = alphabet.symbols.get(letter.toLowerCase())!;
  }
  for (const [character, symbol] of lexicon) {
    for (const form of traditionalForms().get(character) ?? '') alphabet.also(form, symbol);
  }
  for (const [character, symbol] of lexicon) {
    for (const form of lookAlikes().get(character) ?? '') alphabet.also(form, symbol);
  }
  const weight = new Map<string, number>();
  for (const { characters } of wordings) {
    if (characters.length < SHORTEST_SOUNDED) continue;
    for (const character of characters) weight.set(character, (weight.get(character) ?? 0) + 1);
  }
  // Where several characters of the lexicon sound alike, the most used one speaks for the others of that sound.
  for (const [character] of [...weight].sort((a, b) => b[1] - a[1])) {
    for (const other of soundAlikes(character)) alphabet.also(other, alphabet.symbols.get(character)!);
  }
}

/** Spellings of a phrase with one character replaced by another of the lexicon that looks or sounds like it. */
function replaced(characters: string, alphabet: Alphabet, characterOf: readonly string[]): string[] {
  if (characters.length < SHORTEST_SOUNDED) return [];
  return [...characters].flatMap((character, index) => {
    const own = alphabet.symbols.get(character)!;
    const others = new Set(
      [...(lookAlikes().get(character) ?? ''), ...soundAlikes(character)]
        .map((other) => alphabet.fold[other.charCodeAt(0)]!)
        .filter((symbol) => symbol >= FIRST_SYMBOL && symbol !== own),
    );
    return [...others].map((symbol) => characters.slice(0, index) + characterOf[symbol]! + characters.slice(index + 1));
  });
}

/** Places where a phrase may be spelled in pinyin: three syllables in a row, or one beside a character of the phrase. */
function pinyinHints(characters: string): string[] {
  const syllables = [...characters].map(syllableOf);
  if (characters.length < SHORTEST_SOUNDED || syllables.some((syllable) => syllable === undefined)) return [];
  const hints = [syllables.slice(0, SHORTEST_SOUNDED).join('')];
  for (let index = 0; index + 1 < characters.length; index++) {
    hints.push(characters[index]! + syllables[index + 1], syllables[index] + characters[index + 1]!);
  }
  return hints;
}

/** Compiles rule packs whose words are written out (see rules/expand-words.ts); rules that are switched off are left out, and signals are silent on their words. */
export function compile(packs: readonly RulePack[]): Lexicon {
  const canon = new Canon();
  const alphabet = new Alphabet(canon.kinds.slice());
  const patterns = new Patterns(alphabet, canon);
  const rules = packs.flatMap((pack) => pack.rules.filter((rule) => !rule.disabled));
  for (const { disabled, phrases = [] } of packs.flatMap((pack) => pack.rules)) {
    if (!disabled) continue;
    addExceptions(
      phrases.map(({ text }) => text),
      patterns,
    );
  }
  const wordings: Wording[] = [];
  const families: CompiledFamily[] = [];
  for (const rule of rules) {
    for (const { text } of rule.phrases ?? []) {
      const wording = { rule, text, ...canon.write(text) };
      patterns.add(wording.characters, codeOf(Use.phrase, wordings.push(wording) - 1));
    }
    for (const family of rule.families ?? []) addFamily(family, rule, patterns, families);
    addExceptions(rule.allow ?? [], patterns);
  }
  const inPhrases = new Set(wordings.flatMap((wording) => [...wording.characters]));
  for (const [halves, character] of splitPairs()) {
    if (inPhrases.has(character)) patterns.add(halves, codeOf(Use.hint));
  }
  foldVariants(alphabet, wordings);
  const characterOf: string[] = [];
  for (const [character, symbol] of alphabet.symbols) characterOf[symbol] = character;
  for (const [index, wording] of wordings.entries()) {
    for (const spelling of replaced(wording.characters, alphabet, characterOf)) {
      patterns.add(spelling, codeOf(Use.phrase, index));
    }
    for (const hint of pinyinHints(wording.characters)) patterns.add(hint, codeOf(Use.hint));
    const initials = [...wording.characters].map((character) => syllableOf(character)?.[0] ?? '').join('');
    if (initials.length >= SHORTEST_INITIALS && initials.length === wording.characters.length) {
      patterns.add(initials, codeOf(Use.initials, index));
    }
  }
  const automaton = buildAutomaton(patterns.symbols, alphabet.size);
  const uses = usesTable(patterns.uses);
  return {
    fold: alphabet.fold,
    automaton,
    patterns: patterns.list,
    uses,
    alert: alerts(automaton, uses),
    families,
    wordings,
    slotFamily: slotFamilies(families),
    characterOf,
    weights: judgeWeights,
  };
}

/** How a pattern of each use alerts the detector. */
const ALERT: Readonly<Record<Use, number>> = {
  [Use.allow]: 0,
  [Use.object]: 0,
  [Use.slot]: 1,
  [Use.phrase]: 2,
  [Use.initials]: 2,
  [Use.hint]: 2,
};

/** What the detector does at each state, so that its inner loop reads one byte. */
function alerts(automaton: Automaton, { setOf, from, codes }: Uses): Uint8Array {
  const own = Uint8Array.from(setOf, (set) =>
    codes.subarray(from[set], from[set + 1]).reduce((most, code) => Math.max(most, ALERT[useOf(code)]), 0),
  );
  const alert = new Uint8Array(automaton.states);
  for (let state = 1; state < automaton.states; state++) alert[state] = alertAt(automaton, own, state);
  return alert;
}

function alertAt({ pattern, emits, fail }: Automaton, own: Uint8Array, state: number): number {
  let alert = 0;
  for (let at = emits[state]!; at !== 0; at = emits[fail[at]!]!) alert = Math.max(alert, own[pattern[at]!]!);
  return alert;
}
