import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { requestStamp, type StampExchange } from '../../utils/evidence/request-stamp.ts';
import { verifyStamp } from '../../utils/evidence/timestamp.ts';
import { isStampingCertificate, keepsPathLengths } from '../../utils/evidence/timestamp-chain.ts';
import { startTsa, type TsaServer } from './tsa-server.ts';

const bytes = new TextEncoder().encode('the tag manifest\n');

let tsa: TsaServer;
let honest: StampExchange;
beforeAll(async () => {
  tsa = await startTsa();
  honest = await requestStamp(bytes, { send: stampSender(tsa.url), nonce: new Uint8Array(16).fill(7) });
});
afterAll(() => tsa.close());

/** The reply with its signed data changed as somebody would who has no key. */
function changedBy(change: (signed: pki.SignedData) => void): Uint8Array<ArrayBuffer> {
  const response = pki.TimeStampResp.fromBER(honest.reply);
  const signed = new pki.SignedData({ schema: response.timeStampToken!.content });
  change(signed);
  response.timeStampToken!.content = signed.toSchema(true);
  return new Uint8Array(response.toSchema().toBER());
}

const fault = (reply: Uint8Array<ArrayBuffer>) =>
  verifyStamp(reply, bytes, honest.query).then(
    () => 'none',
    (error) => error.fault,
  );

it('a token written anew without a change is the same token', async () => {
  expect(await fault(changedBy(() => undefined))).toBe('none');
});

it('a token with a second signer is refused, whoever that is', async () => {
  expect(await fault(changedBy(({ signerInfos }) => signerInfos.push(signerInfos[0]!)))).toBe('signers');
});

it.each(['signatureAlgorithm', 'digestAlgorithm'] as const)(
  'a token with the national %s is named as not checkable',
  async (name) => {
    const national = new pki.AlgorithmIdentifier({ algorithmId: '1.2.156.10197.1.501' });
    expect(await fault(changedBy(({ signerInfos }) => (signerInfos[0]![name] = national)))).toBe('national');
  },
);

const certificate = (extensions: pki.Extension[]) => {
  const made = new pki.Certificate();
  made.extensions = extensions;
  return made;
};

const authority = (pathLenConstraint?: number) => {
  const basic = new pki.BasicConstraints({
    cA: true,
    ...(pathLenConstraint === undefined ? {} : { pathLenConstraint }),
  });
  return certificate([new pki.Extension({ extnID: '2.5.29.19', extnValue: basic.toSchema().toBER() })]);
};

it('an authority has no more authorities below it than it may', () => {
  const leaf = certificate([]);
  expect(keepsPathLengths([leaf, authority(0), authority(1)])).toBe(true);
  expect(keepsPathLengths([leaf, authority(), authority()])).toBe(true);
  expect(keepsPathLengths([leaf, authority(0), authority(0)])).toBe(false);
  expect(keepsPathLengths([leaf, authority(), authority(), authority(1)])).toBe(false);
});

it.each([
  ['signatures', 0b1000_0000, true],
  ['non-repudiation', 0b0100_0000, true],
  ['encryption alone', 0b0010_0000, false],
  ['certificates alone', 0b0000_0100, false],
])('a key for %s may stamp or not', (_, bits, may) => {
  const purposes = new pki.ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] });
  const usage = new asn1.BitString({ valueHex: Uint8Array.of(bits).buffer });
  const made = certificate([
    new pki.Extension({ extnID: '2.5.29.37', critical: true, extnValue: purposes.toSchema().toBER() }),
    new pki.Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() }),
  ]);
  expect(isStampingCertificate(made)).toBe(may);
});
