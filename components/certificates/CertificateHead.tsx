import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import { t } from '../../utils/base/i18n.ts';
import { openProblems } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { requiredCount } from '../../utils/certificate/required-count.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PictureView } from '../ui/PictureView.tsx';
import type { ShownPicture } from '../ui/shown-picture.ts';

export interface CertificateHeadProps {
  certificate: Certificate;
  title: string;
  open: boolean;
  /** Of the element that folds. */
  bodyId: string;
  /** Absent when the card does not fold. */
  onToggle: (() => void) | undefined;
  onShowOriginal: (() => void) | undefined;
  /** The picture that opens beside the fields; absent where there is none, or where it is open anyway. */
  thumbnail: ShownPicture | undefined;
  pictured: boolean;
  onPictured: (pictured: boolean) => void;
}

/** What tells a folded certificate from others of its kind: the first two of these that it shows. */
const NAMING: readonly CertificateField[] = ['productName', 'holder', 'certificateNumber', 'issuingBody'];

function CertificateNames({ certificate: { fields, corrections } }: Pick<CertificateHeadProps, 'certificate'>) {
  const values = NAMING.flatMap((field) => (corrections?.[field] ?? fields[field]?.value) || []).slice(0, 2);
  if (values.length === 0) return null;
  const text = values.join(' · ');
  return (
    <p class="zj-cert-which zj-ellipsis" title={text}>
      {text}
    </p>
  );
}

/** What a certificate is, where it was read, and in one line how it stands. */
export function CertificateHead(props: CertificateHeadProps) {
  const { certificate, title, open, bodyId, onToggle, onShowOriginal, thumbnail, pictured, onPictured } = props;
  const { struckOff = false } = certificate;
  const doubts = openProblems(certificate).length;
  const required = requiredCount(certificate);
  return (
    <header class="zj-cert-head">
      {thumbnail && (
        <button
          type="button"
          class="zj-cert-thumbnail"
          aria-expanded={pictured}
          aria-label={t('certificatePicture')}
          onClick={() => onPictured(!pictured)}
        >
          <PictureView picture={thumbnail} alt="" />
        </button>
      )}
      <div class="zj-cert-summary">
        <div class="zj-cert-line">
          <h3>
            {onToggle ? (
              <button type="button" class="zj-cert-fold" aria-expanded={open} aria-controls={bodyId} onClick={onToggle}>
                <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
                {title}
              </button>
            ) : (
              title
            )}
          </h3>
          <Chip>{t(`certificateSource_${certificate.source}`)}</Chip>
          <span class="zj-cert-count">
            {t('requiredInformation')} <b>{required.shown}</b> / {required.of}
          </span>
        </div>
        {!open && <CertificateNames certificate={certificate} />}
        <div class="zj-cert-line">
          {struckOff && <Chip>{t('struckOff')}</Chip>}
          {!struckOff && certificate.missing.length > 0 && (
            <Chip tone="missing">{t('missingCount', certificate.missing.length)}</Chip>
          )}
          {!struckOff && doubts > 0 && <Chip tone="doubt">{t('doubtCount', doubts)}</Chip>}
          {onShowOriginal && (
            <button type="button" class="zj-cert-original" onClick={onShowOriginal}>
              {t(`showOriginal_${certificate.source}`)}
            </button>
          )}
        </div>
      </div>
    </header>
  );
}
