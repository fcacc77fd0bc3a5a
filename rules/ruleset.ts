import { expandWords } from './expand-words.ts';
import { type Judging, USUAL_JUDGING } from './judging.ts';
import { type CitedArticle, citedOn } from './legal-basis.ts';
import { type OfficePack, withOfficePack } from './office-overlay.ts';
import type { RulePackProblem } from './pack-error.ts';
import type { Rule, RulePack, RulePackStamp } from './rule.ts';

/** The office's pack as it was saved, with its stamp: a content script on an insecure page has no WebCrypto to make one. */
export interface SavedOfficePack {
  pack: OfficePack;
  stamp: RulePackStamp;
  /** The product and the rules that its examples were tried with; absent in what an earlier version kept. */
  testedWith?: string;
  /** Why it is out of force: what a rule pack error says. */
  refused?: { messageKey: RulePackProblem; values: readonly string[] };
}

/** What the office sets of the judge, with its stamp. */
export interface SetJudging {
  judging: Judging;
  stamp: RulePackStamp | null;
}

/** What is said of a rule in words. */
export type RuleWords = Pick<Rule, 'message' | 'exceptions' | 'advice' | 'source'>;

/** What is said of a rule, with the articles that apply on a day. */
export interface Explanation extends RuleWords {
  legalBasis: readonly CitedArticle[];
}

/** The packs in force, the office's own included: what a scan works with, what its record names, and what is said of a finding. */
export interface Ruleset {
  /** Words written out, when first asked for. */
  readonly packs: readonly RulePack[];
  readonly stamps: readonly RulePackStamp[];
  /** What the office sets of the judge; the last of the stamps names it where it is not the usual. */
  readonly judging: Judging;
  /** The rule of an id; undefined when it is in none of the packs any more. */
  rule(ruleId: string): Rule | undefined;
  /** The stamp of the pack that a rule is in. */
  packOf(ruleId: string): RulePackStamp | undefined;
  /** What is said of the rule of an id, by the law of a day (ISO 8601); undefined when it is in none of the packs any more. */
  explain(ruleId: string, day: string): Explanation | undefined;
}

/** One string for a set of stamps: two scans with the same one worked with the same rules. */
export const digestsOf = (stamps: readonly RulePackStamp[]): string => stamps.map(({ sha256 }) => sha256).join(' ');

/** The built-in packs as written with their stamps, overlaid by the office's where it has one. */
export function rulesetOf(
  builtIn: { packs: readonly RulePack[]; stamps: readonly RulePackStamp[] },
  office: SavedOfficePack | null,
  { judging, stamp }: SetJudging = { judging: USUAL_JUDGING, stamp: null },
): Ruleset {
  let packs: readonly RulePack[] | undefined;
  let rules: Map<string, { rule: Rule; packId: string }> | undefined;
  const written = () => {
    const expanded = builtIn.packs.map(expandWords);
    return office ? withOfficePack(expanded, office.pack) : expanded;
  };
  const find = (ruleId: string) => {
    rules ??= new Map(
      ruleset.packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, { rule, packId: pack.id }] as const)),
    );
    return rules.get(ruleId);
  };
  const ruleset: Ruleset = {
    get packs() {
      packs ??= written();
      return packs;
    },
    stamps: [...builtIn.stamps, ...(office ? [office.stamp] : []), ...(stamp ? [stamp] : [])],
    judging,
    rule: (ruleId) => find(ruleId)?.rule,
    packOf: (ruleId) => ruleset.stamps.find(({ id }) => id === find(ruleId)?.packId),
    explain(ruleId, day) {
      const rule = ruleset.rule(ruleId);
      if (!rule) return undefined;
      const { message, exceptions, advice, source, legalBasis } = rule;
      return { message, exceptions, advice, source, legalBasis: citedOn(legalBasis, day) };
    },
  };
  return ruleset;
}
