import type { Certificate } from '../../utils/certificate/certificate.ts';
import { t } from '../../utils/i18n.ts';
import { CertificateCard } from '../certificates/CertificateCard.tsx';
import './certificates-tab.css';

export interface CertificatesTabProps {
  certificates: readonly Certificate[];
  onCopyNumber: (number: string) => void;
}

/** The certificates as they were read at the capture; the picture's address is not loaded again. */
export function CertificatesTab({ certificates, onCopyNumber }: CertificatesTabProps) {
  if (certificates.length === 0) return <p class="zj-tab-empty">{t('item_noCertificates')}</p>;
  return (
    <div class="zj-tab-scroll zj-certificates-tab">
      <h2 class="zj-unseen">{t('certificates')}</h2>
      {certificates.map(({ pictureUrl: _address, ...certificate }) => {
        const number = certificate.fields.certificateNumber?.value;
        return (
          <CertificateCard
            key={certificate.id}
            certificate={certificate}
            {...(number ? { onCopyNumber: () => onCopyNumber(number) } : {})}
          />
        );
      })}
    </div>
  );
}
