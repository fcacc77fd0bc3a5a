import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer {
  /** Address of a page, on a host of its own when asked: `other` makes a frame cross-origin. */
  url(path: string, host?: 'localhost' | '127.0.0.1'): string;
  /** What a path answers with from now on. */
  set(path: string, html: string, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

/** Serves pages written in a test, on a loopback port of the system's choice. */
export async function servePages(pages: Record<string, string> = {}): Promise<PageServer> {
  const known = new Map(
    Object.entries(pages).map(([path, html]) => [path, { html, headers: {} as Record<string, string> }]),
  );
  const server = createServer((request, response) => {
    const page = known.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    set: (path, html, headers = {}) => void known.set(path, { html, headers }),
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
