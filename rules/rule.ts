import type { LegalReference } from './legal-basis.ts';

/** How much a claim weighs: `strong` (重点) flags a page alone, `weak` (一般) is read with its context. */
export const LEVELS = ['strong', 'weak'] as const;

export type Level = (typeof LEVELS)[number];

/** How much a signal's words say alone: `firm` a claim wherever a seller asserts it, `fair` often one, `loose` seldom without others. */
export const FORCES = ['firm', 'fair', 'loose'] as const;

export type Force = (typeof FORCES)[number];

/**
 * The four families of the notice, and what is said of papers of persons and construction qualifications, whatever the rule; labels
 * live in the locale files under `category_<id>`.
 */
export const CATEGORIES = [
  'fake-certification',
  'false-promise',
  'absolute-terms',
  'forgery-trading',
  'personal-papers',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** One wording and where it was published; `source` falls back to the rule's own. */
export interface Phrase {
  text: string;
  source?: string;
}

/**
 * One place in a claim family: the words that may stand there, or the names of shared word lists of the pack.
 * A word that begins with a digit does not match behind another digit (3天 is not in 13天).
 */
export interface Slot {
  anyOf?: readonly string[];
  /** Names of shared word lists of the pack, added to `anyOf`. */
  lists?: readonly string[];
  optional?: boolean;
}

/** A claim family: slots that follow each other in one clause, at most `maxGap` characters apart. */
export interface Family {
  slots: readonly Slot[];
  /** Characters allowed between neighbouring slots. */
  maxGap: number;
  /** One comma may stand between neighbouring slots, and the object anywhere in their sentence: 证书，最快三天到手. */
  acrossComma?: boolean;
  /** The slots may be filled in any order (不用寄样品, 样品不用寄); {@link expandWords} writes one family for each order. */
  anyOrder?: boolean;
  /** Words of which at least one must stand in the same clause (the object: certificate, report, audit …). */
  requires?: { anyOf?: readonly string[]; lists?: readonly string[] };
  /** The object may stand anywhere in the sentence, while the slots keep to one clause: 天猫质检报告，实验室直接出，不看货. */
  objectInSentence?: boolean;
}

/**
 * One record of data: what is looked for, what it means, why, and its proof. A pack whose own examples fail does not load.
 */
export interface Rule {
  /** `<category>/<kebab-name>`, unique in all packs. */
  id: string;
  category: Category;
  level: Level;
  /** Short Chinese name shown in lists. */
  name: string;
  phrases?: readonly Phrase[];
  families?: readonly Family[];
  /** Families in one line each, see utils/grammar/template.ts: `(证书|认证) (终身有效|免年检) <4`. */
  templates?: readonly string[];
  /** Makes the rule a signal: broad words that the judge weighs, by how much they say alone. */
  force?: Force;
  /** Longer innocent wordings that cover a hit (保证书, 权威认证机构名录 …); longest cover wins. */
  allow?: readonly string[];
  /** Why it is suspect, one Chinese sentence for the officer. */
  message: string;
  /** Known exceptions, one Chinese sentence. */
  exceptions: string;
  /** What to check next, one Chinese sentence. */
  advice: string;
  legalBasis: readonly LegalReference[];
  /** Where the wording was published. */
  source: string;
  examples: { hit: readonly string[]; miss: readonly string[] };
  /** Off until switched on by the office. */
  disabled?: boolean;
}

/** What a scan needs of a rule: what only readers need stays behind. */
export interface ScanRule
  extends Pick<Rule, 'id' | 'category' | 'level' | 'name' | 'families' | 'force' | 'legalBasis'> {
  phrases?: readonly Pick<Phrase, 'text'>[];
}

/** A versioned set of rules. Its digest (SHA-256 of the canonical JSON) is recorded in every evidence item. */
export interface RulePack {
  id: string;
  version: string;
  name: string;
  /** Word lists shared by the families of the pack. `{name}` inside a word stands for every word of the list `name`. */
  lists?: Readonly<Record<string, readonly string[]>>;
  rules: readonly Rule[];
}

/** What identifies a loaded pack in records and reports. */
export interface RulePackStamp {
  id: string;
  version: string;
  sha256: string;
}
