import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { flipOurs, flipOutside } from './flip-bundle.ts';
import { largeBundle } from './large-bundle.ts';
import { torturePool } from './pool.ts';
import { mountSmallDisk } from './small-disk.ts';

const SLOW = { timeout: 120_000 };

describe('a small run of the torture', () => {
  it('finds every flipped bit', SLOW, async () => {
    expect(await flipOurs(3, 42)).toMatchObject({ tried: 3, failures: [] });
    expect(await flipOutside(2, 42)).toMatchObject({ tried: 2, failures: [] });
  });

  it('writes and checks a recording', SLOW, async () => {
    expect(await largeBundle(4)).toMatchObject({ tried: 1, failures: [] });
  });
});

it('a pool of machines that are cut off and killed', SLOW, async () => {
  expect(await torturePool(3, 6, 42)).toMatchObject({ tried: 18, failures: [] });
});

it('a small disk takes away what a broken-off run left, and leaves nothing itself, whether it may be mounted or not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'disks-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const { pid } = spawnSync('true');
  mkdirSync(join(folder, `full-disk-${pid}-AbCdEf`, 'disk'), { recursive: true });
  mkdirSync(join(folder, `full-disk-${process.pid}-living`));
  try {
    const disk = mountSmallDisk(16);
    disk.fill(2);
    const { bavail, bsize } = statfsSync(disk.folder);
    expect(bavail * bsize).toBeLessThanOrEqual(2 * 1024 * 1024);
    disk.remove();
  } catch (error) {
    expect(String(error)).toMatch(/mount|mkfs/);
  }
  expect(readdirSync(folder)).toEqual([`full-disk-${process.pid}-living`]);
});
