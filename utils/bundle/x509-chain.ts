import * as pki from 'pkijs';
import { toHex } from '../evidence/base64.ts';
import { fromPem } from './pem.ts';

/** One certificate of a kept chain in words. Names are as RFC 4514 writes them, most specific part first. */
export interface ReadCertificate {
  subject: string;
  issuer: string;
  /** UTC, ISO 8601. */
  validFrom: string;
  validTo: string;
  serialNumber: string;
  /** SHA-256 of the DER bytes, hex. */
  sha256: string;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};

const nameOf = ({ typesAndValues }: pki.RelativeDistinguishedNames) =>
  typesAndValues
    .map(({ type, value }) => `${SHORT_NAMES[type] ?? type}=${value.valueBlock.value}`)
    .reverse()
    .join(', ');

/** Reads the certificates of a PEM file in their order. @throws Error where one is not a certificate */
export function readCertificateChain(text: string): Promise<ReadCertificate[]> {
  return Promise.all(
    fromPem('CERTIFICATE', text).map(async (der) => {
      const certificate = pki.Certificate.fromBER(der);
      return {
        subject: nameOf(certificate.subject),
        issuer: nameOf(certificate.issuer),
        validFrom: certificate.notBefore.value.toISOString(),
        validTo: certificate.notAfter.value.toISOString(),
        // DER puts a zero before a number whose first bit is set, to say that it is not negative.
        serialNumber: toHex(certificate.serialNumber.valueBlock.valueHexView).replace(/^(?:00)+(?=.)/, ''),
        sha256: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', der))),
      };
    }),
  );
}
