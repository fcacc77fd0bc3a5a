import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that lets nothing through and writes down what was asked of it. */
export interface CountingProxy {
  /** Arguments that send every request of a browser to it, those to this machine as well. */
  args: readonly string[];
  /** Hosts and addresses that were asked for so far, but for those of the browser's own. */
  asked: string[];
  close(): void;
}

/** Where the browser itself calls, extension or not. */
const BROWSERS_OWN = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:google|googleapis|gvt1|gstatic)\.com(?:[:/]|$)/;

/** Starts the proxy on a free port of this machine. */
export async function countingProxy(): Promise<CountingProxy> {
  const asked: string[] = [];
  const note = (address = '') => {
    if (!BROWSERS_OWN.test(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    args: [
      `--proxy-server=http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
