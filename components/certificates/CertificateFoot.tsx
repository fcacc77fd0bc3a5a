import { t } from '../../utils/base/i18n.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { Button } from '../ui/Button.tsx';

export interface CertificateFootProps {
  certificate: Certificate;
  /** Strikes it off as misread, or takes it back in. */
  onStrike?: ((struckOff: boolean) => void) | undefined;
  /** Opens the official portal of the kind in a new tab and copies the number; absent when the kind has none. */
  onLookUp?: (() => void) | undefined;
  onCopyNumber?: () => void;
  /** Leads to the settings where the portal's address is missing. */
  onSetPortals?: () => void;
}

/** What can be done with a certificate as a whole. */
export function CertificateFoot({ certificate, onStrike, onLookUp, onCopyNumber, onSetPortals }: CertificateFootProps) {
  const { corrections = {}, struckOff = false } = certificate;
  const number = corrections.certificateNumber ?? certificate.fields.certificateNumber?.value;
  return (
    <footer class="zj-acts zj-cert-acts">
      {onLookUp && (
        <Button size="small" icon="external" onClick={onLookUp}>
          {t('lookUp')}
        </Button>
      )}
      {onSetPortals && (
        <Button size="small" variant="plain" onClick={onSetPortals}>
          {t('setPortal')}
        </Button>
      )}
      {number && onCopyNumber && (
        <Button size="small" icon="copy" onClick={onCopyNumber}>
          {t('copyNumber')}
        </Button>
      )}
      {onStrike && (
        <Button size="small" variant="plain" icon={struckOff ? 'undo' : 'ban'} onClick={() => onStrike(!struckOff)}>
          {t(struckOff ? 'strikeOffUndo' : 'strikeOff')}
        </Button>
      )}
      <span class="zj-secondary">{t('foundIsNotGenuine')}</span>
    </footer>
  );
}
