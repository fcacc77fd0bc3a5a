import { describe, expect, it } from 'vitest';
import { numberFindings, placeBoxes } from '../../../components/library/place-boxes.ts';
import { scrollToRow, visibleWindow } from '../../../components/library/visible-window.ts';
import { sampleFinding } from './sample-items.ts';

describe('the window on a long list', () => {
  it('draws short lists whole', () => {
    const list = { count: 200, rowHeight: 60, scrollTop: 3000, viewportHeight: 600 };
    expect(visibleWindow(list)).toEqual({ first: 0, last: 200, before: 0, after: 0 });
  });

  it('draws what is in view with spare rows, and keeps the full height', () => {
    const seen = visibleWindow({ count: 5000, rowHeight: 60, scrollTop: 60_000, viewportHeight: 600 });
    expect(seen).toMatchObject({ first: 988, last: 1022 });
    expect(seen.before + (seen.last - seen.first) * 60 + seen.after).toBe(5000 * 60);
  });

  it('stays inside the list at both ends', () => {
    expect(visibleWindow({ count: 300, rowHeight: 60, scrollTop: 0, viewportHeight: 600 }).first).toBe(0);
    const end = visibleWindow({ count: 300, rowHeight: 60, scrollTop: 99_999, viewportHeight: 600 });
    expect(end).toMatchObject({ last: 300, after: 0 });
  });

  it('scrolls only as far as a row needs', () => {
    const list = { rowHeight: 60, scrollTop: 600, viewportHeight: 300 };
    expect(scrollToRow({ index: 12, ...list })).toBe(600);
    expect(scrollToRow({ index: 4, ...list })).toBe(240);
    expect(scrollToRow({ index: 20, ...list })).toBe(960);
  });
});

describe('boxes', () => {
  const findings = [
    sampleFinding('false-promise/guaranteed', 1),
    sampleFinding('fake-certification/same-day', 2, { disposition: 'cited' }),
    sampleFinding('fake-certification/same-day', 3),
    sampleFinding('fake-certification/no-sample', 0),
  ];

  it('are numbered by level, then by place', () => {
    const numbered = numberFindings(findings);
    expect(numbered.map(({ number, style, finding }) => [number, style, finding.position])).toEqual([
      [1, 'strong', 0],
      [2, 'strong', 3],
      [3, 'weak', 1],
      [4, 'cited', 2],
    ]);
    expect(numberFindings(findings, false)).toHaveLength(3);
  });

  it('keep their number and turn grey once they are dismissed', () => {
    const strong = numberFindings(findings).find(({ style }) => style === 'strong')!;
    const [first] = numberFindings(findings, true, [strong.finding.id]);
    expect(first).toEqual({ ...strong, style: 'cited' });
    expect(numberFindings(findings, false, [strong.finding.id])).toHaveLength(3);
  });

  it('are placed relative to the picture and cut at its edges', () => {
    const rect = { x: 100, y: 3990, width: 50, height: 30 };
    const numbered = numberFindings([sampleFinding('fake-certification/same-day', 1, { rect })]);
    const tile = (y: number) => placeBoxes(numbered, { x: 0, y, width: 1366, height: 4000 })[0]?.box;
    expect(tile(0)).toEqual({ x: 100, y: 3990, width: 50, height: 10 });
    expect(tile(4000)).toEqual({ x: 100, y: 0, width: 50, height: 20 });
    expect(tile(8000)).toBeUndefined();
  });

  it('are one a line where the picture says so, and the first bears the number', () => {
    const [numbered] = numberFindings([sampleFinding('fake-certification/same-day', 1)]);
    const line = (x: number, y: number) => ({ findingId: numbered!.finding.id, x, y, width: 50, height: 20 });
    const placed = placeBoxes(
      [numbered!],
      { x: 0, y: 0, width: 500, height: 500 },
      { places: [line(400, 10), line(0, 34)] },
    );
    expect(placed.map(({ box, first }) => [box.x, box.y, first])).toEqual([
      [400, 10, true],
      [0, 34, false],
    ]);
  });

  it('leave out findings without a place', () => {
    const { rect: _, ...elsewhere } = sampleFinding('fake-certification/same-day', 1);
    expect(placeBoxes(numberFindings([elsewhere]), { x: 0, y: 0, width: 9, height: 9 })).toEqual([]);
  });
});
