import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AttackedWebDav } from '../../utils/pool/attack-webdav.ts';
import { ATTACKS, attackAll } from '../../utils/pool/attacks.ts';
import { AttackedFolder } from '../torture/attacked-folder.ts';
import { serveDav } from './dav-server.ts';

const access = (url: string) => ({ url, user: 'office', password: 'pass' });

it('finds that a folder refuses nothing', async () => {
  const root = mkdtempSync(join(tmpdir(), 'attacked-'));
  expect((await attackAll(new AttackedFolder(root))).refused).toEqual([]);
  rmSync(root, { recursive: true });
});

it('tells a server that keeps what it was given from one that does not', async () => {
  const open = await serveDav();
  const { succeeded } = await attackAll(new AttackedWebDav(access(open.url)));
  expect(succeeded).toEqual(
    expect.arrayContaining(['delete', 'overwrite', 'empty', 'rename', 'move-over', 'delete-folder']),
  );
  expect([...open.files.keys()]).toEqual([]);
  open.close();
  await expect(attackAll(new AttackedWebDav(access(open.url)))).rejects.toThrow('error_poolUnreachable');
  const locked = await serveDav({ locked: true });
  expect(await attackAll(new AttackedWebDav(access(locked.url)))).toEqual({ refused: ATTACKS, succeeded: [] });
  locked.close();
});
