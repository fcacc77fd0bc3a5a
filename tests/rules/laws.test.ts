import { describe, expect, it } from 'vitest';
import texts from '../../rules/article-texts.json' with { type: 'json' };
import { FURTHER_FIELDS } from '../../rules/further-fields.ts';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { LAW_IDS, LAWS } from '../../rules/laws.ts';
import { cited } from '../../rules/legal-basis.ts';

/** What whoever edits the lists says to themselves, and no officer or court should read. */
const NOTE = /请核对|待核对|待确认|未核实|待查|存疑|核对施行|UNCONFIRMED|MEMORY|TODO|FIXME|[?？]/i;

const versions = LAW_IDS.flatMap((id) =>
  LAWS[id].versions.map((version) => [`${id} ${version.label}`, version] as const),
);
const rules = BUILT_IN_PACKS.flatMap((pack) => pack.rules);

describe('the laws', () => {
  it('have names without marks of their own', () => {
    for (const { name } of Object.values(LAWS)) expect(name).not.toMatch(/[《》]/);
  });

  it.each(versions)('%s: says a fact, with its day and where it was read', (_name, { label, source, from, until }) => {
    expect(label).toMatch(/\d{4}-\d{2}-\d{2}|令第 \d+ 号/);
    expect(label).not.toMatch(NOTE);
    expect(source).toMatch(/^https:\/\//);
    if (from && until) expect(from <= until).toBe(true);
  });

  it('leave no day between two versions without a law', () => {
    for (const { versions: own } of Object.values(LAWS)) {
      for (const [index, older] of own.slice(1).entries()) {
        const newer = own[index]!;
        const nextDay = new Date(Date.parse(`${older.until}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        expect(newer.from! <= nextDay).toBe(true);
      }
    }
  });
});

describe('what reaches a reader of the law', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s cites read articles, without a note to the editor',
    (_id, rule) => {
      for (const reference of rule.legalBasis) {
        const { law, version } = cited(reference);
        const known = LAWS[reference.law].versions.find(({ label }) => label === version);
        expect(known, `${law}${reference.article}`).toBeDefined();
        if (known!.articles) expect(known!.articles).toContain(reference.article);
      }
      const said = [
        rule.message,
        rule.exceptions,
        rule.advice,
        rule.source,
        ...rule.legalBasis.map((one) => cited(one).version),
      ];
      for (const sentence of said) expect(sentence).not.toMatch(/UNCONFIRMED|MEMORY|核对施行|施行日期|待确认/);
      expect(rule.legalBasis.map((one) => cited(one).version).join()).not.toMatch(NOTE);
    },
  );

  it('is free of notes in wordings and in the sources of fields', () => {
    for (const text of Object.values(texts).flatMap((articles) => Object.values(articles)))
      expect(text).not.toMatch(NOTE);
    for (const { source } of FURTHER_FIELDS) expect(source).not.toMatch(NOTE);
  });
});
