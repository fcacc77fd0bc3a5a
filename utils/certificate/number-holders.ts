import { NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import type { CertificateField, CertificateKind } from '../../rules/papers/certificate-terms.ts';
import { nameKey } from '../lists/name-key.ts';
import type { Certificate, Problem } from './certificate.ts';
import { foldNumber } from './kind.ts';

/** Whom a sealed certificate names beside its number. */
export interface NumberHolder {
  /** Folded as {@link foldNumber} does. */
  number: string;
  itemId: string;
  certificateId: string;
  kind: CertificateKind;
  holder: string;
  issuingBody?: string;
}

/** A shorter number is too common to be one certificate's. */
const SHORTEST = 6;

const shown = ({ fields, corrections }: Pick<Certificate, 'fields' | 'corrections'>, field: CertificateField) =>
  corrections?.[field] ?? fields[field]?.value;

/** The number under which a certificate is found again; undefined when it shows none that could be. */
export function numberOf(certificate: Pick<Certificate, 'fields' | 'corrections'>): string | undefined {
  const number = foldNumber(shown(certificate, 'certificateNumber') ?? '');
  return number.length >= SHORTEST && /\d/.test(number) ? number : undefined;
}

/** What the certificates of a sealed item say of who holds which number. */
export function numberHolders(itemId: string, certificates: readonly Certificate[]): NumberHolder[] {
  return certificates.flatMap((certificate) => {
    const number = numberOf(certificate);
    const holder = shown(certificate, 'holder');
    if (!number || !holder) return [];
    const issuingBody = shown(certificate, 'issuingBody');
    const { id: certificateId, kind } = certificate;
    return [{ number, itemId, certificateId, kind, holder, ...(issuingBody ? { issuingBody } : {}) }];
  });
}

/** Numbers of these kinds are given out once in the country; reports and others are counted by each body for itself. */
const isUnique = (kind: CertificateKind) => NUMBER_FORMATS.some((format) => format.kind === kind);

const differ = (one: string, other: string) => nameKey(one) !== nameKey(other);

/**
 * The problem of a certificate whose number stands in sealed evidence beside another holder. Names that only one of both shows say nothing.
 * @param known holders of the same number
 */
export function reusedNumber(certificate: Certificate, known: readonly NumberHolder[]): Problem[] {
  const number = numberOf(certificate);
  const holder = shown(certificate, 'holder');
  if (!number || !holder) return [];
  const body = shown(certificate, 'issuingBody');
  const others = known.filter(
    (each) =>
      each.number === number &&
      differ(each.holder, holder) &&
      (isUnique(certificate.kind) || (body && each.issuingBody && !differ(body, each.issuingBody))),
  );
  if (others.length === 0) return [];
  const items = [...new Set(others.map(({ itemId }) => itemId))];
  const holders = [...new Map(others.map((each) => [nameKey(each.holder), each.holder])).values()];
  return [
    {
      code: 'number-reused',
      detail: `编号 ${number} 的持有人在此处是“${holder}”，同一编号在证据 ${items.join('、')} 中属于“${holders.join('”“')}”`,
      compared: [
        { label: 'problem_certificateNumber', value: number },
        { label: 'problem_holder', value: holder },
        { label: 'problem_otherHolder', value: holders.join('、') },
        { label: 'problem_otherEvidence', value: items.join('、') },
      ],
      weight: 'check',
    },
  ];
}
