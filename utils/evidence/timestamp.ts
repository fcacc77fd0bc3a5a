import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import { ExpectedFailure, type FailureKey } from '../base/expected-failure.ts';
import { toHex } from './base64.ts';
import {
  certificatePath,
  derOf,
  isStampingCertificate,
  keepsPathLengths,
  namesCertificate,
} from './timestamp-chain.ts';

/** Object identifiers of RFC 3161, RFC 5652 and RFC 5035. */
const SHA256 = '2.16.840.1.101.3.4.2.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** SM2 signed data (GB/T 35275), and the arc of the national algorithms (GM/T 0006). */
const NATIONAL = '1.2.156.10197.';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

type Bytes = Uint8Array<ArrayBuffer>;

/** Why a reply of a time-stamping service was not accepted. */
export type StampFault =
  | 'malformed'
  | 'refused'
  | 'imprint'
  | 'nonce'
  | 'signature'
  | 'certificate'
  | 'expired'
  | 'signers'
  | 'national';

const FAULT_KEYS: Record<StampFault, FailureKey> = {
  malformed: 'error_stampMalformed',
  refused: 'error_stampRefused',
  imprint: 'error_stampImprint',
  nonce: 'error_stampNonce',
  signature: 'error_stampSignature',
  certificate: 'error_stampCertificate',
  expired: 'error_stampExpired',
  signers: 'error_stampSigners',
  national: 'error_stampNational',
};

/** A reply that does not prove what it should; it is not kept as a time stamp. */
export class StampError extends ExpectedFailure {
  override name = 'StampError';
  readonly fault: StampFault;
  constructor(fault: StampFault, options?: ErrorOptions) {
    super(FAULT_KEYS[fault], [], options);
    this.fault = fault;
  }
}

/** What an accepted token says. */
export interface Stamp {
  /** genTime, UTC, ISO 8601. */
  time: string;
  /** Serial number of the token, hex. */
  serial: string;
  /** Common name of the signer's certificate, as it stands there. */
  authority: string;
  /** Certificates from the signer to the last that the token brings, DER. */
  chain: readonly Bytes[];
  /** The last of them is self-signed. Whether it is to be trusted, only a comparison with the service's own can say. */
  rooted: boolean;
}

/** A TimeStampReq (RFC 3161 §2.4.1) over a SHA-256 digest, with nonce, asking for the certificates. */
export function stampQuery(sha256: Bytes, nonce: Bytes): Bytes {
  const request = new pki.TimeStampReq({
    version: 1,
    messageImprint: imprintOf(sha256),
    certReq: true,
    nonce: positiveInteger(nonce),
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * Checks a TimeStampResp against the stamped bytes and the query: status, imprint, nonce, the certificate's purpose and times, the
 * chain that it brings, and the signature. Throws {@link StampError}; pkijs itself checks neither nonce nor purpose.
 */
export async function verifyStamp(reply: Bytes, stamped: Bytes, query: Bytes): Promise<Stamp> {
  try {
    return await verify(reply, stamped, query);
  } catch (error) {
    // The ASN.1 libraries answer hostile bytes with errors of any kind, also long after parsing.
    throw error instanceof StampError ? error : new StampError('malformed', { cause: error });
  }
}

async function verify(reply: Bytes, stamped: Bytes, query: Bytes): Promise<Stamp> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', stamped));
  const signed = parseReply(reply);
  const content = signed.encapContentInfo.eContent?.getValue();
  if (signed.encapContentInfo.eContentType !== TST_INFO || !content) throw new StampError('malformed');
  const info = pki.TSTInfo.fromBER(content);
  if (!sameImprint(info.messageImprint, sha256)) throw new StampError('imprint');
  const asked = pki.TimeStampReq.fromBER(query);
  if (!sameImprint(asked.messageImprint, sha256)) throw new StampError('imprint');
  if (!info.nonce || !asked.nonce || hexOf(info.nonce) !== hexOf(asked.nonce)) throw new StampError('nonce');

  // More than one could each be another's: what is said of a token must be said by the one that it names.
  if (signed.signerInfos.length !== 1) throw new StampError('signers');
  const algorithms = [signed.signerInfos[0]!.signatureAlgorithm, signed.signerInfos[0]!.digestAlgorithm];
  if (algorithms.some(({ algorithmId }) => algorithmId.startsWith(NATIONAL))) throw new StampError('national');
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof pki.Certificate);
  const path = await certificatePath(signed, certificates);
  const signer = path[0];
  if (!signer || !isStampingCertificate(signer) || !(await namesCertificate(signed, signer)) || !keepsPathLengths(path))
    throw new StampError('certificate');
  for (const { notBefore, notAfter } of path) {
    if (info.genTime < notBefore.value || info.genTime > notAfter.value) throw new StampError('expired');
  }
  if (!(await signatureHolds(signed, stamped))) throw new StampError('signature');
  const last = path.at(-1)!;
  return {
    time: info.genTime.toISOString(),
    serial: hexOf(info.serialNumber),
    authority: commonName(signer),
    chain: path.map(derOf),
    rooted: last.issuer.isEqual(last.subject),
  };
}

function parseReply(reply: Bytes): pki.SignedData {
  const response = pki.TimeStampResp.fromBER(reply);
  // 0 granted, 1 granted with modifications (RFC 3161 §2.4.2).
  if (response.status.status !== 0 && response.status.status !== 1) throw new StampError('refused');
  const token = response.timeStampToken;
  if (token?.contentType.startsWith(NATIONAL)) throw new StampError('national');
  if (token?.contentType !== SIGNED_DATA) throw new StampError('malformed');
  return new pki.SignedData({ schema: token.content });
}

/** pkijs answers a wrong signature with false or with an error, depending on where it shows. */
async function signatureHolds(signed: pki.SignedData, stamped: Bytes): Promise<boolean> {
  try {
    const result = await signed.verify({ signer: 0, data: stamped.slice().buffer, extendedMode: true });
    return result.signatureVerified === true;
  } catch {
    return false;
  }
}

const imprintOf = (sha256: Bytes) =>
  new pki.MessageImprint({
    hashAlgorithm: new pki.AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new asn1.Null() }),
    hashedMessage: new asn1.OctetString({ valueHex: sha256 }),
  });

const sameImprint = (imprint: pki.MessageImprint, sha256: Bytes) =>
  imprint.hashAlgorithm.algorithmId === SHA256 &&
  toHex(new Uint8Array(imprint.hashedMessage.valueBlock.valueHexView)) === toHex(sha256);

/**
 * A DER INTEGER is signed, and as short as it can be (X.690 §8.3.2): a zero in front keeps it positive, as some services require; one more, as a
 * nonce drawn by lot begins with now and then, and the service refuses the query.
 */
function positiveInteger(bytes: Bytes): asn1.Integer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? [0] : bytes.subarray(first);
  return new asn1.Integer({ valueHex: Uint8Array.of(...(digits[0]! & 0x80 ? [0] : []), ...digits) });
}

const hexOf = (integer: asn1.Integer) =>
  toHex(new Uint8Array(integer.valueBlock.valueHexView)).replace(/^(00)+(?=.)/, '');

function commonName(certificate: pki.Certificate): string {
  const named = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3');
  return String(named?.value.valueBlock.value ?? '');
}
