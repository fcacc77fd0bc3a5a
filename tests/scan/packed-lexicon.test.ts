import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { compile } from '../../utils/scan/compile.ts';
import { tableText, textTable } from '../../utils/scan/number-text.ts';
import { packLexicon, unpackSteps } from '../../utils/scan/packed-lexicon.ts';
import { createScanner, unpackScanner } from '../../utils/scan/scanner.ts';
import { atOnce } from './at-once.ts';

describe('a table of numbers as text', () => {
  it.each([
    ['small numbers', Uint8Array.of(0, 255, 3)],
    ['long runs', new Uint16Array(65536).fill(7, 100, 60000)],
    ['numbers below zero', Int32Array.of(-1, 5, -1, 0)],
    ['numbers beyond one character', Int32Array.from({ length: 300 }, (_, index) => index * 1_000_003 - 1)],
    ['beyond one character, in runs', new Int32Array(100_000).fill(2_000_000_000, 5)],
    ['nothing', new Int32Array(0)],
  ])('comes back with %s', (_, table) => {
    const text = tableText(table);
    expect(textTable(JSON.parse(JSON.stringify(text)))).toEqual(table);
    // Chromium refuses scripts with half characters in them.
    expect(text.text).not.toMatch(/[\ud800-\uffff]/);
  });
});

describe('a packed lexicon', () => {
  const lexicon = compile(BUILT_IN_PACKS);
  const packed = packLexicon(lexicon);

  it('is the lexicon as compiled, its rules without what only readers need', () => {
    const unpacked = atOnce(unpackSteps(packed));
    expect({ ...unpacked, families: [], wordings: [] }).toEqual({ ...lexicon, families: [], wordings: [] });
    expect(unpacked.families.map(({ family, firstSlot }) => ({ family, firstSlot }))).toEqual(
      lexicon.families.map(({ family, firstSlot }) => ({ family, firstSlot })),
    );
    for (const text of ['exceptions', 'advice', 'examples', 'message', 'source']) {
      expect(unpacked.wordings.concat(unpacked.families as never).some(({ rule }) => text in rule)).toBe(false);
    }
  });

  it('finds all that the packs find, word for word', () => {
    const [fresh, unpacked] = [createScanner(BUILT_IN_PACKS), atOnce(unpackScanner(packed))];
    for (const { rules } of BUILT_IN_PACKS) {
      for (const text of rules.flatMap(({ examples }) => [...examples.hit, ...examples.miss])) {
        expect(unpacked.scanText(text)).toEqual(fresh.scanText(text));
      }
    }
  });

  it('is the same every time', () => expect(packLexicon(compile(BUILT_IN_PACKS))).toBe(packed));
});
