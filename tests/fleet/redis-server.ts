import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from '../../cli/browser.ts';
import { freePort } from '../base/free-port.ts';

const isThere = () => spawnSync('redis-server', ['--version']).status === 0;

/** Whether a Redis can be started here; Debian's is installed when this is root there. */
export const hasRedis = (): boolean => isThere() || (installDebianPackages(['redis-server']) && isThere());

/** Why the tests of the fleet are skipped, said once. */
export const sayNoRedis = (): void =>
  void process.stderr.write(
    'The tests of the fleet are skipped: no redis-server, and none could be installed (not root on Debian).\n',
  );

export interface RedisServer {
  url: string;
  /** Kills it as a power cut does; what it wrote stays. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A Redis of its own with an append-only file, on a free port of loopback. */
export async function startRedis(options: { password?: string } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    const secret = options.password ? ['--requirepass', options.password] : [];
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
    child = spawn('redis-server', [...settings, '--appendfsync', 'everysec', '--save', '', ...secret], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((resolve, reject) => {
      child!.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      child!.stdout!.on('data', (said) => /Ready to accept connections/.test(String(said)) && resolve());
    });
  };
  const kill = async () => {
    const dying = child;
    child = null;
    if (!dying) return;
    dying.removeAllListeners('exit');
    const ended = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await ended;
  };
  // A test that fails before it closes leaves no server behind.
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    url: `redis://${options.password ? `:${options.password}@` : ''}127.0.0.1:${port}`,
    start,
    kill,
    async close() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
