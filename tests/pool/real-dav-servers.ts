import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from '../../cli/browser.ts';
import { freePort } from '../base/free-port.ts';

export const USER = 'office';
export const PASSWORD = 'pass 密';

/** A WebDAV server of Debian, started by a test on loopback over a folder of its own. */
export interface RealDavServer {
  name: string;
  /** Address of the pool, user and password in it. */
  url: string;
  /** What it serves, as a folder of this machine. */
  root: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

interface Kind {
  /** In the search path or in `/usr/sbin`. */
  program: string;
  /** Without it the program is no WebDAV server. */
  module?: string;
  packages: readonly string[];
  /** Writes its configuration and answers with how it is called. */
  command(folder: string, root: string, port: number): readonly string[];
}

const IS_ROOT = process.getuid?.() === 0;
/** Debian's account for web servers; none of them serves as root. */
const WWW_DATA = 33;

/** A line of a password file that both Apache and nginx read. */
const passwords = () => `${USER}:{SHA}${createHash('sha1').update(PASSWORD).digest('base64')}\n`;

const APACHE_MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
];

const KINDS: Readonly<Record<string, Kind>> = {
  apache: {
    program: 'apache2',
    module: '/usr/lib/apache2/modules/mod_dav_fs.so',
    packages: ['apache2'],
    command(folder, root, port) {
      writeFileSync(join(folder, 'passwords'), passwords());
      const modules = APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
      const settings = `${modules.join('\n')}
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
${IS_ROOT ? 'User www-data\nGroup www-data' : ''}
DavLockDB ${folder}/locks/db
DocumentRoot ${root}
<Directory ${root}>
  Dav On
  AuthType Basic
  AuthName pool
  AuthUserFile ${folder}/passwords
  Require valid-user
</Directory>
`;
      writeFileSync(join(folder, 'apache.conf'), settings);
      return ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'];
    },
  },
  nginx: {
    program: 'nginx',
    module: '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
    packages: ['nginx-light', 'libnginx-mod-http-dav-ext'],
    command(folder, root, port) {
      writeFileSync(join(folder, 'passwords'), passwords());
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/temporary/${name};`,
      );
      const settings = `load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
${IS_ROOT ? 'user www-data;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/errors;
worker_processes 2;
events {}
http {
  access_log off; ${temporary.join(' ')}
  client_max_body_size 0;
  dav_ext_lock_zone zone=pool:1m;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    location / {
      auth_basic pool; auth_basic_user_file ${folder}/passwords;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK; dav_ext_lock zone=pool;
    }
  }
}
`;
      writeFileSync(join(folder, 'nginx.conf'), settings);
      return ['-e', join(folder, 'errors'), '-c', join(folder, 'nginx.conf')];
    },
  },
  rclone: {
    program: 'rclone',
    packages: ['rclone'],
    command: (_folder, root, port) => [
      'serve',
      'webdav',
      root,
      '--addr',
      `127.0.0.1:${port}`,
      '--user',
      USER,
      '--pass',
      PASSWORD,
    ],
  },
};

export const REAL_SERVERS = Object.keys(KINDS);

const pathOf = (program: string): string | undefined =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin'].map((folder) => join(folder, program)).find(existsSync);

const isThere = ({ program, module }: Kind): boolean =>
  pathOf(program) !== undefined && (module === undefined || existsSync(module));

/** Which of them can be started here. @param install puts Debian's packages there where this is root */
export function realServersHere({ install = false } = {}): string[] {
  return REAL_SERVERS.filter((name) => {
    const kind = KINDS[name]!;
    return isThere(kind) || (install && installDebianPackages(kind.packages) && isThere(kind));
  });
}

/** Resolves once somebody answers at the port; the server says nowhere else that it is ready. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts one of {@link REAL_SERVERS}. */
export async function startRealServer(name: string): Promise<RealDavServer> {
  const kind = KINDS[name]!;
  const folder = mkdtempSync(join(tmpdir(), `dav-${name}-`));
  chmodSync(folder, 0o755);
  const root = join(folder, '共享');
  const owned = [root, join(folder, 'locks'), join(folder, 'temporary')];
  for (const each of owned) {
    mkdirSync(each);
    if (IS_ROOT && name !== 'rclone') chownSync(each, WWW_DATA, WWW_DATA);
  }
  const port = await freePort();
  const command = kind.command(folder, root, port);
  let child: ChildProcess | null = null;
  const start = async () => {
    // A group of its own: workers of a server that is killed do not end with it.
    child = spawn(pathOf(kind.program)!, command, { stdio: ['ignore', 'ignore', 'ignore'], detached: true });
    await answers(`http://127.0.0.1:${port}/`, child);
  };
  const kill = async () => {
    const dying = child;
    child = null;
    if (!dying?.pid || dying.exitCode !== null || dying.signalCode !== null) return;
    const ended = new Promise((resolve) => dying.once('exit', resolve));
    process.kill(-dying.pid, 'SIGKILL');
    await ended;
  };
  await start();
  return {
    name,
    url: `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/证据 池&1`,
    root,
    start,
    kill,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a program says of itself. */
export const versionOf = (name: string): string => {
  const { program } = KINDS[name]!;
  const { stdout, stderr } = spawnSync(pathOf(program)!, [program === 'rclone' ? 'version' : '-v'], {
    encoding: 'utf8',
  });
  return /[\d.]{3,}/.exec(`${stdout}${stderr}`)?.[0] ?? '';
};
