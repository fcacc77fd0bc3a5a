import { expect, it } from 'vitest';
import { findingsWithin } from '../../../utils/capture/tiles/annotate.ts';
import type { Finding } from '../../../utils/scan/finding.ts';
import { sampleRecord } from '../../evidence/sample-record.ts';

const [sample] = sampleRecord('E20261123-0001', []).findings;
const at = (id: string, y: number, more: Partial<Finding> = {}): Finding => ({
  ...sample!,
  id,
  position: y,
  rect: { x: 10, y, width: 80, height: 20 },
  ...more,
});
const tile = { x: 0, y: 1000, width: 500, height: 400 };

it('marks what shows in a tile, in reading order, also where it is cut by an edge', () => {
  const findings = [at('c', 1390), at('a', 985), at('b', 1200), at('above', 900), at('below', 1400)];
  expect(findingsWithin(findings, tile).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('marks nothing that has no place: hidden, empty, or without coordinates', () => {
  const { rect: _rect, ...placeless } = at('none', 1200);
  const hidden = at('hidden', 1200, { hidden: true });
  const empty = at('empty', 1200, { rect: { x: 0, y: 1200, width: 0, height: 0 } });
  expect(findingsWithin([placeless, hidden, empty], tile)).toEqual([]);
});
