import { t } from '../../utils/base/i18n.ts';
import type { Finding, FindingSign } from '../../utils/scan/finding.ts';

const told = (signs: readonly FindingSign[]) =>
  signs.map(({ name, words }) => t('signWords', name, words)).join(t('listSemicolon'));

/** What weighed most in the decision, for and against, with the page's own words: pairs for a list of facts. */
export function FindingSigns({ signs = [] }: Pick<Finding, 'signs'>) {
  const speaking = signs.filter(({ against }) => !against);
  const against = signs.filter((sign) => sign.against);
  return (
    <>
      {speaking.length > 0 && (
        <>
          <dt>{t('signsFor')}</dt>
          <dd>{told(speaking)}</dd>
        </>
      )}
      {against.length > 0 && (
        <>
          <dt>{t('signsAgainst')}</dt>
          <dd>{told(against)}</dd>
        </>
      )}
    </>
  );
}
