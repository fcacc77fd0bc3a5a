import { SHORTEST_SOUNDED, type Wording } from './compile.ts';
import { Gap, type Units } from './units.ts';
import { explain, syllableOf } from './variants.ts';

interface Node {
  next: Map<string, Node>;
  wordings: Wording[];
}

/** The phrases by their syllables, for places where a part is spelled in Latin letters. */
export type SyllableTrie = Node;

export function syllableTrie(wordings: readonly Wording[]): SyllableTrie {
  const root: Node = { next: new Map(), wordings: [] };
  for (const wording of wordings) {
    const syllables = [...wording.characters].map(syllableOf);
    if (syllables.length < SHORTEST_SOUNDED || syllables.some((syllable) => syllable === undefined)) continue;
    let node = root;
    for (const syllable of syllables as string[]) {
      let next = node.next.get(syllable);
      if (!next) {
        next = { next: new Map(), wordings: [] };
        node.next.set(syllable, next);
      }
      node = next;
    }
    node.wordings.push(wording);
  }
  return root;
}

/** A phrase spelled wholly or partly in pinyin: units first … last, both inclusive. */
export interface Spelling {
  wording: Wording;
  first: number;
  last: number;
}

const LETTER = /[a-z]/;
/** Joins letters into addresses, names and longer words. */
const WORD_JOINERS = /[\p{Script=Latin}0-9@_/\\:?=&%+~-]/u;

/** Whether Latin letters at [start, end) stand alone, rather than inside a word, an address or a longer spelling. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (WORD_JOINERS.test(before) || WORD_JOINERS.test(after)) return false;
  return (
    !(/[.·]/.test(before) && /\w/.test(text[start - 2] ?? ' ')) && !(after === '.' && /\w/.test(text[end + 1] ?? ' '))
  );
}

/** Characters beside pinyin are the phrase's own: a homophone there would leave nothing of the phrase. */
function isItself(units: Units, place: number, meant: string): boolean {
  const evasion = explain(units.text.slice(units.at[place], units.to[place]), meant);
  return evasion === null || evasion === 'width' || evasion === 'traditional';
}

/** Phrases whose syllables are spelled, all or some, in Latin letters with or without tone marks and gaps. */
export function spellings(units: Units, letters: readonly string[], trie: SyllableTrie): Spelling[] {
  const found: Spelling[] = [];
  const crosses = (index: number) => (units.gaps[index]! & (Gap.border | Gap.sentence | Gap.clause)) !== 0;

  const follow = (node: Node, index: number, first: number, meant: readonly number[], latin: boolean): void => {
    for (const wording of node.wordings) {
      const own = meant.every((place, order) => place < 0 || isItself(units, place, wording.characters[order]!));
      if (latin && own) found.push({ wording, first, last: index - 1 });
    }
    if (index >= units.at.length || (index > first && crosses(index))) return;
    for (const [syllable, next] of node.next) {
      if (letters[index] === syllable[0]) {
        let matched = 1;
        while (matched < syllable.length && letters[index + matched] === syllable[matched] && !crosses(index + matched))
          matched++;
        if (matched === syllable.length) follow(next, index + matched, first, [...meant, -1], true);
      } else if (letters[index] === '' && syllableOf(units.text.slice(units.at[index], units.to[index])) === syllable) {
        follow(next, index + 1, first, [...meant, index], latin);
      }
    }
  };
  for (let index = 0; index < units.at.length; index++) follow(trie, index, index, [], false);
  return found;
}

/** Each unit's letter, '' for units that are none. */
export function lettersOf(units: Units, characterOf: (symbol: number) => string | undefined): string[] {
  return units.symbols.map((symbol) => {
    const character = characterOf(symbol);
    return character && LETTER.test(character) ? character : '';
  });
}
