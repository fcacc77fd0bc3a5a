import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A pattern of the product, with the file that holds it. */
export interface Pattern {
  file: string;
  pattern: RegExp;
}

/** Rooms whose modules are loaded for the patterns that they put together: words of a page or a bundle may come anywhere. */
const LOADED = ['rules', 'utils'];

/** Rooms whose files are read for the patterns that they write down. */
const READ = [...LOADED, 'components', 'entrypoints'];

const LITERAL =
  /(?<=(?:^|[=(,:;!&|?[{}]|=>|return|yield)\s*)\/(?![*/])((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm;

const sources = (room: string) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** The patterns written down in the files of the rooms. */
export function written(): Pattern[] {
  return READ.flatMap(sources).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(LITERAL)].flatMap(([, source, flags]) => {
      try {
        return [{ file, pattern: new RegExp(source!, flags) }];
      } catch {
        return [];
      }
    }),
  );
}

/** The patterns that modules put together when they are loaded. */
async function composed(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Plain = RegExp;
  let file = '';
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, args, made) {
      const pattern = Reflect.construct(target, args, made) as RegExp;
      const caller = new Error().stack?.split('\n')[2] ?? '';
      // Packages put together patterns of their own, over files that we write.
      if (!caller.includes('node_modules')) found.push({ file, pattern });
      return pattern;
    },
  });
  try {
    for (file of LOADED.flatMap(sources)) {
      // Modules that want a document cannot be loaded here; what they write down was read above.
      await import(pathToFileURL(resolve(file)).href).catch(() => undefined);
    }
  } finally {
    globalThis.RegExp = Plain;
  }
  return found;
}

/** All patterns of the rooms, each once. */
export async function patterns(): Promise<Pattern[]> {
  const all = new Map<string, Pattern>();
  for (const one of [...written(), ...(await composed())]) all.set(`${one.pattern.source}/${one.pattern.flags}`, one);
  return [...all.values()];
}

/** Characters that stand for the classes of a pattern. */
const STANDING: readonly (readonly [RegExp, string])[] = [
  [/\\s/, ' \n'],
  [/\\d|0-9/, '1'],
  [/\\w|a-z|A-Z/, 'aA'],
  [/Script=Han|\\u4e00|一-/, '证'],
  [/\.[*+{]|\[\^/, '甲'],
  [/\\p\{L\}/, 'ä'],
];

const MOST_CHARACTERS = 14;

/** The characters that a pattern speaks of, and what stands for its classes. */
export function alphabetOf({ source }: RegExp): string[] {
  const literal = source
    .replace(/\\u\{?([0-9a-f]{4,5})\}?/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\[sdwbpPSDWBnrtx](?:\{[^}]*\})?|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d*,?\d*\}/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[()[\]|?*+^$]/g, ' ');
  const standing = STANDING.flatMap(([wanted, standing]) => (wanted.test(source) ? [...standing] : []));
  return [...new Set([...standing, ...literal])].filter((char) => char !== '').slice(0, MOST_CHARACTERS);
}

/** Words that a pattern spells out, to open a text with. */
const wordsOf = ({ source }: RegExp) =>
  [...new Set(source.match(/[\u4e00-\u9fff]{2,4}|[A-Za-z]{3,}/g) ?? [])].slice(0, 2);

/** Texts of about `length` characters that make a pattern go back as often as it can, by name. */
export function* worstTexts(pattern: RegExp, length: number): Generator<readonly [name: string, text: string]> {
  const alphabet = alphabetOf(pattern);
  const words = wordsOf(pattern);
  for (const char of alphabet) {
    const run = char.repeat(length);
    yield [`${char}…`, `${run}\u0001`];
    for (const word of words) yield [`${word}${char}…`, `${word}${run}\u0001`];
  }
  for (const [index, char] of alphabet.slice(1).entries()) {
    const pair = `${alphabet[index]}${char}`;
    yield [`${pair}…`, `${pair.repeat(length / 2)}\u0001`];
  }
  for (const word of words) {
    yield [`${word}…`, `${word.repeat(length / word.length)}\u0001`];
    const spread = `${word}${'甲'.repeat(50)}`;
    yield [`${word}甲×50…`, spread.repeat(length / spread.length)];
    const far = `${word}${'甲'.repeat(410)}`;
    yield [`${word}甲×410…`, far.repeat(length / far.length)];
  }
}

/** Milliseconds of this process's own time that a run takes; the least of some tries. */
export function cost(run: () => void, tries = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < tries; count += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const PROBE = 8_000;
/** Milliseconds for {@link PROBE} characters below which nothing grows with the square: that would cost ten times as much. */
const NOTHING = 2;
const MOST_GROWTH = 2.3;

function search(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.test(text);
}

/** The worst texts on which a pattern costs more than {@link MOST_GROWTH} times as much for twice the length, up to 100,000 characters. */
export function* growsPast(plain: RegExp): Generator<string> {
  const pattern = new RegExp(plain.source, plain.flags.replace('y', ''));
  for (const [name, text] of worstTexts(pattern, PROBE)) {
    if (cost(() => search(pattern, text), 1) < NOTHING || cost(() => search(pattern, text)) < NOTHING) continue;
    const textOf = (length: number) => [...worstTexts(pattern, length)].find((one) => one[0] === name)![1];
    for (let length = PROBE; length <= 100_000; length *= 2) {
      const [one, twice] = [textOf(length), textOf(2 * length)];
      const grows = () => {
        const whole = cost(() => search(pattern, twice));
        return whole > NOTHING && whole / cost(() => search(pattern, one)) > MOST_GROWTH;
      };
      // Twice more before it is believed: another process may have had the machine.
      if (grows() && grows() && grows()) {
        yield name;
        break;
      }
    }
  }
}
