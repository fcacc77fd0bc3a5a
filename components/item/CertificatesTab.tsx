import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { Addendum } from '../../utils/evidence/addendum.ts';
import { t } from '../../utils/i18n.ts';
import { type CertificateActs, ItemCertificate } from './ItemCertificate.tsx';
import './certificates-tab.css';

export interface CertificatesTabProps {
  certificates: readonly Certificate[];
  /** Of the item, oldest first. */
  addenda: readonly Addendum[];
  acts: CertificateActs;
}

/** The certificates as they were read at the capture; the picture's address is not loaded again. */
export function CertificatesTab({ certificates, addenda, acts }: CertificatesTabProps) {
  if (certificates.length === 0) return <p class="zj-tab-empty">{t('item_noCertificates')}</p>;
  return (
    <div class="zj-tab-scroll zj-certificates-tab">
      <h2 class="zj-unseen">{t('certificates')}</h2>
      {certificates.map((certificate, index) => (
        <ItemCertificate
          // Ids are unique within a frame only.
          key={String(index)}
          certificate={certificate}
          number={index + 1}
          addenda={addenda.filter((addendum) => addendum.certificate === index + 1)}
          acts={acts}
        />
      ))}
    </div>
  );
}
