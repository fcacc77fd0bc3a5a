import type { LegalReference } from '../../rules/legal-basis.ts';
import type { Rule } from '../../rules/rule.ts';
import { t } from '../../utils/i18n.ts';
import { Article } from './Article.tsx';
import './legal-basis.css';

/** What the card and the list say about a rule. */
export type RuleExplanation = Pick<Rule, 'message' | 'exceptions' | 'advice'>;

export interface LegalBasisProps {
  legalBasis: readonly LegalReference[];
  /** Absent when the rule is no longer in a loaded pack. */
  explanation?: RuleExplanation | undefined;
}

/** Why a finding is suspect, the articles with their versions, the known exceptions, and what to check next. */
export function LegalBasis({ legalBasis, explanation }: LegalBasisProps) {
  return (
    <dl class="zj-basis">
      {explanation && (
        <>
          <dt>{t('why')}</dt>
          <dd>{explanation.message}</dd>
        </>
      )}
      <dt>{t('basis')}</dt>
      {legalBasis.length === 0 && <dd class="zj-basis-none">{t('basisNone')}</dd>}
      {legalBasis.map((reference) => (
        <dd key={`${reference.law} ${reference.article}`}>
          <Article reference={reference} />
        </dd>
      ))}
      {explanation && (
        <>
          <dt>{t('exceptions')}</dt>
          <dd>{explanation.exceptions}</dd>
          <dt>{t('advice')}</dt>
          <dd>{explanation.advice}</dd>
        </>
      )}
    </dl>
  );
}
