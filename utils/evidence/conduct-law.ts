import { type CitedArticle, lawChanges } from '../../rules/legal-basis.ts';
import type { Finding } from '../scan/finding.ts';
import type { Case } from './case.ts';
import { captureDay, explainSealed } from './frozen-explanation.ts';
import type { EvidenceRecord } from './record.ts';

/** The articles that a paper cites for a finding. */
export interface ConductLaw {
  articles: readonly CitedArticle[];
  /** Articles of two versions stand beside each other, and nobody has chosen yet. */
  undecided: boolean;
}

/**
 * The law of the day of the capture; where the case says that the conduct began before a change of it, the earlier version beside
 * or instead of it, as was chosen.
 */
export function lawOfConduct(
  record: EvidenceRecord,
  finding: Finding,
  about?: Pick<Case, 'conductFrom' | 'lawChoice'>,
): ConductLaw {
  const articles = explainSealed(record, finding).legalBasis;
  const day = captureDay(record);
  const { conductFrom = '', lawChoice = 'both' } = about ?? {};
  const isSpan = /^\d{4}-\d{2}-\d{2}$/.test(conductFrom) && conductFrom < day;
  const changes = isSpan ? lawChanges(finding.legalBasis, conductFrom, day) : [];
  if (changes.length === 0 || lawChoice === 'after') return { articles, undecided: false };
  const same = (one: CitedArticle, other: CitedArticle) =>
    one.law === other.law && one.article === other.article && one.version === other.version;
  const isOf = (some: readonly CitedArticle[]) => (article: CitedArticle) => some.some((one) => same(one, article));
  const before = changes.flatMap((change) => change.before);
  const after = changes.flatMap((change) => change.after);
  const kept = lawChoice === 'before' ? articles.filter((article) => !isOf(after)(article)) : articles;
  return { articles: [...kept, ...before.filter((article) => !isOf(kept)(article))], undecided: lawChoice === 'both' };
}
