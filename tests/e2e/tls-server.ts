import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TlsServer {
  url(path: string): string;
  /** What it shows to clients, the server's own certificate first. */
  chain: readonly X509Certificate[];
  /** Method and path of every request so far. */
  requests: readonly string[];
  close(): void;
}

/** A site on loopback behind a certificate that a test authority made, for `localhost`. */
export async function serveTls(pages: Readonly<Record<string, string>>): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/O=Test/CN=Test CA');
  openssl('req', ...key, '-keyout', 'site.key', '-out', 'site.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '20', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'site.csr', '-out', 'site.pem', ...signing);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const [own, authority] = [read('site.pem'), read('ca.pem')];
  const requests: string[] = [];
  const server = createServer({ key: read('site.key'), cert: own + authority }, (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const page = pages[new URL(request.url ?? '/', 'https://site').pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  rmSync(folder, { recursive: true });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: (path) => `https://localhost:${(server.address() as AddressInfo).port}${path}`,
    chain: [own, authority].map((pem) => new X509Certificate(pem)),
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
