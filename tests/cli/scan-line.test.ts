import { expect, it } from 'vitest';
import { scanLine } from '../../cli/scan-line.ts';
import { report } from '../gallery/fixtures.ts';

const line = (part = {}) =>
  scanLine('https://shop.example/', { report: report(part), reading: { finished: true } }, '2026-11-23');

it('prints what the page is, how much its claims weigh, and the signs for both with its own words', () => {
  const { pageKind, weight, pageSigns } = line();
  expect({ pageKind, weight }).toEqual({ pageKind: 'certification-seller', weight: 'strong' });
  expect(pageSigns).toContainEqual({ id: 'consult', words: '咨询、微信' });
  expect(pageSigns).toContainEqual({ id: 'token-price', words: '¥1.00' });
});

it('prints what speaks for and against a finding', () => {
  const [finding] = line().findings as { signs: unknown[] }[];
  expect(finding!.signs).toContainEqual({ id: 'promise-before', words: '保证' });
  expect(finding!.signs).toContainEqual({ id: 'required-after', words: '需要', against: true });
});
