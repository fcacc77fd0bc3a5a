import { useState } from 'preact/hooks';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { AddendumPicture } from '../../utils/evidence/addendum.ts';
import { countedOf, type ShownAddendum } from '../../utils/evidence/addendum-origin.ts';
import { standingCertificate } from '../../utils/evidence/standing.ts';
import { AddendumList } from '../certificates/AddendumList.tsx';
import { CertificateCard } from '../certificates/CertificateCard.tsx';
import { type LookUpEntry, LookUpForm, type ShownShot } from '../certificates/LookUpForm.tsx';
import { LookUpList } from '../certificates/LookUpList.tsx';
import type { ShownPicture } from '../ui/shown-picture.ts';

/** What an item's page can do with its certificates; `number` is the place among the record's, from 1. */
export interface CertificateActs {
  onCopyNumber: (text: string) => void;
  /** Name of the portal of a certificate; null when its address is not set. */
  portalOf: (certificate: Certificate) => string | null;
  onLookUp: (certificate: Certificate) => void;
  onShoot: () => Promise<ShownShot | null>;
  onFound: (number: number, certificate: Certificate, entry: LookUpEntry) => void;
  onCorrect: (number: number, field: CertificateField, value: string) => void;
  onStrike: (number: number, struckOff: boolean) => void;
  onSetPortals: () => void;
  loadPicture: (picture: AddendumPicture) => Promise<Blob>;
}

export interface ItemCertificateProps {
  certificate: Certificate;
  number: number;
  /** Of this certificate, oldest first. */
  addenda: readonly ShownAddendum[];
  /** What was captured of the picture that it was read from. */
  picture?: ShownPicture | undefined;
  acts: CertificateActs;
}

/** One certificate of a sealed item: as read, corrected beside the reading, looked up with what was found there. */
export function ItemCertificate({ certificate, number, addenda, picture, acts }: ItemCertificateProps) {
  const [recording, setRecording] = useState(false);
  // A sealed picture is looked at in the library; its address on the page is not loaded again.
  const counted = countedOf(addenda);
  const { pictureUrl: _address, ...shown } = standingCertificate(certificate, counted);
  const portal = acts.portalOf(shown);
  const lookUps = counted.flatMap((addendum) => (addendum.kind === 'look-up' ? [addendum] : []));
  const code = shown.corrections?.certificateNumber ?? shown.fields.certificateNumber?.value;
  return (
    <CertificateCard
      certificate={shown}
      picture={picture}
      wide={shown.source === 'image'}
      onCorrect={(field, value) => acts.onCorrect(number, field, value)}
      onStrike={(struckOff) => acts.onStrike(number, struckOff)}
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
      {addenda.length > 0 && <AddendumList addenda={addenda} />}
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
