import { type Evasion, type Finding, isConcealed } from './finding.ts';
import type { PageSigns } from './page-signs.ts';

/** What makes a page's claims weigh more; each is shown to the officer with its words, none is a score. */
export type SupportSign =
  | 'strong-claim'
  | 'several-rules'
  | 'evasive-spelling'
  | 'hidden-claim'
  | 'no-licence'
  | 'token-price'
  | 'off-platform-contact'
  | 'telephone';

export interface VerdictSign {
  sign: SupportSign;
  /** The page's own words it rests on, at most three; empty for what is missing. */
  quotes: readonly string[];
}

/**
 * How much the page's claims weigh together: `weak` a common advertising word with little beside it, `medium` a strong claim
 * alone or weak ones that two other signs support, `strong` a strong claim with at least one other sign.
 */
export type Strength = 'none' | 'weak' | 'medium' | 'strong';

/** What the product says of a page: a suspicion with what it rests on. A person decides. */
export interface Verdict {
  strength: Strength;
  signs: readonly VerdictSign[];
}

type Judged = Pick<Finding, 'disposition' | 'level' | 'ruleId' | 'hidden' | 'channel' | 'evasions' | 'matchedText'> & {
  /** Put aside by a person: not counted. */
  dismissed?: boolean;
};

/** Spellings that nobody chooses by accident; traditional characters and line breaks are ordinary writing. */
const DELIBERATE: ReadonlySet<Evasion> = new Set([
  'invisible',
  'separator',
  'hidden-filler',
  'look-alike',
  'pinyin',
  'initials',
  'homophone',
  'split-character',
  'bidi',
]);

const MOST_QUOTES = 3;
const quotesOf = (claims: readonly Judged[]) =>
  [...new Set(claims.map((claim) => claim.matchedText))].slice(0, MOST_QUOTES);
const sign = (name: SupportSign, quotes: readonly string[] = []): VerdictSign => ({ sign: name, quotes });

/** One claim of each rule. */
const firstOfEachRule = (claims: readonly Judged[]) => [
  ...new Map([...claims].reverse().map((claim) => [claim.ruleId, claim])).values(),
];

/** The verdict on a page from its findings and the signs of its text; a page without a claim has none. */
export function pageVerdict(findings: readonly Judged[], page: PageSigns): Verdict {
  const claims = findings.filter((finding) => finding.disposition === 'claim' && !finding.dismissed);
  if (claims.length === 0) return { strength: 'none', signs: [] };

  const strong = claims.filter((claim) => claim.level === 'strong');
  const rules = firstOfEachRule(claims);
  const evasive = claims.filter((claim) => claim.evasions.some((evasion) => DELIBERATE.has(evasion)));
  const hidden = claims.filter(isConcealed);
  const support = [
    ...(rules.length > 1 ? [sign('several-rules', quotesOf(rules))] : []),
    ...(evasive.length > 0 ? [sign('evasive-spelling', quotesOf(evasive))] : []),
    ...(hidden.length > 0 ? [sign('hidden-claim', quotesOf(hidden))] : []),
    ...(page.licence === undefined ? [sign('no-licence')] : []),
    ...(page.tokenPrice === undefined ? [] : [sign('token-price', [page.tokenPrice])]),
    ...(page.offPlatformContact === undefined ? [] : [sign('off-platform-contact', [page.offPlatformContact])]),
  ];
  // A telephone number is every firm's ordinary contact: told, for the file, and not weighed.
  const told = page.telephone === undefined ? [] : [sign('telephone', [page.telephone])];
  if (strong.length > 0) {
    const signs = [sign('strong-claim', quotesOf(strong)), ...support, ...told];
    return { strength: support.length > 0 ? 'strong' : 'medium', signs };
  }
  return { strength: support.length > 1 ? 'medium' : 'weak', signs: [...support, ...told] };
}
