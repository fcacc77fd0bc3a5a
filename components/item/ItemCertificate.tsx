import { useState } from 'preact/hooks';
import type { Certificate, CertificateField } from '../../utils/certificate/certificate.ts';
import type { Addendum, AddendumPicture } from '../../utils/evidence/addendum.ts';
import { CertificateCard } from '../certificates/CertificateCard.tsx';
import { type LookUpEntry, LookUpForm, type ShownShot } from '../certificates/LookUpForm.tsx';
import { LookUpList } from '../certificates/LookUpList.tsx';

/** What an item's page can do with its certificates; `number` is the place among the record's, from 1. */
export interface CertificateActs {
  onCopyNumber: (text: string) => void;
  /** Name of the portal of a certificate; null when its address is not set. */
  portalOf: (certificate: Certificate) => string | null;
  onLookUp: (certificate: Certificate) => void;
  onShoot: () => Promise<ShownShot | null>;
  onFound: (number: number, certificate: Certificate, entry: LookUpEntry) => void;
  onCorrect: (number: number, field: CertificateField, value: string) => void;
  onSetPortals: () => void;
  loadPicture: (picture: AddendumPicture) => Promise<Blob>;
}

export interface ItemCertificateProps {
  certificate: Certificate;
  number: number;
  /** Of this certificate, oldest first. */
  addenda: readonly Addendum[];
  acts: CertificateActs;
}

/** The certificate with what persons corrected, at the capture and since; a value put back to the reading is none. */
function corrected(certificate: Certificate, addenda: readonly Addendum[]): Certificate {
  const all: Partial<Record<CertificateField, string>> = { ...certificate.corrections };
  for (const addendum of addenda) if (addendum.kind === 'correction') all[addendum.field] = addendum.value;
  const standing = Object.entries(all).filter(
    ([field, value]) => value !== (certificate.fields[field as CertificateField]?.value ?? ''),
  );
  const { corrections: _before, pictureUrl: _address, ...read } = certificate;
  return standing.length > 0 ? { ...read, corrections: Object.fromEntries(standing) } : read;
}

/** One certificate of a sealed item: as read, corrected beside the reading, looked up with what was found there. */
export function ItemCertificate({ certificate, number, addenda, acts }: ItemCertificateProps) {
  const [recording, setRecording] = useState(false);
  const shown = corrected(certificate, addenda);
  const portal = acts.portalOf(shown);
  const lookUps = addenda.flatMap((addendum) => (addendum.kind === 'look-up' ? [addendum] : []));
  const code = shown.corrections?.certificateNumber ?? shown.fields.certificateNumber?.value;
  return (
    <CertificateCard
      certificate={shown}
      onCorrect={(field, value) => acts.onCorrect(number, field, value)}
      {...(code ? { onCopyNumber: () => acts.onCopyNumber(code) } : {})}
      {...(portal === null
        ? { onSetPortals: acts.onSetPortals }
        : {
            onLookUp: () => {
              acts.onLookUp(shown);
              setRecording(true);
            },
          })}
    >
      {lookUps.length > 0 && <LookUpList lookUps={lookUps} loadPicture={acts.loadPicture} />}
      {recording && portal !== null && (
        <LookUpForm
          portal={portal}
          onShoot={acts.onShoot}
          onSave={(entry) => {
            acts.onFound(number, shown, entry);
            setRecording(false);
          }}
          onCancel={() => setRecording(false)}
        />
      )}
    </CertificateCard>
  );
}
