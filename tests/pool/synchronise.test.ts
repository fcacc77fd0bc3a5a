import { describe, expect, it } from 'vitest';
import { newCase } from '../../utils/evidence/case.ts';
import { Ledger } from '../../utils/pool/ledger.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { MemoryStore } from '../../utils/pool/memory-store.ts';
import { bundlePlace } from '../../utils/pool/places.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import { headsOf } from '../../utils/pool/versions.ts';
import { SimulatedLibrary } from './simulated-library.ts';

interface Machine {
  library: SimulatedLibrary;
  keeper: MemoryLedger;
}

async function office(...names: string[]): Promise<{ store: MemoryStore; machines: Machine[] }> {
  const machines = await Promise.all(
    names.map(async (name) => ({ library: await SimulatedLibrary.open(name), keeper: new MemoryLedger() })),
  );
  for (const one of machines) for (const other of machines) one.library.confirmed.add(other.library.key.fingerprint);
  return { store: new MemoryStore(), machines };
}

let clock = Date.parse('2026-11-30T08:00:00Z');
const now = () => {
  clock += 1_000;
  return new Date(clock).toISOString();
};
const sync = (store: MemoryStore, { library, keeper }: Machine) => synchronise(store, keeper, library, { now });

const caseOf = (id: string, change = {}) => ({
  ...newCase({ id, registrar: { name: '甲', licence: '1' }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' }),
  ...change,
});

describe('the pool of an office', () => {
  it('brings what one seals, adds and dismisses to the other, once', async () => {
    const { store, machines } = await office('甲', '乙');
    const [one, other] = machines as [Machine, Machine];
    const item = one.library.seal('全网最低价');
    one.library.change(item, { status: 'investigating', dismissed: ['f1'] });
    expect(await sync(store, one)).toMatchObject({ handedIn: 1, taken: 0, findings: [], strangers: [] });
    expect(await sync(store, other)).toMatchObject({ handedIn: 0, taken: 1, values: 1, findings: [] });
    expect(other.library.kept.get(item)).toMatchObject({
      itemId: `E20261130-0001-${one.library.key.fingerprint.slice(0, 8)}`,
      state: { status: 'investigating', dismissed: ['f1'] },
    });
    other.library.supplement(item, '某检测公司');
    other.library.change(item, { dismissed: ['f1', 'f2'] });
    one.library.change(item, { dismissed: ['f1', 'f3'] });
    await sync(store, other);
    expect(await sync(store, one)).toMatchObject({ addenda: 1, values: 1, taken: 0, handedIn: 0 });
    await sync(store, other);
    for (const { library } of machines) {
      expect(library.kept.get(item)?.state.dismissed).toEqual(['f1', 'f2', 'f3']);
      expect(library.kept.get(item)?.addenda.map((each) => each.kind === 'correction' && each.value)).toEqual([
        '某检测公司',
      ]);
    }
  });

  it('comes to rest: nothing new, no segment', async () => {
    const { store, machines } = await office('甲', '乙', '丙');
    for (const [index, { library }] of machines.entries())
      library.change(library.seal(`词 ${index}`), { dismissed: ['x'] });
    for (let round = 0; round < 4; round += 1) for (const machine of machines) await sync(store, machine);
    const before = [...store.files.keys()];
    for (const machine of machines)
      expect(await sync(store, machine)).toMatchObject({ taken: 0, values: 0, findings: [] });
    expect([...store.files.keys()]).toEqual(before);
  });

  it('unites edits of one case that do not contradict, and keeps both where they do', async () => {
    const { store, machines } = await office('甲', '乙');
    const [one, other] = machines as [Machine, Machine];
    one.library.cases.set('c', caseOf('c', { name: '某公司' }));
    await sync(store, one);
    await sync(store, other);
    one.library.cases.set('c', caseOf('c', { name: '某公司', shop: '一号店' }));
    other.library.cases.set('c', caseOf('c', { name: '某公司', platform: '某平台' }));
    for (const machine of [one, other, one, other]) await sync(store, machine);
    for (const { library } of machines)
      expect(library.cases.get('c')).toMatchObject({ shop: '一号店', platform: '某平台' });
    one.library.cases.set('c', { ...one.library.cases.get('c')!, summary: '甲的摘要' });
    other.library.cases.set('c', { ...other.library.cases.get('c')!, summary: '乙的摘要' });
    for (const machine of [one, other, one, other]) await sync(store, machine);
    expect(one.library.cases.get('c')?.summary).toBe('甲的摘要');
    expect(other.library.cases.get('c')?.summary).toBe('乙的摘要');
    for (const { keeper } of machines) {
      const versions = (await Ledger.open(keeper)).versionsByValue().get('case c')!;
      expect(
        headsOf(versions)
          .map(({ value }) => (value as { summary: string }).summary)
          .sort(),
      ).toEqual(['乙的摘要', '甲的摘要'].sort());
    }
  });

  it('keeps what comes under a key that nobody compared apart, and takes it in once somebody did', async () => {
    const { store, machines } = await office('甲', '乙');
    const [one, other] = machines as [Machine, Machine];
    other.library.confirmed.clear();
    one.library.seal('词');
    await sync(store, one);
    const { fingerprint } = one.library.key;
    const report = await sync(store, other);
    expect(report).toMatchObject({ taken: 0, strangers: [{ key: fingerprint, person: '甲', items: 1 }] });
    other.library.confirmed.add(fingerprint);
    expect(await sync(store, other)).toMatchObject({ taken: 1, strangers: [] });
  });

  it('names what is gone or changed in the pool, and who had it last', async () => {
    const { store, machines } = await office('甲', '乙', '丙');
    const [one, other, third] = machines as [Machine, Machine, Machine];
    one.library.seal('一');
    one.library.seal('二');
    await sync(store, one);
    await sync(store, other);
    const bundles = [...(await Ledger.open(one.keeper)).get('items').values()];
    store.remove(bundlePlace(bundles[0]!.bundle));
    store.replace(bundlePlace(bundles[1]!.bundle), new Blob(['other']));
    const { findings, taken } = await sync(store, third);
    expect(taken).toBe(0);
    expect(findings).toMatchObject([
      { what: 'missing', place: bundlePlace(bundles[0]!.bundle), item: 'E20261130-0001', lastHad: { person: '乙' } },
      { what: 'altered', item: 'E20261130-0002', lastHad: { person: '乙' } },
    ]);
    const segment = [...store.files.keys()].find((place) => place.startsWith(`log/${one.library.key.fingerprint}/`))!;
    store.remove(segment);
    expect((await sync(store, one)).findings).toContainEqual(
      expect.objectContaining({ what: 'missing', place: segment, lastHad: expect.objectContaining({ person: '乙' }) }),
    );
    const late = { library: await SimulatedLibrary.open('丁'), keeper: new MemoryLedger() };
    for (const { library } of machines) late.library.confirmed.add(library.key.fingerprint);
    expect((await sync(store, late)).findings).toContainEqual(
      expect.objectContaining({ what: 'missing', place: segment }),
    );
  });

  it('reads a receipt after what it is for, whichever key is first in the folder', async () => {
    for (const isFirst of [true, false]) {
      const { store, machines } = await office('甲', '乙', '丙');
      machines.sort((a, b) => (a.library.key.fingerprint < b.library.key.fingerprint ? -1 : 1));
      const [one, other] = (isFirst ? machines : machines.toSpliced(0, 2, machines[1]!, machines[0]!)) as Machine[];
      one!.library.seal('一');
      await sync(store, one!);
      await sync(store, other!);
      for (const place of store.files.keys()) if (place.startsWith('bundles/')) store.remove(place);
      const { person } = other!.library;
      expect((await sync(store, machines[2]!)).findings).toMatchObject([{ what: 'missing', lastHad: { person } }]);
    }
  });

  it('goes on after a stop between any two steps, and loses and doubles nothing', async () => {
    for (let stop = 1; stop < 40; stop += 1) {
      const { store, machines } = await office('甲', '乙');
      const [one, other] = machines as [Machine, Machine];
      const item = one.library.seal('词');
      one.library.change(item, { dismissed: ['f1'] });
      let steps = 0;
      const step = () => {
        steps += 1;
        if (steps === stop) throw new Error('stopped');
      };
      const halting = new Proxy(store, {
        get(target, name) {
          if (name !== 'put') return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
          return async (place: string, blob: Blob) => {
            step();
            const outcome = await target.put(place, blob);
            step();
            return outcome;
          };
        },
      });
      const isStopped = await synchronise(halting, one.keeper, one.library, { now }).then(
        () => false,
        () => true,
      );
      await sync(store, one);
      expect(await sync(store, other)).toMatchObject({ taken: 1, values: 1, findings: [] });
      expect(await sync(store, one)).toMatchObject({ handedIn: 0, findings: [] });
      expect(other.library.kept.size).toBe(1);
      if (!isStopped) return;
    }
  });
});
