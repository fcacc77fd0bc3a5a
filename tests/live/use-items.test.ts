import { expect, it } from 'vitest';
import { summariseItems } from '../../utils/casework/item-summary.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { isEverything, withChanged } from '../../utils/live/use-items.ts';
import { sampleItem } from '../components/library/sample-items.ts';

const itemOf = (id: string, sealedAt: string): EvidenceItem => {
  const item = sampleItem();
  return { ...item, id, record: { ...item.record, id, sealedAt } };
};

const items = [3, 2, 1].map((day) => itemOf(`E2026110${day}-0001`, `2026-11-0${day}T00:00:00.000Z`));
const reckoning = { today: '2026-11-23' };

it('puts changed items in their place, newest first, and leaves the others the objects that they are', () => {
  const [third, second, first] = items as [EvidenceItem, EvidenceItem, EvidenceItem];
  const moved = { ...second, status: 'transferred' as const };
  const fresh = itemOf('E20261104-0001', '2026-11-04T00:00:00.000Z');
  const after = withChanged(
    items,
    new Map([
      [second.id, moved],
      [first.id, undefined],
      [fresh.id, fresh],
    ]),
  );
  expect(after.map(({ id }) => id)).toEqual([fresh.id, third.id, second.id]);
  expect(after[1]).toBe(third);
  expect(after[2]).toBe(moved);
});

it('makes the row of the changed item anew and no other', () => {
  const rows = summariseItems(items, new Map(), reckoning);
  const second = items[1]!;
  const changed = withChanged(items, new Map([[second.id, { ...second, status: 'unfounded' as const }]]));
  const again = summariseItems(changed, new Map(), reckoning);
  expect(again.map((row, index) => row === rows[index])).toEqual([true, false, true]);
  expect(again[1]?.status).toBe('unfounded');
  expect(summariseItems(items, new Map(), { today: '2026-11-24' })[0]).not.toBe(rows[0]);
});

it('reads everything again when a notice names no item, as after a restored back-up, and when many changed', () => {
  expect([isEverything(['E20261104-0001']), isEverything(['E20261104-0001', '']), isEverything([])]).toEqual([
    false,
    true,
    false,
  ]);
  expect(isEverything(Array.from({ length: 201 }, (_, at) => String(at)))).toBe(true);
});
