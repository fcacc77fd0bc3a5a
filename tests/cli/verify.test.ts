import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleBundle } from '../bundle/sample-bundle.ts';

let folder: string;
const verify = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/verify.ts', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  const bytes = new Uint8Array(await (await sampleBundle()).zip.arrayBuffer());
  writeFileSync(join(folder, 'good.zip'), bytes);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(join(folder, 'bad.zip'), bytes);
  writeFileSync(join(folder, 'no.zip'), 'no zip');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run verify', () => {
  it('passes a sound bundle with status 0 and names each layer', () => {
    const { status, stdout } = verify(join(folder, 'good.zip'));
    expect(status).toBe(0);
    for (const words of ['SHA-256 校验值全部一致', '国密 SM3', '保管日志', '签名有效', '未加盖时间戳', '结论：通过']) {
      expect(stdout).toContain(words);
    }
  });

  it('fails with status 1 when one of several fails, and still checks the others', () => {
    const { status, stdout } = verify(join(folder, 'bad.zip'), join(folder, 'no.zip'), join(folder, 'good.zip'));
    expect(status).toBe(1);
    expect(stdout.match(/结论：不通过/g)).toHaveLength(2);
    expect(stdout.match(/结论：通过/g)).toHaveLength(1);
  });

  it('says that a file is not there, and how it is used', () => {
    expect(verify(join(folder, 'none.zip'))).toMatchObject({ status: 1, stdout: '' });
    expect(verify()).toMatchObject({ status: 2, stdout: '' });
    expect(verify('--help').stderr).toContain('usage');
  });
});
