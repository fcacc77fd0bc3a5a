/** An article cited by a rule. `from`/`until` bound the conduct dates (ISO 8601, inclusive) to which the numbering applies. */
export interface LegalReference {
  /** Key of {@link LAWS}. */
  law: LawId;
  /** The article as it is cited, 第六十一条. */
  article: string;
  from?: string;
  until?: string;
}

/** A law as the product cites it. Only texts that were read in full are listed; see each `source`. */
export interface Law {
  /** Full name without the book-title marks. */
  name: string;
  /** The version in force, shown beside each citation. */
  version: string;
  /** Where the text was read. */
  source: string;
}

export type LawId =
  | 'advertising-law'
  | 'certification-regulation'
  | 'anti-unfair-competition-law'
  | 'e-commerce-law'
  | 'internet-advertising-measures'
  | 'inspection-supervision-measures'
  | 'inspection-qualification-measures'
  | 'product-quality-law';
