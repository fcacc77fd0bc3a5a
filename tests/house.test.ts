import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALONE, SECOND_LANE } from './e2e/lanes.ts';
import { written } from './torture/patterns.ts';

/** The rooms of the house, lowest floor first: a file may import from its own floor or below, never upward. */
const FLOORS = [
  ['utils/base', 'utils/grammar'],
  ['rules'],
  ['utils/judge', 'utils/scan', 'utils/certificate', 'utils/lists', 'utils/evidence', 'utils/party'],
  ['utils/backup', 'utils/bundle', 'utils/documents', 'utils/replay', 'utils/patrol', 'utils/pool'],
  ['utils/recognition'],
  ['utils/pdf'],
  ['utils/reports'],
  ['utils/page'],
  ['utils/store'],
  ['utils/casework'],
  ['utils/messages'],
  ['utils/background'],
  ['utils/tabs'],
  ['utils/capture'],
  ['utils/visits'],
  ['utils/live'],
  ['components'],
  ['entrypoints', 'cli'],
];

/** Only these may touch `browser.*` (through `#imports`) or IndexedDB. */
const BROWSER_ROOMS = [
  'utils/base/i18n.ts',
  'utils/store',
  'utils/casework',
  'utils/messages',
  'utils/background',
  'utils/tabs',
  'utils/capture',
  'utils/visits',
  'utils/live',
  'entrypoints',
  'cli',
];

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What came after Chrome 109, the floor: the build target lowers syntax, but no built-in function. */
const ABOVE_THE_FLOOR = [
  /\bURL\.canParse\b/, // 120
  /\bPromise\.withResolvers\b/, // 119
  /\bArray\.fromAsync\b/, // 121
  /\b(?:Object|Map)\.groupBy\b/, // 117
  /\.to(?:Sorted|Reversed|Spliced)\(/, // 110
  /\bAbortSignal\.any\b/, // 116
  /\.(?:isWellFormed|toWellFormed)\(/, // 111
  /\bReadableStream\.from\b/, // 124
  /\bUint8Array\.from(?:Base64|Hex)\b/, // 140
];

const floorOf = (path: string) => FLOORS.findIndex((rooms) => rooms.some((room) => path.startsWith(`${room}/`)));

/** What a file imports or exports on, by path, types included. */
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s[^'"]*?['"](\.[^'"]+)['"]|\bimport\('(\.[^']+)'\)/gm),
  ].map(([, still, moving]) => join(file, '..', (still ?? moving)!));

/** Each circle once, as the files along it. */
function circlesOf(ways: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    const seen = path.indexOf(file);
    if (seen >= 0) circles.push([...path.slice(seen), file].join(' → '));
    if (seen >= 0 || done.has(file)) return;
    for (const next of ways.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of ways.keys()) walk(file, []);
  return circles;
}

describe('the house', () => {
  const files = FLOORS.flat().flatMap((room) => sources(room));

  it('has a floor for every file', () => {
    const all = ['utils', 'components', 'rules', 'entrypoints', 'cli'].flatMap((folder) => sources(folder));
    expect(all.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('imports run down the floors, those of types too', () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => floorOf(target) > floorOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('bears each name once: entrypoints and commands aside, which are named for what starts them', () => {
    const named = files.filter((file) => !/\/(?:index|main)\.tsx?$|^cli\//.test(file));
    const byName = Map.groupBy(named, (file) => basename(file));
    expect([...byName.values()].filter((places) => places.length > 1)).toEqual([]);
  });

  it('has no circles, not even of types', () => {
    const ways = new Map(files.map((file) => [file, importsOf(file)]));
    expect(circlesOf(ways)).toEqual([]);
  });

  it('only the rooms at the rim know the browser', () => {
    const offenders = files
      .filter((file) => !BROWSER_ROOMS.some((room) => file === room || file.startsWith(`${room}/`)))
      .filter((file) => /from '(#imports|wxt\/|webextension-polyfill)/.test(readFileSync(file, 'utf8')));
    expect(offenders).toEqual([]);
  });

  it('finds every style sheet that it imports', () => {
    const lost = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^import '(\.[^']+\.css)'/gm)]
        .map((match) => join(file, '..', match[1]!))
        .filter((sheet) => !existsSync(sheet)),
    );
    expect(lost).toEqual([]);
  });

  it('uses no built-in function above the floor', () => {
    const offenders = files
      .filter((file) => !file.startsWith('cli/'))
      .filter((file) => ABOVE_THE_FLOOR.some((pattern) => pattern.test(readFileSync(file, 'utf8'))));
    expect(offenders).toEqual([]);
  });

  it('writes no pattern of more than 200 characters in one piece: `pattern-parts.ts` puts long ones together', () => {
    const long = written().filter(({ pattern }) => pattern.source.length > 200);
    expect(long.map(({ file, pattern }) => `${file}: /${pattern.source.slice(0, 60)}…/`)).toEqual([]);
  });

  it('runs each end-to-end file in one lane: the lists name files that are there, once', () => {
    const named = [...SECOND_LANE, ...ALONE];
    expect(named.filter((name) => !existsSync(`tests/e2e/${name}.test.ts`))).toEqual([]);
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  it('installs no canvas for Node: pdf.js would like one, and draws in the browser alone', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/@napi-rs\/canvas/);
  });
});
