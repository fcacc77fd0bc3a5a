import { browser } from '#imports';
import type { Header } from './network-facts.ts';

/** How far one server's clock was from this machine's. */
export interface ClockSample {
  host: string;
  /** The server's clock minus this machine's, seconds; a Date header counts whole seconds, so half of one either way is not known. */
  offsetSeconds: number;
}

/** What the servers of a page say of this machine's clock. */
export interface ClockComparison {
  /** The median, seconds, with the least and the most: how far the servers agree among themselves. */
  serverOffsetSeconds: number;
  leastOffsetSeconds: number;
  mostOffsetSeconds: number;
  answers: number;
  servers: number;
}

/** Answers of one load that are kept; a page may bring hundreds. */
const MOST_SAMPLES = 30;
/** A page's answers come in bursts: they are written down together. */
const WRITE_AFTER_MS = 300;

/**
 * Seconds by which the server's clock is ahead of `at`; undefined without a readable Date header, and for an answer that lay in
 * a cache on the way (Age), whose date is that of an earlier moment.
 */
export function clockOffset(headers: readonly Header[], at: number): number | undefined {
  const header = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const date = header('date');
  if (!date || Number(header('age') ?? 0) > 0) return undefined;
  const server = Date.parse(date);
  // A Date header counts whole seconds: half a second is its middle.
  return Number.isNaN(server) ? undefined : Math.round((server + 500 - at) / 100) / 10;
}

/** The samples put together; null when no server told the time. */
export function compareClocks(samples: readonly ClockSample[]): ClockComparison | null {
  const offsets = samples.map(({ offsetSeconds }) => offsetSeconds).sort((a, b) => a - b);
  if (offsets.length === 0) return null;
  return {
    serverOffsetSeconds: offsets[Math.floor(offsets.length / 2)]!,
    leastOffsetSeconds: offsets[0]!,
    mostOffsetSeconds: offsets.at(-1)!,
    answers: offsets.length,
    servers: new Set(samples.map(({ host }) => host)).size,
  };
}

const keyOfTab = (tabId: number) => `clocks:${tabId}`;

const samples = new Map<number, ClockSample[]>();
const waiting = new Map<number, ReturnType<typeof setTimeout>>();

async function write(tabId: number): Promise<void> {
  waiting.delete(tabId);
  await browser.storage.session.set({ [keyOfTab(tabId)]: samples.get(tabId) ?? [] });
}

function keep(tabId: number, sample: ClockSample): void {
  const list = samples.get(tabId) ?? [];
  samples.set(tabId, list);
  if (list.length >= MOST_SAMPLES) return;
  list.push(sample);
  if (!waiting.has(tabId))
    waiting.set(
      tabId,
      setTimeout(() => void write(tabId), WRITE_AFTER_MS),
    );
}

function forget(tabId: number): void {
  samples.delete(tabId);
  clearTimeout(waiting.get(tabId));
  waiting.delete(tabId);
  void browser.storage.session.remove(keyOfTab(tabId));
}

/** Compares the clocks of the servers that bring documents, styles and scripts with this machine's, for each tab's last load. */
export function observeServerClocks(): void {
  browser.webRequest.onResponseStarted.addListener(
    ({ tabId, type, url, fromCache, responseHeaders = [], timeStamp }) => {
      if (tabId < 0) return;
      if (type === 'main_frame') forget(tabId);
      const headers = responseHeaders.map(({ name, value = '' }) => ({ name, value }));
      const offsetSeconds = fromCache ? undefined : clockOffset(headers, timeStamp);
      if (offsetSeconds !== undefined) keep(tabId, { host: new URL(url).host, offsetSeconds });
    },
    { urls: ['<all_urls>'], types: ['main_frame', 'sub_frame', 'stylesheet', 'script'] },
    ['responseHeaders'],
  );
  browser.tabs.onRemoved.addListener(forget);
}

/** The comparison of a tab's last load; null when no server told the time, or before the extension could listen. */
export async function readServerClocks(tabId: number): Promise<ClockComparison | null> {
  const key = keyOfTab(tabId);
  const kept = (await browser.storage.session.get(key))[key] as ClockSample[] | undefined;
  return compareClocks(samples.get(tabId) ?? kept ?? []);
}
