import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { createScanner } from '../../../utils/scan/scanner.ts';
import { readFragments } from './corpus.ts';
import { answers, f1Of, sum, tally, wilson } from './score.ts';

const fragment = { id: 'x', class: 'plain', html: '', title: '', claims: ['当天出证'], grey: ['加急认证'] };
const reading = { claims: ['当 天 出 证', '快速出货'], grey: [], characters: 10 };

describe('answers', () => {
  it('compares letters and figures only, two thirds of the shorter in one run', () => {
    expect(answers('当·天 出\u200b证', '当天出证')).toBe(true);
    expect(answers('最快24小时出证', '２４小时出证')).toBe(true);
    expect(answers('快速出货', '快速认证')).toBe(false);
    expect(answers('……', '当天出证')).toBe(false);
  });
});

describe('tally', () => {
  it('counts labels found, claims without a label, and wordings lost from the grey list', () => {
    expect(tally(fragment, reading)).toMatchObject({
      expected: 1,
      found: 1,
      right: 1,
      wrong: 1,
      innocent: 0,
      greyListed: 0,
    });
    const innocent = tally({ ...fragment, claims: [] }, reading);
    expect(innocent).toMatchObject({ innocent: 1, flagged: 1, innocentWrong: 2, innocentCharacters: 10 });
    expect(f1Of(sum([tally(fragment, reading), tally(fragment, reading)]))).toBeCloseTo(2 / 3);
  });
});

describe('wilson', () => {
  it('gives the published interval', () => {
    const [low, high] = wilson(9, 10);
    expect(low).toBeCloseTo(0.596, 3);
    expect(high).toBeCloseTo(0.982, 3);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe('the corpus', () => {
  const parts = { dev: readFragments('dev'), 'held-out': readFragments('held-out') };

  it('has at least 150 fragments, each labelled once, and near half of them without a claim', () => {
    const all = [...parts.dev, ...parts['held-out']];
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(all.filter(({ claims }) => claims.length === 0).length / all.length).toBeGreaterThan(0.4);
    for (const fragments of Object.values(parts)) {
      expect(new Set(fragments.map(({ id }) => id)).size).toBe(fragments.length);
      expect(new Set(fragments.map((one) => one.class)).size).toBeGreaterThanOrEqual(18);
    }
  });

  it('shares no fragment between its parts', () => {
    const tuned = new Set(parts.dev.map(({ html }) => html));
    expect(parts['held-out'].filter(({ html }) => tuned.has(html))).toEqual([]);
  });

  it('is answered by the scanner where the text alone suffices (smoke; npm run quality measures it all)', () => {
    const scanner = createScanner(BUILT_IN_PACKS);
    const text = (html: string) => html.replace(/<[^>]+>/g, '\u2029');
    const claims = (html: string, title: string) =>
      scanner
        .scanText(text(html), { page: scanner.tellPage({ host: '', title, text: text(html) }) })
        .filter((finding) => finding.disposition === 'claim');
    const plain = parts.dev.filter((one) => one.class === 'plain');
    for (const { html, title, claims: labels } of plain) {
      for (const label of labels)
        expect(claims(html, title).some(({ matchedText }) => answers(matchedText, label))).toBe(true);
    }
  });
});
