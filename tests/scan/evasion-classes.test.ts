import { describe, expect, it } from 'vitest';
import { CONFIDENCE } from '../../utils/scan/evasion.ts';
import type { Evasion } from '../../utils/scan/finding.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { EVASION_FIXTURES } from './evasion-fixtures.ts';
import { PACK } from './notice-like-pack.ts';

const all = createScanner([PACK]);
const texts = Object.entries(EVASION_FIXTURES).flatMap(([evasion, fixtures]) =>
  fixtures.flatMap(({ written, ...expected }) =>
    'text' in written ? [[evasion as Evasion, written.text, expected] as const] : [],
  ),
);

describe('every way of writing around a phrase', () => {
  it('has a fixture', () => {
    expect(Object.keys(EVASION_FIXTURES).sort()).toEqual(Object.keys(CONFIDENCE).sort());
    for (const fixtures of Object.values(EVASION_FIXTURES)) expect(fixtures.length).toBeGreaterThan(0);
  });

  it.each(texts)('%s is read in %j, and not when it is left out', (evasion, text, { phrase, confidence }) => {
    const found = (scanner = all) => scanner.scanText(text).filter((finding) => finding.phrase === phrase);
    expect(found()).toMatchObject([{ confidence }]);
    expect(found()[0]!.evasions).toContain(evasion);
    expect(confidence === CONFIDENCE[evasion] || evasion === 'look-alike').toBe(true);
    expect(found(createScanner([PACK], { without: [evasion] }))).toEqual([]);
    const others = (Object.keys(CONFIDENCE) as Evasion[]).filter((other) => !found()[0]!.evasions.includes(other));
    expect(found(createScanner([PACK], { without: others }))).toHaveLength(1);
  });

  it.each(texts)('%s is named by the detector in %j', (_evasion, text) => {
    const detector = all.detector();
    detector.feed(text);
    expect(detector.hits.length).toBeGreaterThan(0);
  });
});
