import { expect, it } from 'vitest';
import { readCertificateChain } from '../../utils/bundle/x509-chain.ts';
import { serveTls } from '../e2e/tls-server.ts';

it('reads a chain as node does', async () => {
  const site = await serveTls({});
  const read = await readCertificateChain(site.chain.map((certificate) => certificate.toString()).join(''));
  site.close();
  expect(read).toEqual(
    site.chain.map((certificate) => ({
      subject: certificate.subject.split('\n').reverse().join(', '),
      issuer: certificate.issuer.split('\n').reverse().join(', '),
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
      serialNumber: certificate.serialNumber.toLowerCase(),
      sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    })),
  );
});

it('has nothing to say of a file without certificates', async () => {
  expect(await readCertificateChain('')).toEqual([]);
});
