import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaptureBench, hasEnded, readItem, readText, startBench, until } from './capture-harness.ts';
import { bandedPage } from './capture-pages.ts';
import { serveTls, type TlsServer } from './tls-server.ts';

const SIGNED_IN = `<!doctype html><meta charset="utf-8"><p>欢迎，张三</p><a href="/out">退出登录</a>`;

let bench: CaptureBench;
let site: TlsServer;

beforeAll(async () => {
  site = await serveTls({ '/': '', '/long': bandedPage(4200), '/signed-in': SIGNED_IN });
  bench = await startBench({}, { args: ['--silent-debugger-extension-api', '--ignore-certificate-errors'] });
});
afterAll(async () => {
  await bench?.close();
  site?.close();
});

async function captured(path: string) {
  const page = await bench.browser.context.newPage();
  await page.goto(site.url(path));
  const tabId = await bench.browser.tabIdOf(page);
  await page.bringToFront();
  const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  await page.close();
  return (await readItem(bench.client, job.itemId!))!.record;
}

it('keeps the certificate chain of the server, as another look than the load', async () => {
  const record = await captured('/long');
  const facts = JSON.parse(await readText(bench.client, record.id, 'network/tls.json'));
  expect(facts.origin).toBe(new URL(site.url('/')).origin);
  expect(facts.source).toContain('不是载入本网页的那次请求');
  expect(facts.names).toEqual(['localhost']);
  expect(facts.chain[0]).toMatchObject({ subject: 'localhost', issuer: 'Test CA' });
  expect(facts.chain[0].validTo).toBe(new Date(site.chain[0]!.validTo).toISOString());
  const digests = site.chain.map(({ raw }) => createHash('sha256').update(raw).digest('hex'));
  expect(facts.chain.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(digests);
  const pem = await readText(bench.client, record.id, 'network/tls-chain.pem');
  expect(pem).toBe(site.chain.map((certificate) => certificate.toString()).join(''));
  expect(record.notCaptured.map(({ what }) => what)).not.toContain('服务器 TLS 证书链');
  // One request of ours beside the load, without a body.
  expect(site.requests.filter((request) => !request.endsWith('/favicon.ico'))).toEqual(['GET /long', 'HEAD /']);
});

it('says why there is no chain where the debugger is not used', async () => {
  await bench.client.changeSettings({ captureMethod: 'scroll' });
  const record = await captured('/signed-in');
  expect(record.artefacts.some(({ role }) => role === 'tls')).toBe(false);
  expect(record.notCaptured).toContainEqual(
    expect.objectContaining({ what: '服务器 TLS 证书链', reason: expect.stringContaining('没有使用调试接口') }),
  );
  await bench.client.changeSettings({ captureMethod: 'debugger' });
});

it('states signs of being signed in, the clocks of the servers, and that other extensions may not be asked for', async () => {
  const record = await captured('/signed-in');
  const environment = JSON.parse(await readText(bench.client, record.id, 'environment.json'));
  expect(environment.signIn).toEqual({
    hasVisibleCookies: false,
    offersSignOut: true,
    offersSignIn: false,
    hasPasswordField: false,
  });
  // Date counts whole seconds on the same machine.
  expect(Math.abs(environment.clock.servers.serverOffsetSeconds)).toBeLessThan(5);
  expect(environment.clock.servers).toMatchObject({ answers: 1, servers: 1 });
  expect(record.notCaptured.map(({ what }) => what)).toContain('可改动网页的其他扩展');
});
