import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { LAWS } from '../../rules/laws.ts';
import { WRITTEN_PACKS } from '../../rules/written-packs.ts';

const rules = BUILT_IN_PACKS.flatMap((pack) => pack.rules);

describe('the built-in packs', () => {
  it('name every rule once, by its category', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) expect(rule.id).toMatch(new RegExp(`^${rule.category}/[a-z0-9]+(-[a-z0-9]+)*$`));
  });

  it('hold each phrase in one rule only', () => {
    const phrases = rules.flatMap((rule) => (rule.phrases ?? []).map((phrase) => phrase.text));
    expect(phrases.filter((text, index) => phrases.indexOf(text) !== index)).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s says what, why, what else and what next', (_id, rule) => {
    expect((rule.phrases?.length ?? 0) + (rule.families?.length ?? 0)).toBeGreaterThan(0);
    for (const sentence of [rule.message, rule.exceptions, rule.advice]) expect(sentence).toMatch(/^[^!！]{15,}。$/u);
    expect(rule.name.length).toBeLessThanOrEqual(12);
    expect(rule.source).not.toBe('');
    expect(rule.examples.hit.length).toBeGreaterThanOrEqual(3);
    expect(rule.examples.miss.length).toBeGreaterThanOrEqual(3);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s cites laws by article and bounded validity',
    (_id, rule) => {
      expect(rule.legalBasis.length).toBeGreaterThan(0);
      for (const reference of rule.legalBasis) {
        expect(LAWS).toHaveProperty(reference.law);
        expect(reference.article).toMatch(/^第[一二三四五六七八九十百]+条$/);
      }
      const unfair = rule.legalBasis.filter((reference) => reference.law === 'anti-unfair-competition-law');
      for (const reference of unfair) expect(reference.from ?? reference.until).toBeDefined();
    },
  );

  it('leave no list or placeholder behind for the scanner', () => {
    expect(JSON.stringify(BUILT_IN_PACKS)).not.toMatch(/[{]\w+[}]|"lists"/);
    expect(WRITTEN_PACKS.length).toBe(BUILT_IN_PACKS.length);
  });
});
