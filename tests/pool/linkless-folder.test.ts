import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPool } from '../../cli/open-pool.ts';
import { publishBundle } from '../../utils/pool/publish-bundle.ts';

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  link: async () => {
    throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' });
  },
}));

it('publishes once in a folder whose file system has no links', async () => {
  const root = mkdtempSync(join(tmpdir(), 'linkless-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const pool = await openPool(root);
  const { place } = await publishBundle(pool, new Blob(['PK bundle']));
  expect(await pool.put(place, new Blob(['other']))).toBe('taken');
  expect(await (await pool.read(place))?.text()).toBe('PK bundle');
  expect(readdirSync(root, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
});
