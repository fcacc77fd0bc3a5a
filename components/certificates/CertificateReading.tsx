import { REQUIRED_FIELDS } from '../../rules/papers/certificate-terms.ts';
import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ring } from '../ui/Ring.tsx';
import './certificate-card.css';

/** Stands where a certificate will, while pictures are being recognised. */
export function CertificateReading({ done, total }: { done: number; total: number }) {
  return (
    <div class="zj-framed zj-cert">
      <p class="zj-line zj-cert-note" role="status">
        <Ring size={14} />
        {t('readingPictures', done, total)}
      </p>
      <ul class="zj-cert-fields">
        {REQUIRED_FIELDS.map((field) => (
          <li key={field} class="zj-cert-field zj-cert-skeleton">
            <Icon name="circle" />
            <span class="zj-cert-label">{t(`field_${field}`)}</span>
            <span class="zj-cert-value" />
          </li>
        ))}
      </ul>
    </div>
  );
}
