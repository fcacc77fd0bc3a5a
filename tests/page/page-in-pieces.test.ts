// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { scanPage } from '../../utils/page/watch-page.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const scanner = createScanner(BUILT_IN_PACKS);
const stop = new AbortController();
afterEach(() => stop.abort());

const SAID = `<h2>质检报告</h2><p>不送样检测</p><p>当天出证，<b>全国</b>通用</p><h3>强制性产品认证证书</h3>
  <table><tr><td>证书编号</td><td>ZZ-2024-000123</td></tr><tr><td>发证机构</td><td>某某认证服务有限公司</td></tr>
  <tr><td>产品名称</td><td>电热水壶</td></tr><tr><td>型号规格</td><td>DK-15</td></tr></table>`;
/** So little that a page is not told anew for it while more is awaited. */
const ADDED = '<p>包过</p>';

function read(html: string) {
  document.title = '检测';
  document.body.innerHTML = html;
  return scanPage({ document, scanner, signal: stop.signal, onChange: () => undefined });
}

it('a page that comes in pieces is told as the page that came at once', async () => {
  const whole = read(SAID + ADDED);
  await vi.waitFor(() => expect(whole.state).toBe('done'));
  const { telling } = whole;
  const pieces = read(SAID);
  await vi.waitFor(() => expect(pieces.state).toBe('done'));
  expect(pieces.telling).not.toEqual(telling);
  document.body.insertAdjacentHTML('beforeend', ADDED);
  await vi.waitFor(() => expect(pieces.findings()).toHaveLength(whole.findings().length));
  expect(pieces.telling).toEqual(telling);
});
