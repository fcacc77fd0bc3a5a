import { fromBase64 } from '../../evidence/base64.ts';
import { runInPage } from './frames.ts';
import type { LoadFacts } from './network-facts.ts';

/** A page that sends more is kept as the browser holds it alone. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What the server sent for the top document, byte for byte as the browser unpacked it. */
export interface ServerHtml {
  bytes: Uint8Array<ArrayBuffer>;
  /** As the server named it, with its character set. */
  contentType: string;
  /** The server's own time of the answer; empty when it told none. */
  date: string;
}

type Answer =
  | { base64: string; contentType: string; date: string }
  | { lost: 'worker' | 'unended' | 'uncached' | 'large' };

/** Why there is none, for the officer. */
const REASONS: Readonly<Record<'worker' | 'unended' | 'uncached' | 'large' | 'other', string>> = {
  worker: '网页由自己的服务脚本（service worker）供给，取出会向它请求',
  unended: '取证时服务器还没有发完这个网页',
  uncached:
    '浏览器缓存中没有供本页取出的副本（网站不许缓存、由别的网站的链接打开，或以提交表单取得）；没有为此再次向服务器请求',
  large: `超过 ${MOST_BYTES / 1024 / 1024} MB`,
  other: '缓存中同一地址的内容已是另一次请求所得',
};

/** Asks the cache alone, from within the page, whose cache it is. */
const askCache = (tabId: number): Promise<Answer> =>
  runInPage(
    tabId,
    async (most: number): Promise<Answer> => {
      // A service worker hears every request of the page and may ask the server for it.
      if (navigator.serviceWorker?.controller) return { lost: 'worker' };
      // The cache gives out nothing of what is still being written into it.
      const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')!;
      if (Reflect.apply(get!, document, []) === 'loading') return { lost: 'unended' };
      try {
        const response = await fetch(location.href, {
          cache: 'only-if-cached',
          mode: 'same-origin',
          redirect: 'error',
        });
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (!response.ok || bytes.length === 0) return { lost: 'uncached' };
        if (bytes.length > most) return { lost: 'large' };
        let binary = '';
        for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
        const [contentType, date] = ['content-type', 'date'].map((name) => response.headers.get(name) ?? '');
        return { base64: btoa(binary), contentType: contentType!, date: date! };
      } catch {
        return { lost: 'uncached' };
      }
    },
    MOST_BYTES,
  );

/** Whether the copy in the cache may be what this load brought: the server's times of both are the same, as far as both are known. */
export function isOfLoad(date: string, load: Pick<LoadFacts, 'responseHeaders'> | undefined): boolean {
  const seen = load?.responseHeaders?.find(({ name }) => name.toLowerCase() === 'date')?.value;
  return seen === undefined || date === '' || Date.parse(seen) === Date.parse(date);
}

/**
 * The HTML of the top document as the server sent it, before any script ran, from the browser's cache. Nothing is asked of the server.
 * @returns the reason, for the officer, where it is not to be had
 * @throws DocumentGoneError
 */
export async function readServerHtml(
  tabId: number,
  load: Pick<LoadFacts, 'responseHeaders'> | undefined,
): Promise<ServerHtml | { reason: string }> {
  const answer = await askCache(tabId);
  if ('lost' in answer) return { reason: REASONS[answer.lost] };
  if (!isOfLoad(answer.date, load)) return { reason: REASONS.other };
  return { bytes: fromBase64(answer.base64), contentType: answer.contentType, date: answer.date };
}
