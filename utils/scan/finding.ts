import type { LegalReference } from '../../rules/legal-basis.ts';
import type { Category, Level } from '../../rules/rule.ts';

/** Where a reader meets the words; `meta` is what search engines show of a page and its reader does not see. */
export const CHANNELS = ['text', 'attribute', 'generated', 'form', 'image', 'meta'] as const;

export type Channel = (typeof CHANNELS)[number];

/** Asserted by the page; quoted, warned of, forbidden or asked about; denied; or fallen short of a claim. Only claims flag a page. */
export const DISPOSITIONS = ['claim', 'cited', 'negated', 'possible'] as const;

export type Disposition = (typeof DISPOSITIONS)[number];

/** How the page's characters differ from the phrase; empty for a plain hit. */
export const EVASIONS = [
  'width',
  'traditional',
  'invisible',
  'separator',
  'inline-split',
  'line-break',
  'hidden-filler',
  'ruby',
  'look-alike',
  'pinyin',
  'initials',
  'homophone',
  'split-character',
  'vertical',
  'bidi',
] as const;

export type Evasion = (typeof EVASIONS)[number];

/** What spoke for a finding or a kind of page, or against it, with the page's own words. */
export interface FindingSign {
  id: string;
  /** Chinese. */
  name: string;
  words: string;
  against?: true;
}

/** A rule that fired at a place. A suspicion; a person decides. */
export interface Finding {
  /** Unique in its frame for as long as the page lives; stable while the place does not change. */
  id: string;
  ruleId: string;
  category: Category;
  level: Level;
  /** Chinese name of the rule. */
  ruleName: string;
  /** The canonical phrase, or for a family the matched slots joined. */
  phrase: string;
  /** The page's own characters. */
  matchedText: string;
  disposition: Disposition;
  /** The words that made it cited or negated (警惕, 不得 …). */
  reason?: string;
  /** What weighed most in the decision, the strongest first: the rules whose words it has, and what stands around them. */
  signs?: readonly FindingSign[];
  channel: Channel;
  /** The reader does not see it now (display:none, closed details …). */
  hidden: boolean;
  /** It was shown and went away again. */
  gone: boolean;
  evasions: readonly Evasion[];
  /** Up to 32 characters before and after, as the reader meets them (W3C TextQuoteSelector). */
  prefix: string;
  suffix: string;
  /** Order on the page: ascending in document order. */
  position: number;
  legalBasis: readonly LegalReference[];
  /** Document coordinates in CSS px at report time, if it has a place on the page. */
  rect?: { x: number; y: number; width: number; height: number };
  /** The picture that it was read from: address as the page shows it, natural size and the words' box in px of the picture. */
  picture?: {
    url: string;
    width: number;
    height: number;
    box: { x: number; y: number; width: number; height: number };
  };
}

/** Words in the page's body that it keeps out of sight; what it says of itself for search engines is out of sight by its nature. */
export const isConcealed = ({ hidden, channel }: Pick<Finding, 'hidden' | 'channel'>): boolean =>
  hidden && channel !== 'meta';
