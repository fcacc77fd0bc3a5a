import type { Evasion } from './finding.ts';
import { figuresOf, plainForm } from './fold.ts';
import { LOOK_ALIKES } from './variants/look-alike-variants.ts';
import { SPLIT_CHARACTERS } from './variants/split-characters.ts';
import { SYLLABLE_STARTS } from './variants/syllables.ts';
import { TRADITIONAL_FORMS } from './variants/traditional.ts';

/** Characters of everyday grammar: as a homophone they would turn ordinary sentences into phrases. */
const GRAMMAR = new Set(
  '的一是不在了有和人这中大为上个国我以要他时来用们到说于就也那得着下自之年都而能对可与被把让从很更最',
);

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const words = (data: string) => data.trim().split(/\s+/);

/** Simplified character → its traditional and variant forms. */
export const traditionalForms = once(() => new Map(words(TRADITIONAL_FORMS).map((word) => [word[0]!, word.slice(1)])));

const simplifiedForms = once(() => {
  const simplified = new Map<string, string>();
  for (const [plain, forms] of traditionalForms()) for (const form of forms) simplified.set(form, plain);
  return simplified;
});

/** Character → the characters taken for it at a glance. */
export const lookAlikes = once(() => {
  const alike = new Map<string, string>();
  for (const word of words(LOOK_ALIKES)) alike.set(word[0]!, (alike.get(word[0]!) ?? '') + word.slice(1));
  return alike;
});

/** Two halves → the character read from them. */
export const splitPairs = once(() => new Map(words(SPLIT_CHARACTERS).map((word) => [word.slice(1), word[0]!])));

/** Characters of the first level of GB 2312 by toneless syllable; the level is ordered by reading. */
export const homophones = once(() => {
  const bytes = new Uint8Array(2 * 3755);
  for (let index = 0; index < 3755; index++) {
    bytes[2 * index] = 0xb0 + Math.floor(index / 94);
    bytes[2 * index + 1] = 0xa1 + (index % 94);
  }
  const level = new TextDecoder('gbk').decode(bytes);
  const bySyllable = new Map<string, string>();
  const starts = words(SYLLABLE_STARTS).map((start) => [start.slice(0, -1), level.indexOf(start.at(-1)!)] as const);
  starts.forEach(([syllable, from], index) => {
    bySyllable.set(syllable, level.slice(from, starts[index + 1]?.[1]));
  });
  return bySyllable;
});

const syllables = once(() => {
  const byCharacter = new Map<string, string>();
  for (const [syllable, characters] of homophones()) for (const one of characters) byCharacter.set(one, syllable);
  return byCharacter;
});

/** Makes the tables above, one at a time: made when first needed, they would fall together into one long task. */
export function* prepareVariants(): Generator<void, void> {
  for (const table of [traditionalForms, simplifiedForms, lookAlikes, splitPairs, homophones, syllables]) {
    table();
    yield;
  }
}

/** The character that phrases are written in: plain shape, lower case, simplified. */
export function canonicalCharacter(character: string): string {
  const plain = plainForm(character);
  return simplifiedForms().get(plain) ?? plain;
}

const simplifiedCodes = once(() => {
  const codes = new Uint16Array(0x10000);
  for (const [form, plain] of simplifiedForms()) {
    const code = form.charCodeAt(0);
    if (form.length === 1 && code >= 0x3400 && code <= 0x9fff) codes[code] = plain.charCodeAt(0);
  }
  return codes;
});

/** Whether every character is simplified and of plain shape, by a look-up each: most texts are, and need no rewriting. */
function isSimplified(text: string): boolean {
  const codes = simplifiedCodes();
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x2e80 || (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x3020)) continue;
    if (code >= 0x3400 && code <= 0x9fff ? codes[code] !== 0 : !isWideMark(code)) return false;
  }
  return true;
}

/** Full-width punctuation, which is no other shape of a letter or figure. */
const isWideMark = (code: number) => (code >= 0xff01 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff20);

/** A text in simplified characters of plain shape; places stay valid. */
export function simplifiedText(text: string): string {
  if (isSimplified(text)) return text;
  return text.replace(/[\p{Script=Han}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (written) => {
    const plain = canonicalCharacter(written);
    return plain.length === written.length ? plain : written;
  });
}

/** Toneless reading of a character (lü is written lv), for the common characters; others have none here. */
export function syllableOf(character: string): string | undefined {
  return syllables().get(character) ?? syllables().get(canonicalCharacter(character));
}

/** Common characters: those that ordinary text is made of, by GB 2312's first level. */
export function isCommon(character: string): boolean {
  return syllables().has(character);
}

/** Characters that sound like `character` and could stand for it; grammar words are left out. */
export function soundAlikes(character: string): readonly string[] {
  const syllable = syllableOf(character);
  if (!syllable) return [];
  return [...homophones().get(syllable)!].filter((other) => other !== character && !GRAMMAR.has(other));
}

/**
 * How the page's character can be read as the one meant: null when it is the same, the evasion when it is a variant,
 * undefined when it is another character.
 */
export function explain(written: string, meant: string): Evasion | null | undefined {
  if (written === meant || written.toLowerCase() === meant) return null;
  const plain = plainForm(written);
  if (plain === meant || figuresOf(written).includes(meant)) return 'width';
  const simplified = simplifiedForms().get(plain) ?? plain;
  if (simplified === meant) return 'traditional';
  const alike = lookAlikes().get(meant);
  if (alike?.includes(written) || alike?.includes(simplified)) return 'look-alike';
  const reading = syllables().get(simplified);
  return reading !== undefined && reading === syllables().get(meant) ? 'homophone' : undefined;
}
