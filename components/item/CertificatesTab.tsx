import { useMemo } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { isOfCertificate } from '../../utils/evidence/addendum.ts';
import type { ShownAddendum } from '../../utils/evidence/addendum-origin.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { pageParts } from '../library/picture-parts.ts';
import { capturedPicture, partsShowing } from './captured-picture.ts';
import { type CertificateActs, ItemCertificate } from './ItemCertificate.tsx';
import { usePictures } from './use-item-pictures.ts';
import './certificates-tab.css';

export interface CertificatesTabProps {
  item: EvidenceItem;
  certificates: readonly Certificate[];
  /** Of the item, oldest first. */
  addenda: readonly ShownAddendum[];
  acts: CertificateActs;
  loadArtefact: (name: string) => Promise<Blob>;
}

/** The certificates as they were read at the capture, beside what was captured of their pictures; no picture's address is loaded again. */
export function CertificatesTab({ item, certificates, addenda, acts, loadArtefact }: CertificatesTabProps) {
  const parts = useMemo(() => pageParts(item.record), [item]);
  const names = [
    ...new Set(
      certificates
        .filter(({ source }) => source === 'image')
        .flatMap((certificate) => partsShowing(certificate, parts).map(({ artefact }) => artefact.name)),
    ),
  ];
  const urls = usePictures(`${item.id} ${names.join(' ')}`, names, loadArtefact);
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
          addenda={addenda.filter(({ addendum }) => isOfCertificate(addendum, index + 1))}
          picture={capturedPicture(certificate, parts, urls)}
          acts={acts}
        />
      ))}
    </div>
  );
}
