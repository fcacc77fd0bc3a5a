import { afterEach, describe, expect, it } from 'vitest';
import { openPool } from '../../cli/open-pool.ts';
import { AttackedWebDav } from '../../utils/pool/attack-webdav.ts';
import { attackAll } from '../../utils/pool/attacks.ts';
import { proveStore } from '../../utils/pool/prove-store.ts';
import { torturePoolServers } from '../torture/pool-servers.ts';
import {
  PASSWORD,
  REAL_SERVERS,
  type RealDavServer,
  realServersHere,
  startRealServer,
  USER,
} from './real-dav-servers.ts';

const here = realServersHere();
const absent = REAL_SERVERS.filter((name) => !here.includes(name));
if (absent.length)
  process.stderr.write(
    `The pool is not tried on ${absent.join(', ')}: not installed; \`npm run torture -- --only pool-servers\` does.\n`,
  );

const SLOW = { timeout: 60_000 };

describe.each(here)('a pool on %s', (name) => {
  let server: RealDavServer | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });

  it('is proved, lists names as they were given, and refuses a wrong password by its sentence', SLOW, async () => {
    server = await startRealServer(name);
    const pool = await openPool(server.url);
    expect(await pool.list('files')).toEqual([]);
    await proveStore(pool);
    const odd = '中 文&%41#?+;é.txt';
    expect(await pool.put(`odd/${odd}`, new Blob(['x']))).toBe('put');
    expect(await pool.putUnseen?.(`odd/${odd}`, new Blob(['y']))).toBe('taken');
    expect(await pool.list('odd')).toEqual([{ name: odd, kind: 'file', size: 1 }]);
    expect(await (await pool.read(`odd/${odd}`))?.text()).toBe('x');
    await expect((await openPool(server.url.replace(USER, 'other'))).list('odd')).rejects.toThrow('error_poolDenied');
    const { succeeded } = await attackAll(new AttackedWebDav({ url: server.url, user: USER, password: PASSWORD }));
    expect(succeeded).toEqual(expect.arrayContaining(['delete', 'overwrite', 'rename']));
    expect((await pool.list('files')).map((entry) => entry.name)).toHaveLength(1);
  });

  // Of all of them: `npm run torture -- --only pool-servers`.
  it.runIf(name === here[0])('loses nothing to racing writers and kills', SLOW, async () => {
    expect(await torturePoolServers(1, 1, 2, 7, [name])).toMatchObject({ tried: 1, failures: [] });
  });
});
