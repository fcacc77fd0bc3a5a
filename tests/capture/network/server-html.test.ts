import { expect, it } from 'vitest';
import { isOfLoad } from '../../../utils/capture/network/server-html.ts';

const load = (date: string) => ({ responseHeaders: [{ name: 'Date', value: date }] });
const THEN = 'Mon, 23 Nov 2026 06:32:07 GMT';

it('takes a copy in the cache for this load only while nothing speaks against it', () => {
  expect(isOfLoad(THEN, load(THEN))).toBe(true);
  expect(isOfLoad('Mon, 23 Nov 2026 07:00:00 GMT', load(THEN))).toBe(false);
  expect(isOfLoad('', load(THEN))).toBe(true);
  expect(isOfLoad(THEN, undefined)).toBe(true);
});
