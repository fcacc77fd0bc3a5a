import { useState } from 'preact/hooks';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import { t } from '../../utils/base/i18n.ts';
import { openProblems } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { SectionHead } from '../ui/SectionHead.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { CertificateReading } from './CertificateReading.tsx';
import './certificate-section.css';

/** A certificate of one frame of the page. */
export type FramedCertificate = Certificate & { frameId: number };

const keyOfCertificate = (certificate: FramedCertificate) => `${certificate.frameId}:${certificate.id}`;

export interface CertificateSectionProps {
  certificates: readonly FramedCertificate[];
  /** Pictures being recognised. */
  reading?: { done: number; total: number } | undefined;
  /** Begins folded, as below a sealed capture. */
  folded?: boolean;
  onLocate: (certificate: FramedCertificate, field?: CertificateField) => void;
  onCorrect: (certificate: FramedCertificate, field: CertificateField, value: string) => void;
  onStrike: (certificate: FramedCertificate, struckOff: boolean) => void;
  hasPortal: (certificate: FramedCertificate) => boolean;
  onLookUp: (certificate: FramedCertificate) => void;
  onSetPortals: () => void;
  onCopyNumber: (certificate: FramedCertificate) => void;
}

/** The certificates of the page; the first open, the others folded; absent when there is none. */
export function CertificateSection(props: CertificateSectionProps) {
  const { certificates, reading, folded = false } = props;
  const [sectionOpen, setSectionOpen] = useState(!folded);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  if (certificates.length === 0 && !reading) return null;

  const counted = certificates.filter(({ struckOff }) => !struckOff);
  const missing = counted.reduce((sum, each) => sum + each.missing.length, 0);
  const doubts = counted.reduce((sum, each) => sum + openProblems(each).length, 0);
  return (
    <>
      <SectionHead
        title={t('certificates')}
        count={counted.length}
        open={sectionOpen}
        onToggle={() => setSectionOpen(!sectionOpen)}
        trailing={
          !sectionOpen &&
          [missing > 0 && t('missingCount', missing), doubts > 0 && t('doubtCount', doubts)].filter(Boolean).join(' · ')
        }
      />
      {sectionOpen && (
        <div class="zj-cert-list">
          {certificates.map((certificate, index) => {
            const key = keyOfCertificate(certificate);
            const several = certificates.length > 1;
            const fold = several
              ? {
                  open: (index === 0) !== toggled.has(key),
                  onToggle: () => {
                    const next = new Set(toggled);
                    if (!next.delete(key)) next.add(key);
                    setToggled(next);
                  },
                }
              : {};
            return (
              <CertificateCard
                key={key}
                certificate={certificate}
                {...fold}
                onLocate={(field) => props.onLocate(certificate, field)}
                onCorrect={(field, value) => props.onCorrect(certificate, field, value)}
                onStrike={(struckOff) => props.onStrike(certificate, struckOff)}
                onShowOriginal={() => props.onLocate(certificate)}
                {...(props.hasPortal(certificate)
                  ? { onLookUp: () => props.onLookUp(certificate) }
                  : { onSetPortals: props.onSetPortals })}
                onCopyNumber={() => props.onCopyNumber(certificate)}
              />
            );
          })}
          {reading && <CertificateReading {...reading} />}
        </div>
      )}
    </>
  );
}
