import { expect, it } from 'vitest';
import { newCase } from '../../utils/evidence/case.ts';
import type { PoolChange } from '../../utils/pool/change.ts';
import { Ledger } from '../../utils/pool/ledger.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { MemoryStore } from '../../utils/pool/memory-store.ts';
import { FIRST, type Segment, writeSegment } from '../../utils/pool/segment.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import { SimulatedLibrary } from './simulated-library.ts';

const NOW = '2026-11-30T08:00:00.000Z';
const now = () => NOW;

const caseAs = (id: string, change = {}): PoolChange => ({
  kind: 'value',
  of: 'case',
  key: id,
  bases: [],
  value: { ...newCase({ id, registrar: { name: '甲', licence: '1' }, today: '2026-11-30', now: NOW }), ...change },
});

/** A colleague whose program writes whatever it likes, under the colleague's own key. */
async function colleague(store: MemoryStore) {
  const { key } = await SimulatedLibrary.open('甲');
  let last: Segment | undefined;
  return {
    key: key.fingerprint,
    async write(changes: readonly unknown[], when = NOW): Promise<Segment> {
      const at = { number: (last?.body.number ?? 0) + 1, previous: last?.sha256 ?? FIRST, at: when };
      const who = { key: key.fingerprint, publicKey: key.publicKey, office: '某局', person: '甲', seen: [], lines: [] };
      const changed = changes as readonly PoolChange[];
      last = await writeSegment({ format: 'zhengjian-pool-log', version: 1, ...who, ...at, changes: changed }, key);
      await store.put(last.place, new Blob([last.text]));
      return last;
    },
  };
}

async function machine(confirmed: string) {
  const library = await SimulatedLibrary.open('乙');
  library.confirmed.add(confirmed);
  const keeper = new MemoryLedger();
  return { library, keeper };
}

it('one value that no screen could show costs neither the others of its segment nor what was written behind it, and is named', async () => {
  const store = new MemoryStore();
  const writer = await colleague(store);
  const { library, keeper } = await machine(writer.key);
  const first = await writer.write([
    caseAs('good'),
    caseAs('odd', { foundOn: '20260-01-01' }),
    { ...caseAs('other'), key: 'good' },
    { kind: 'later', of: 7 },
  ]);
  await writer.write([caseAs('behind')]);
  for (const round of ['first', 'next']) {
    const report = await synchronise(store, keeper, library, { now });
    expect(report.findings, round).toEqual([
      {
        what: 'leftOut',
        place: first.place,
        lastHad: { key: writer.key, person: '甲', at: NOW },
        leftOut: [
          { change: 2, of: 'case', key: 'odd' },
          { change: 3, of: 'case', key: 'good' },
          { change: 4, of: 'other', key: '' },
        ],
      },
    ]);
    expect([...library.cases.keys()].sort()).toEqual(['behind', 'good']);
  }
  await writer.write([caseAs('odd', { name: '改过' })], '2026-11-30T09:00:00.000Z');
  expect(await synchronise(store, keeper, library, { now })).toMatchObject({
    values: 1,
    findings: [{ leftOut: [{ key: 'good' }, { of: 'other' }] }],
  });
});

it('what an earlier version left out is taken by one that knows it, and no longer named', async () => {
  const store = new MemoryStore();
  const writer = await colleague(store);
  const { library, keeper } = await machine(writer.key);
  await writer.write([caseAs('here')]);
  await synchronise(store, keeper, library, { now });
  const second = await writer.write([caseAs('odd', { foundOn: '甲' }), caseAs('late')]);
  await synchronise(store, keeper, library, { now });
  const row = (await Ledger.open(keeper)).get('segments').get(second.place)!;
  expect(row.leftOut).toEqual([{ change: 1, of: 'case', key: 'odd' }]);
  // As an earlier version would have written it that did not know of the second one either.
  library.cases.delete('late');
  const earlier = new MemoryLedger();
  const { segments, items, addenda, results } = await keeper.read();
  const unknown = [...row.leftOut!, { change: 2, of: 'case' as const, key: 'late' }];
  const rows = segments.map((each) => (each.place === second.place ? { ...each, leftOut: unknown } : each));
  await earlier.put({ segments: rows, items, addenda, results }, new Map([[second.place, second.text]]));
  const { findings } = await synchronise(store, earlier, library, { now });
  expect(library.cases.has('late')).toBe(true);
  expect(findings).toMatchObject([{ what: 'leftOut', leftOut: [{ change: 1 }] }]);
});

it('a segment of nothing but such values is none: what is left out is kept by name', async () => {
  const store = new MemoryStore();
  const writer = await colleague(store);
  const { library, keeper } = await machine(writer.key);
  await writer.write(Array.from({ length: 401 }, () => ({ kind: 'later' })));
  expect(await synchronise(store, keeper, library, { now })).toMatchObject({ findings: [{ what: 'altered' }] });
});
