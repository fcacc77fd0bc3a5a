import { expect, it } from 'vitest';
import { withPictures } from '../../utils/live/use-local-pictures.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';

const REMOTE = 'https://shop.example/report.jpg';
const LOST = 'http://shop.example/lost.jpg';
const DRAWN = 'urn:sha256:aa';
const box = { x: 0, y: 0, width: 1, height: 1 };

const report = {
  certificates: [
    { id: 'a', pictureUrl: REMOTE },
    { id: 'b', pictureUrl: LOST },
    { id: 'c' },
    { id: 'd', pictureUrl: DRAWN },
  ],
  findings: [
    { id: 'f', picture: { url: REMOTE, width: 1, height: 1, box } },
    { id: 'g', picture: { url: LOST, width: 1, height: 1, box } },
  ],
} as unknown as TabReport;

it('shows pictures from what was read, and no address of a server', () => {
  const shown = withPictures(
    report,
    new Map([
      [REMOTE, 'data:image/png;base64,eA=='],
      [DRAWN, 'data:image/png;base64,eQ=='],
    ]),
  );
  expect(shown.certificates.map(({ pictureUrl }) => pictureUrl)).toEqual([
    'data:image/png;base64,eA==',
    undefined,
    undefined,
    'data:image/png;base64,eQ==',
  ]);
  expect(shown.findings.map(({ picture }) => picture?.url)).toEqual(['data:image/png;base64,eA==', undefined]);
  expect(JSON.stringify(shown)).not.toContain('shop.example');
});
