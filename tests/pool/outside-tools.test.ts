import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPool } from '../../cli/open-pool.ts';
import { LOG_CHECK } from '../../utils/pool/introduce.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import { SimulatedLibrary } from './simulated-library.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pool-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = () => {
  const { stdout, stderr } = spawnSync('sh', ['-c', LOG_CHECK], { cwd: folder, encoding: 'utf8' });
  const lines = `${stdout}${stderr}`.split('\n').filter(Boolean);
  return {
    heads: lines.filter((line) => / 段，链头 /.test(line)).length,
    faults: lines.filter((line) => !/ 段，链头 /.test(line)),
  };
};

it('is checked by sha256sum and openssl alone, which name what was changed or taken away', async () => {
  const store = await openPool(folder);
  const [one, other] = await Promise.all(['甲', '乙'].map((name) => SimulatedLibrary.open(name)));
  const keepers = [new MemoryLedger(), new MemoryLedger()];
  one!.confirmed.add(other!.key.fingerprint);
  other!.confirmed.add(one!.key.fingerprint);
  const now = () => '2026-11-30T08:00:00.000Z';
  for (let round = 0; round < 2; round += 1) {
    one!.seal(`一 ${round}`);
    other!.seal(`二 ${round}`);
    await synchronise(store, keepers[0]!, one!, { now });
    await synchronise(store, keepers[1]!, other!, { now });
  }
  expect(check()).toEqual({ heads: 2, faults: [] });

  const chain = join(folder, 'log', one!.key.fingerprint);
  const [first, last] = [readdirSync(chain).sort()[0]!, readdirSync(chain).sort().at(-1)!];
  const whole = readFileSync(join(chain, first));
  writeFileSync(join(chain, first), String(whole).replace('一 0', '三 0'));
  expect(check().faults).toEqual([`内容或编号不符: log/${one!.key.fingerprint}/${first}`]);
  writeFileSync(join(chain, first), whole);
  rmSync(join(chain, last));
  expect(check().faults[0]).toContain(`缺少: log/${one!.key.fingerprint}`);
  const bundle = readdirSync(join(folder, 'bundles'), { recursive: true })
    .map(String)
    .find((name) => name.endsWith('.zip'))!;
  writeFileSync(join(folder, 'bundles', bundle), 'other');
  expect(check().faults).toContain(`证据包内容不符: bundles/${bundle}`);
});
