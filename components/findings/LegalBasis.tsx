import type { ShownExplanation } from '../../rules/explanation.ts';
import { t } from '../../utils/base/i18n.ts';
import type { FindingSign } from '../../utils/scan/finding.ts';
import { Article } from './Article.tsx';
import { FindingSigns } from './FindingSigns.tsx';
import './legal-basis.css';

/** Whose explanation it is, where it is not that of the rules in force; or why there is none. */
function remark({ rule, origin }: ShownExplanation): string | null {
  if (rule) return origin === 'later' ? t('explanationLater') : null;
  return t(origin === 'record' ? 'explanationNotSealed' : 'explanationGone');
}

export interface LegalBasisProps {
  explanation: ShownExplanation;
  /** What weighed most in the decision. */
  signs?: readonly FindingSign[] | undefined;
}

/** Why a finding is suspect, the articles with their versions, the known exceptions, and what to check next. */
export function LegalBasis({ explanation, signs = [] }: LegalBasisProps) {
  const { rule, legalBasis } = explanation;
  const note = remark(explanation);
  return (
    <dl class="zj-basis">
      {rule && (
        <>
          <dt>{t('why')}</dt>
          <dd>{rule.message}</dd>
        </>
      )}
      <FindingSigns signs={signs} />
      <dt>{t('basis')}</dt>
      {legalBasis.length === 0 && <dd class="zj-basis-none">{t('basisNone')}</dd>}
      {legalBasis.map((article) => (
        <dd key={`${article.law} ${article.article}`}>
          <Article article={article} />
        </dd>
      ))}
      {rule && (
        <>
          <dt>{t('exceptions')}</dt>
          <dd>{rule.exceptions}</dd>
          <dt>{t('advice')}</dt>
          <dd>{rule.advice}</dd>
        </>
      )}
      {note && <dd class="zj-basis-none">{note}</dd>}
    </dl>
  );
}
