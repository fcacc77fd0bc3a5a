import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { type Addendum, isOfCertificate } from './addendum.ts';
import type { EvidenceItem } from './record.ts';

/** The value that counts: what a person put in its place, else what was read; empty when neither is there. */
export const standingValue = ({ fields, corrections }: Certificate, field: CertificateField): string =>
  corrections?.[field] ?? fields[field]?.value ?? '';

/** The certificate with its missing fields counted anew where a person corrected one; the reading stays as it was. */
export function recounted(certificate: Certificate): Certificate {
  const { corrections = {}, missing, applicable } = certificate;
  const isMissing = (field: (typeof applicable)[number]) =>
    corrections[field] === undefined ? missing.includes(field) : corrections[field] === '';
  return { ...certificate, missing: applicable.filter(isMissing) };
}

/**
 * A sealed certificate as it stands now: with what persons corrected at the capture and since, and struck off when the last word
 * on it says so. A value put back to the reading is no correction.
 * @param addenda of this certificate, oldest first
 */
export function standingCertificate(certificate: Certificate, addenda: readonly Addendum[]): Certificate {
  const all: Partial<Record<CertificateField, string>> = { ...certificate.corrections };
  let struckOff = certificate.struckOff ?? false;
  for (const addendum of addenda) {
    if (addendum.kind === 'correction') all[addendum.field] = addendum.value;
    if (addendum.kind === 'strike-off') struckOff = addendum.struckOff;
  }
  const standing = Object.entries(all).filter(([name, value]) => {
    const read = certificate.fields[name as CertificateField];
    // Of a doubtful number the same value again says that a person compared it with the picture.
    return value !== (read?.value ?? '') || read?.doubtful === true;
  });
  const { corrections: _before, struckOff: _struck, ...read } = certificate;
  return recounted({
    ...read,
    ...(standing.length > 0 ? { corrections: Object.fromEntries(standing) } : {}),
    ...(struckOff ? { struckOff } : {}),
  });
}

/** Certificates of an item, in the record's order, as they stand. @param addenda of the item, oldest first */
export const standingOf = (certificates: readonly Certificate[], addenda: readonly Addendum[]): Certificate[] =>
  certificates.map((certificate, index) =>
    standingCertificate(
      certificate,
      addenda.filter((addendum) => isOfCertificate(addendum, index + 1)),
    ),
  );

/** Those of them that count: none that was struck off. */
export const countedCertificates = (
  { record }: Pick<EvidenceItem, 'record'>,
  addenda: readonly Addendum[],
): Certificate[] => standingOf(record.certificates, addenda).filter(({ struckOff }) => !struckOff);
