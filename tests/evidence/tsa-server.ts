import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[tsa]
default_tsa = service
[service]
serial = serial
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamp]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[issue]
database = index
serial = issued
new_certs_dir = .
default_md = sha256
policy = any
[any]
commonName = supplied
`;

/** How the service misbehaves. */
export type Behaviour =
  | 'honest'
  | 'other-nonce'
  | 'other-imprint'
  | 'garbage'
  | 'refusing'
  | 'hanging'
  | 'error'
  | 'flood';

/** A real RFC 3161 service on loopback: `openssl ts` behind HTTP. */
export interface TsaServer {
  url: string;
  folder: string;
  behave(as: Behaviour): void;
  close(): Promise<void>;
}

/** Starts one with fresh keys. `validity` is that of its certificate, as `openssl ca` writes dates. */
export async function startTsa(validity?: { from: string; until: string }): Promise<TsaServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tsa-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01\n');
  writeFileSync(join(folder, 'issued'), '01\n');
  writeFileSync(join(folder, 'index'), '');
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test Root',
    '-days',
    '3650',
    '-config',
    'tsa.cnf',
    '-extensions',
    'ca',
  );
  openssl(
    'req',
    '-new',
    ...key,
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=Test TSA',
    '-config',
    'tsa.cnf',
  );
  const dates = validity ? ['-startdate', validity.from, '-enddate', validity.until] : ['-days', '365'];
  const issue = ['ca', '-batch', '-notext', '-config', 'tsa.cnf', '-name', 'issue', '-extensions', 'stamp'];
  openssl(...issue, '-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', 'tsa.csr', '-out', 'tsa.pem', ...dates);

  let behaviour: Behaviour = 'honest';
  const reply = (query: Buffer): Buffer => {
    writeFileSync(join(folder, 'q.tsq'), query);
    if (behaviour === 'other-imprint') openssl('ts', '-query', '-data', 'tsa.cnf', '-sha256', '-cert', '-out', 'q.tsq');
    if (behaviour === 'other-nonce') {
      const text = openssl('ts', '-query', '-in', 'q.tsq', '-text').toString();
      const dump = [...text.matchAll(/^\s+[0-9a-f]{4} - (.{47})/gm)].map((line) => line[1]!.replace(/[\s-]/g, ''));
      openssl('ts', '-query', '-digest', dump.join(''), '-sha256', '-cert', '-out', 'q.tsq');
    }
    if (behaviour === 'refusing') writeFileSync(join(folder, 'q.tsq'), 'no query');
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'q.tsq', '-out', 'r.tsr');
    return readFileSync(join(folder, 'r.tsr'));
  };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (behaviour === 'hanging') return;
    if (behaviour === 'error') response.statusCode = 503;
    if (behaviour === 'garbage') return response.end(Buffer.alloc(900, 0x30));
    if (behaviour === 'flood') return response.end(Buffer.alloc(2_000_000));
    response.setHeader('content-type', 'application/timestamp-reply');
    response.end(reply(Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    folder,
    behave: (as) => {
      behaviour = as;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}
