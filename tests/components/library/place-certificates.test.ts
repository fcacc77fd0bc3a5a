import { expect, it } from 'vitest';
import { placeCertificates } from '../../../components/library/place-boxes.ts';
import { sampleCertificate } from './sample-items.ts';

it('places the certificates that stand on a picture, cut at its edges, and no other', () => {
  const region = { x: 0, y: 800, width: 1366, height: 800 };
  const within = sampleCertificate({ id: 'within', rect: { x: 40, y: 700, width: 300, height: 200 } });
  const above = sampleCertificate({ id: 'above', rect: { x: 40, y: 100, width: 300, height: 200 } });
  const placeless = sampleCertificate({ id: 'placeless' });
  expect(placeCertificates([within, above, placeless], region)).toEqual([
    { id: 'within', certificate: within, box: { x: 40, y: 0, width: 300, height: 100 } },
  ]);
});
