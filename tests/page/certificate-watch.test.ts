// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { certificateReader } from '../../utils/page/certificate-reader.ts';
import { CertificateWatch } from '../../utils/page/certificate-watch.ts';

let stop: AbortController;

/** Watches the document as it is now; the reader is what its own script would hand over. */
function watch() {
  stop = new AbortController();
  const reader = vi.fn(async () => certificateReader);
  const changed = vi.fn();
  const watching = new CertificateWatch({
    document,
    today: () => '2026-11-23',
    reader,
    changed,
    signal: stop.signal,
  });
  watching.look();
  return { watching, reader, changed };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

const CERTIFICATE = `<table><tr><th>证书编号</th><td>00123Q31234R0S</td></tr><tr><th>发证机构</th><td>某某认证有限公司</td></tr></table>`;

describe('the watch for certificates', () => {
  it('asks for the reader only once the page speaks of certificates, and once for all', async () => {
    document.body.innerHTML = `<p>${'本店全场包邮，欢迎选购。'.repeat(2_000)}</p>`;
    const { watching, reader, changed } = watch();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reader).not.toHaveBeenCalled();
    changed.mockClear();
    document.body.innerHTML += CERTIFICATE;
    for (let times = 0; times < 2; times++) {
      watching.look();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(changed).toHaveBeenCalledTimes(1);
    expect(reader).toHaveBeenCalledTimes(1);
    expect(watching.certificates[0]?.fields.certificateNumber?.value).toBe('00123Q31234R0S');
  });

  it('counts the page as unread until the reader has come and read', async () => {
    document.body.innerHTML = CERTIFICATE;
    let bring: () => void = () => undefined;
    const options = { document, today: () => '2026-11-23', changed: vi.fn() };
    stop = new AbortController();
    const brought = new Promise<typeof certificateReader>((resolve) => {
      bring = () => resolve(certificateReader);
    });
    const slow = new CertificateWatch({ ...options, reader: () => brought, signal: stop.signal });
    slow.look();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(slow.state).toBe('unread');
    bring();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([slow.state, slow.certificates.length]).toEqual(['read', 1]);
    expect(options.changed).toHaveBeenCalled();
  });
});
