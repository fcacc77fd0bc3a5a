import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import { toHex } from './base64.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
/** Bits of KeyUsage (RFC 5280 §4.2.1.3), from the first. */
const SIGNS = 0b1100_0000;
const SIGNS_CERTIFICATES = 0b0000_0100;

/** Signed attributes that name the signer's certificate by its digest (RFC 5035), and the digest that each implies. */
const SIGNING_CERTIFICATE = [
  ['1.2.840.113549.1.9.16.2.47', 'SHA-256'],
  ['1.2.840.113549.1.9.16.2.12', 'SHA-1'],
] as const;

/** The certificate as it stands in the token, DER. */
export const derOf = (certificate: pki.Certificate) => new Uint8Array(certificate.toSchema().toBER());

/**
 * Certificates from the signer upward as far as the token brings them; every link's signature is checked. Empty when the
 * signer's is missing, or the token brings an issuer by name that did not sign.
 */
export async function certificatePath(
  signed: pki.SignedData,
  certificates: readonly pki.Certificate[],
): Promise<pki.Certificate[]> {
  const signer = certificates.find((certificate) => isSigner(signed, certificate));
  const path: pki.Certificate[] = [];
  for (let current = signer; current; ) {
    path.push(current);
    const issuers = certificates.filter((one) => one.subject.isEqual(current!.issuer) && isAuthority(one));
    const issuer = await firstSigner(current, issuers);
    if (issuers.length && !issuer) return [];
    current = issuer && !path.includes(issuer) ? issuer : undefined;
  }
  return path;
}

/**
 * RFC 3161 §2.4.2: the token names its signer's certificate by digest among the signed attributes, so that no other one made
 * for the same key can be put in its place.
 */
export async function namesCertificate(signed: pki.SignedData, certificate: pki.Certificate): Promise<boolean> {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  for (const [type, implied] of SIGNING_CERTIFICATE) {
    const value = attributes.find((attribute) => attribute.type === type)?.values[0];
    if (!(value instanceof asn1.Sequence)) continue;
    const [first] = (value.valueBlock.value[0] as asn1.Sequence).valueBlock.value as asn1.Sequence[];
    const [head, next] = first!.valueBlock.value;
    const digest = (head instanceof asn1.OctetString ? head : next) as asn1.OctetString;
    const algorithm = head instanceof asn1.Sequence ? digestName(head) : implied;
    if (!algorithm) return false;
    const actual = new Uint8Array(await crypto.subtle.digest(algorithm, derOf(certificate)));
    return toHex(actual) === toHex(new Uint8Array(digest.valueBlock.valueHexView));
  }
  return false;
}

const digestName = (algorithm: asn1.Sequence) =>
  ({ '2.16.840.1.101.3.4.2.1': 'SHA-256', '2.16.840.1.101.3.4.2.2': 'SHA-384', '2.16.840.1.101.3.4.2.3': 'SHA-512' })[
    (algorithm.valueBlock.value[0] as asn1.ObjectIdentifier).valueBlock.toString()
  ];

/** Whether the key may be used so: a certificate without the extension leaves it open. */
function mayUse(certificate: pki.Certificate, bits: number): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === KEY_USAGE);
  const usage = extension?.parsedValue as asn1.BitString | undefined;
  return usage === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & bits) !== 0;
}

/** Every authority on the way may have as many authorities below it as there are (RFC 5280 §4.2.1.9). */
export function keepsPathLengths(path: readonly pki.Certificate[]): boolean {
  return path.slice(1).every((authority, below) => {
    const extension = authority.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS);
    const limit = (extension?.parsedValue as pki.BasicConstraints | undefined)?.pathLenConstraint;
    return limit === undefined || Number(limit) >= below;
  });
}

/** RFC 3161 §2.3: the purpose time stamping, alone and critical. */
export function isStampingCertificate(certificate: pki.Certificate): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = (extension?.parsedValue as pki.ExtKeyUsage | undefined)?.keyPurposes;
  return (
    extension?.critical === true &&
    purposes?.length === 1 &&
    purposes[0] === TIME_STAMPING &&
    mayUse(certificate, SIGNS)
  );
}

function isSigner(signed: pki.SignedData, certificate: pki.Certificate): boolean {
  const sid = signed.signerInfos[0]?.sid;
  return (
    sid instanceof pki.IssuerAndSerialNumber &&
    sid.issuer.isEqual(certificate.issuer) &&
    sid.serialNumber.isEqual(certificate.serialNumber)
  );
}

async function firstSigner(
  certificate: pki.Certificate,
  issuers: readonly pki.Certificate[],
): Promise<pki.Certificate | undefined> {
  for (const issuer of issuers) if (await isSignedBy(certificate, issuer)) return issuer;
  return undefined;
}

function isAuthority(certificate: pki.Certificate): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS);
  return (
    (extension?.parsedValue as pki.BasicConstraints | undefined)?.cA === true && mayUse(certificate, SIGNS_CERTIFICATES)
  );
}

/** pkijs throws where the algorithm of the key does not even fit the signature. */
async function isSignedBy(certificate: pki.Certificate, issuer: pki.Certificate): Promise<boolean> {
  try {
    return await certificate.verify(issuer);
  } catch {
    return false;
  }
}
