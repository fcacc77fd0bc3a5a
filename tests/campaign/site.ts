import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claimPage, PLATFORMS, plainPage, type Shop, shopOf, shopPage, wordsPage } from './shops.ts';

/** How an address of the list has to end: the reason in one word where it is not done. */
export interface Ending {
  url: string;
  state: 'done' | 'needs-officer' | 'failed';
  flagged: boolean;
  reason?: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const page =
  (html: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, HTML).end(html);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(code, { ...HTML, ...headers }).end('');
const later =
  (ms: number, html: string): Answer =>
  (_request, response) =>
    void setTimeout(() => response.writeHead(200, HTML).end(html), ms);

const done = (flagged: boolean): Omit<Ending, 'url'> => ({ state: 'done', flagged });
const failed = (reason: string, flagged = false): Omit<Ending, 'url'> => ({ state: 'failed', flagged, reason });
const officer = (reason: string): Omit<Ending, 'url'> => ({ state: 'needs-officer', flagged: false, reason });

const LOGIN = wordsPage('<h1>欢迎</h1><form><input name="user"><input type="password"></form><p>请先登录</p>');
const CAPTCHA = wordsPage('<p>访问验证：请完成安全验证，拖动下方滑块完成拼图</p>');

/** What is no ordinary page, by path; the first half is what the small campaign meets. */
const OTHERS: readonly (readonly [path: string, answer: Answer, ending: Omit<Ending, 'url'>])[] = [
  ['/slow/1', later(1_500, plainPage(901)), done(false)],
  ['/missing/1', status(404), failed('http-404')],
  ['/login/1', page(LOGIN), officer('login-wall')],
  ['/loop/1', status(302, { location: '/loop/1' }), failed('redirect-loop')],
  ['/opens/1', page(claimPage('<script>for (let i = 0; i < 3; i += 1) window.open("/plain/1")</script>')), done(true)],
  ['/closes/1', page(wordsPage('<script>window.close(); location.href = "/plain/1"</script>')), done(false)],
  ['/captcha/1', page(CAPTCHA), officer('captcha')],
  ['/slow/2', later(4_000, claimPage('')), done(true)],
  ['/missing/2', status(410), failed('http-410')],
  ['/broken/1', status(500), failed('http-500')],
  ['/forbidden/1', status(403), officer('refused')],
  ['/credentials/1', status(401, { 'www-authenticate': 'Basic realm="office"' }), officer('credentials')],
  ['/login/2', page(LOGIN), officer('login-wall')],
  ['/captcha/2', page(CAPTCHA), officer('captcha')],
  [
    '/download/1',
    (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="a.zip"' })
        .end('PK'),
    failed('download'),
  ],
  [
    '/endless/1',
    (_request, response) => {
      response.writeHead(200, HTML);
      response.write(claimPage('').replace('</body></html>', ' '));
    },
    failed('never-finished', true),
  ],
  ['/drops/1', (request) => void request.socket.destroy(), failed('no-connection')],
  ['/silent/1', () => undefined, failed('no-answer')],
  ['/moves/1', page(wordsPage('<script>location.replace("/plain/1")</script>')), done(false)],
  [
    '/titles/1',
    page(
      claimPage('<script>document.title = "<img src=x onerror=alert(1)>"; history.pushState(1, "", "/?a")</script>'),
    ),
    done(true),
  ],
];

export interface Size {
  /** Shops whose pages claim, parties that run them, plain pages, and pages of the list of others. */
  shops: number;
  parties: number;
  plain: number;
  others: number;
  /** Shops that are worked on by hand. */
  byHand: number;
}

export const WHOLE: Size = { shops: 24, parties: 12, plain: 16, others: OTHERS.length, byHand: 20 };
export const SMALL: Size = { shops: 2, parties: 2, plain: 1, others: 4, byHand: 1 };

/** A local server with everything that the campaign visits. */
export interface Site {
  shops: readonly Shop[];
  byHand: readonly Shop[];
  endings: readonly Ending[];
  /** Addresses of known content, as the form takes them. */
  probes: readonly string[];
  /** What of the list is no address that can be visited. */
  refused: readonly Ending[];
  urlOf(shop: Pick<Shop, 'platform' | 'path'>): string;
  /** Takes the claims off a shop's page. */
  cleanUp(shop: Shop): void;
  /** Takes a shop's page away. */
  takeDown(shop: Shop): void;
  close(): Promise<void>;
}

export async function serveSite(size: Size): Promise<Site> {
  const answers = new Map<string, Answer>();
  const shops = Array.from({ length: size.shops }, (_, index) => shopOf(index + 1, (index % size.parties) + 1, 'shop'));
  const byHand = Array.from({ length: size.byHand }, (_, index) => shopOf(index + 1, size.parties + index + 1, 'hand'));
  for (const shop of [...shops, ...byHand]) answers.set(shop.path, page(shopPage(shop, true)));
  const plain = Array.from({ length: size.plain }, (_, index) => `/plain/${index + 1}`);
  for (const [index, path] of plain.entries()) answers.set(path, page(plainPage(index + 1)));
  const others = OTHERS.slice(0, size.others);
  for (const [path, answer] of others) answers.set(path, answer);
  const probes = [true, false, true, false, true].map((known, index) => ({ known, path: `/known/${index + 1}` }));
  for (const { known, path } of probes) answers.set(path, page(known ? claimPage('') : plainPage(950)));

  const server = createServer((request, response) =>
    (answers.get(new URL(request.url ?? '/', 'http://site').pathname) ?? status(404))(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const urlOf: Site['urlOf'] = ({ platform, path }) => `http://${platform}:${port}${path}`;
  const at = (path: string, index: number) => urlOf({ platform: PLATFORMS[index % PLATFORMS.length]!, path });
  return {
    shops,
    byHand,
    urlOf,
    endings: [
      ...shops.map((shop) => ({ url: urlOf(shop), ...done(true) })),
      ...plain.map((path, index) => ({ url: at(path, index), ...done(false) })),
      ...others.map(([path, , ending], index) => ({ url: at(path, index), ...ending })),
    ],
    probes: probes.map(({ known, path }, index) => `${known ? '有' : '无'} ${at(path, index)}`),
    refused: [
      { url: 'javascript:alert(1)', ...failed('address-script') },
      { url: 'file:///etc/hostname', ...failed('address-file') },
      { url: 'http://127.0.0.1:port/shop/1', ...failed('address-malformed') },
    ],
    cleanUp: (shop) => void answers.set(shop.path, page(shopPage(shop, false))),
    takeDown: (shop) => void answers.set(shop.path, status(404)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
