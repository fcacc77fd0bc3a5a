import { t } from '../../utils/base/i18n.ts';
import type { Disclosure } from '../../utils/scan/licence-disclosure.ts';
import type { ShownApproval } from '../../utils/scan/shown-approvals.ts';
import { SignsFold, SignWords } from './SignsFold.tsx';

export interface LicenceDisclosureProps {
  disclosure: Disclosure;
  /** Scrolls the page to words that it shows. */
  onLocate: (words: string) => void;
}

function standing({ kind, listed }: ShownApproval): string {
  if (kind === 'cnas') return t('approvalNoRegister');
  if (!listed) return t('approvalNotCompared');
  return listed.length > 0 ? t('approvalListed', listed.join(t('listComma'))) : t('approvalUnlisted');
}

/** Whether a page that sells certification or testing shows a permission for it, and what the office's lists say of the numbers. */
export function LicenceDisclosure({ disclosure: { missing, approvals }, onLocate }: LicenceDisclosureProps) {
  return (
    <SignsFold
      lead={t(missing ? 'approvalMissing' : 'approvalShown')}
      summary={missing ? t('approvalMissingBasis') : approvals.map(({ number }) => number).join(t('listComma'))}
      remark={t('approvalMeans')}
    >
      {approvals.map((approval) => (
        <li key={approval.number}>
          <SignWords words={approval.words} onLocate={onLocate} />
          <span class="zj-secondary">{standing(approval)}</span>
        </li>
      ))}
    </SignsFold>
  );
}
