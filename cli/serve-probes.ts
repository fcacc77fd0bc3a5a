import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Probe } from '../utils/patrol/probes.ts';
import { probeDocument, probePage } from './probe-pages.ts';

/** Serves so many probe pages on a free loopback port. */
export async function serveProbes(count: number): Promise<{ probes: readonly Probe[]; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const number = Number(/^\/page\/(\d+)$/.exec(request.url ?? '')?.[1]);
    if (!(number >= 0 && number < count)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(probeDocument(probePage(number)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const probes = Array.from({ length: count }, (_, number) => ({
    url: `http://127.0.0.1:${port}/page/${number}`,
    flagged: probePage(number).flagged,
  }));
  return {
    probes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
