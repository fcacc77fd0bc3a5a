import { createServer } from 'node:http';
import { type FleetStatus, statusMetrics, statusRows } from './status.ts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (status: FleetStatus) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta http-equiv="refresh" content="3"><title>巡查队列</title>
<style>body{font:15px/1.7 system-ui,sans-serif;margin:32px;color-scheme:light dark}th{text-align:left;font-weight:400;padding-right:32px;opacity:.7}td{font-variant-numeric:tabular-nums}</style>
<h1>巡查队列</h1><table>${statusRows(status)
  .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
  .join('')}</table></html>`;

/** Serves the state of the fleet on loopback: a page that renews itself, and `/metrics` for Prometheus. */
export async function serveStatus(port: number, read: () => Promise<FleetStatus>): Promise<{ close(): void }> {
  const server = createServer(async (request, response) => {
    try {
      const status = await read();
      if (request.url === '/metrics')
        response
          .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
          .end(statusMetrics(status));
      else if (request.url === '/')
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
          })
          .end(page(status));
      else response.writeHead(404).end();
    } catch (error) {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end((error as Error).message);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { close: () => void server.close() };
}
