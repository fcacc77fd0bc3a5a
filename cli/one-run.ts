import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** How long the end of an earlier run is waited for: one whose npm was killed ends by itself within a second. */
const PATIENCE_MS = 15_000;
const POLL_MS = 200;

const socketOf = (folder: string): string => {
  const name = `zhengjian-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const answers = (path: string): Promise<boolean> =>
  new Promise((decided) => {
    const connection = createConnection(path, () => {
      connection.destroy();
      decided(true);
    });
    connection.on('error', () => decided(false));
  });

const listens = (path: string): Promise<(() => void) | null> =>
  new Promise((decided, failed) => {
    const server = createServer((connection) => connection.destroy());
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? decided(null) : failed(error)));
    server.listen(path, () => decided(() => void server.close()));
    server.unref();
  });

/**
 * Holds a folder for this process alone, as long as it lives: a socket of its name, which the system closes with the process however that ends.
 * @returns the function that lets go; null when another process held it all the while
 */
export async function holdFolder(folder: string): Promise<(() => void) | null> {
  const path = socketOf(folder);
  const deadline = Date.now() + PATIENCE_MS;
  do {
    const release = await listens(path);
    if (release) return release;
    if (!(await answers(path))) rmSync(path, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  } while (Date.now() < deadline);
  return null;
}

const parent = process.ppid;

/**
 * True once the npm that started this process is gone: who killed it killed this run as well and no longer reads what it prints. Started without
 * npm a run may outlive its shell.
 */
export const isOrphan = (): boolean => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
