import { articleWording } from './article-text.ts';
import { LAWS, type Law, type LawId, type LawVersion } from './laws.ts';

/**
 * An article cited by a rule. `from` or `until` (ISO 8601 days, inclusive) name the numbering that is meant by a day of conduct to
 * which it applies; without them it is that of the newest version.
 */
export interface LegalReference {
  law: LawId;
  /** The article as it is cited, 第六十一条. */
  article: string;
  from?: string;
  until?: string;
}

/** An article as it is shown, sealed and printed: nothing is left to be looked up. */
export interface CitedArticle {
  /** Full name with the book-title marks. */
  law: string;
  article: string;
  /** The version whose numbering it is. */
  version: string;
  /** Its wording in that version, a paragraph a line, where a full copy was read. */
  text?: string;
}

const validOn = ({ from, until }: Pick<LawVersion, 'from' | 'until'>, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

/** A sealed record from elsewhere may cite a law that this version does not know. */
const knownLaw = (law: string): Law | undefined => (Object.hasOwn(LAWS, law) ? LAWS[law as LawId] : undefined);

/** The version whose numbering a reference follows; undefined when none of that day was read. */
function versionMeant({ law, from, until }: LegalReference): LawVersion | undefined {
  const versions = knownLaw(law)?.versions;
  const day = until ?? from;
  return day === undefined ? versions?.[0] : versions?.find((version) => validOn(version, day));
}

/** Whether the reference applies to conduct of `day` (ISO 8601). */
export const appliesOn = (reference: LegalReference, day: string): boolean =>
  validOn(versionMeant(reference) ?? reference, day);

/** The references that apply to conduct of `day` (ISO 8601), in their given order. */
export function legalBasisOn(references: readonly LegalReference[], day: string): LegalReference[] {
  return references.filter((reference) => appliesOn(reference, day));
}

/** 《认证认可条例》第六十一条; never shortened. */
export function citation({ law, article }: Pick<LegalReference, 'law' | 'article'>): string {
  return `《${knownLaw(law)?.name ?? law}》${article}`;
}

/** The version that an article is cited from. */
export function versionOf(reference: LegalReference): string {
  return versionMeant(reference)?.label ?? '本版本未收录';
}

/** The article with all that is shown of it. */
export function cited(reference: LegalReference): CitedArticle {
  const { law, article } = reference;
  const version = versionMeant(reference);
  const text = version === knownLaw(law)?.versions[0] ? articleWording(law, article) : undefined;
  return {
    law: `《${knownLaw(law)?.name ?? law}》`,
    article,
    version: versionOf(reference),
    ...(text === undefined ? {} : { text }),
  };
}

/** The articles that apply to conduct of `day` (ISO 8601), as they are shown. */
export function citedOn(references: readonly LegalReference[], day: string): CitedArticle[] {
  return legalBasisOn(references, day).map(cited);
}

/** A change of the law within a span of conduct: both versions are shown, and a person chooses (行政处罚法 第三十七条). */
export interface LawChange {
  law: LawId;
  /** What applied when the conduct began, and what applies when it ended. */
  before: CitedArticle[];
  after: CitedArticle[];
}

/** The laws among the references of which other articles apply on the last day of a span of conduct than on the first. */
export function lawChanges(references: readonly LegalReference[], from: string, until: string): LawChange[] {
  const laws = [...new Set(references.map(({ law }) => law))];
  return laws.flatMap((law) => {
    const own = references.filter((reference) => reference.law === law);
    const [before, after] = [citedOn(own, from), citedOn(own, until)];
    const same = JSON.stringify(before) === JSON.stringify(after);
    return same || before.length === 0 || after.length === 0 ? [] : [{ law, before, after }];
  });
}
