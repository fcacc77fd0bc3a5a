import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const html = (body: string, title = '页面') =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

export const CLAIM = '<h1>检测报告办理</h1><p>质检报告当天出证，不送样检测，检测包过，¥ 99 起。</p>';
export const PLAIN = '<h1>保温杯</h1><p>容量 500 毫升，支持七天无理由退货，¥ 59。</p>';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const page =
  (body: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(body));
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(code, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html(''));

/** What a patrol meets, by path. */
const ANSWERS: Record<string, Answer> = {
  '/claim': page(CLAIM),
  '/plain': page(PLAIN),
  '/slow': (request, response) => void setTimeout(() => page(PLAIN)(request, response), 1_500),
  '/missing': status(404),
  '/broken': status(500),
  '/forbidden': status(403),
  '/credentials': status(401, { 'www-authenticate': 'Basic realm="office"' }),
  '/login': page('<h1>欢迎</h1><form><input name="user"><input type="password"></form><p>请先登录</p>'),
  '/captcha': page('<p>访问验证：请完成安全验证，拖动下方滑块完成拼图</p>'),
  '/loop': status(302, { location: '/loop' }),
  '/download': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="a.zip"' })
      .end('PK'),
  '/endless': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(html(CLAIM).replace('</body></html>', ' '));
  },
  '/opens': page(`${CLAIM}<script>window.open('/plain'); alert('来了');</script>`),
};

export interface PatrolServer {
  url(path: string): string;
  /** How often a path was asked for. */
  asked(path: string): number;
  /** What a path answers with from now on. */
  set(path: string, body: string): void;
  close(): Promise<void>;
}

/** A server with what a patrol meets: claims, plain pages, slow, failing, behind a form, hostile. `/claim/N` and `/plain/N` are pages of their own. */
export async function servePatrol(): Promise<PatrolServer> {
  const counts = new Map<string, number>();
  const changed = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const body = changed.get(path);
    const numbered = /^\/(claim|plain)\/\d+$/.exec(path);
    const answer = body !== undefined ? page(body) : ANSWERS[numbered ? `/${numbered[1]}` : path];
    (answer ?? status(404))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    asked: (path) => counts.get(path) ?? 0,
    set: (path, body) => void changed.set(path, body),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How each path ends, as the command prints it. */
export const ENDINGS: Record<string, { state: string; flagged: boolean; error?: string }> = {
  '/claim': { state: 'done', flagged: true },
  '/plain': { state: 'done', flagged: false },
  '/slow': { state: 'done', flagged: false },
  '/missing': { state: 'failed', flagged: false, error: 'http-404' },
  '/broken': { state: 'failed', flagged: false, error: 'http-500' },
  '/forbidden': { state: 'needs-officer', flagged: false, error: 'refused' },
  '/credentials': { state: 'needs-officer', flagged: false, error: 'credentials' },
  '/login': { state: 'needs-officer', flagged: false, error: 'login-wall' },
  '/captcha': { state: 'needs-officer', flagged: false, error: 'captcha' },
  '/loop': { state: 'failed', flagged: false, error: 'redirect-loop' },
  '/download': { state: 'failed', flagged: false, error: 'download' },
  '/endless': { state: 'failed', flagged: true, error: 'never-finished' },
  '/opens': { state: 'done', flagged: true },
};
