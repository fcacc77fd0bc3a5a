import type { WebRequest } from 'webextension-polyfill';
import { browser } from '#imports';
import { fromBase64, toBase64 } from '../../evidence/base64.ts';
import type { LoadFacts } from './network-facts.ts';
import { type ChainLink, fingerprints, type TlsFacts, type TlsLook } from './tls-facts.ts';

/** The connection of one tab's load as it is kept for as long as the browser runs. */
interface KeptLook {
  requestId: string;
  facts: TlsFacts;
  /** DER, base64. */
  chain: readonly string[];
}

const keyOfTab = (tabId: number) => `tls:${tabId}`;

const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString();

// The shared types describe what Chromium has too; this one is Firefox's alone.
const webRequest = browser.webRequest as unknown as WebRequest.Static;

/** True where the browser tells of the very connection that brings a page (Firefox). */
export const seesLoads = (): boolean => typeof webRequest.getSecurityInfo === 'function';

async function lookOf(requestId: string, url: string): Promise<KeptLook | undefined> {
  const whole = await webRequest.getSecurityInfo(requestId, { certificateChain: true, rawDER: true });
  // Where the officer went on in spite of a warning the browser has no chain that it trusts, but the server's own certificate.
  const info = whole.certificates?.length ? whole : await webRequest.getSecurityInfo(requestId, { rawDER: true });
  const certificates = info.certificates ?? [];
  const chain = certificates.map(({ rawDER = [] }) => new Uint8Array(rawDER));
  if (chain.length === 0) return undefined;
  const links = await fingerprints(chain);
  const facts: TlsFacts = {
    origin: new URL(url).origin,
    source: '载入本网页的那次请求所用的连接',
    at: isoOf(Date.now()),
    ...(info.protocolVersion ? { protocol: info.protocolVersion } : {}),
    ...(info.keaGroupName ? { keyExchange: info.keaGroupName } : {}),
    ...(info.cipherSuite ? { cipher: info.cipherSuite } : {}),
    ...(info.certificateTransparencyStatus ? { transparency: info.certificateTransparencyStatus } : {}),
    chain: certificates.map(
      ({ subject, issuer, validity }, index): ChainLink => ({
        ...links[index]!,
        subject,
        issuer,
        validFrom: isoOf(validity.start),
        validTo: isoOf(validity.end),
      }),
    ),
  };
  return { requestId, facts, chain: chain.map(toBase64) };
}

/**
 * Listens to the connections of main-frame loads from now on. The browser answers only while it holds the response back, so the
 * listener blocks it for that moment and changes nothing.
 */
export function observeConnections(): void {
  if (!seesLoads()) return;
  webRequest.onHeadersReceived.addListener(
    async ({ tabId, requestId, url }) => {
      if (!url.startsWith('https:')) return {};
      const look = await lookOf(requestId, url);
      if (look) await browser.storage.session.set({ [keyOfTab(tabId)]: look });
      return {};
    },
    { urls: ['<all_urls>'], types: ['main_frame'] },
    ['blocking'],
  );
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(keyOfTab(tabId)));
}

/** The connection that brought a load; undefined when it was not seen. */
export async function tlsOfLoad(tabId: number, load: LoadFacts): Promise<TlsLook | undefined> {
  const key = keyOfTab(tabId);
  const kept = (await browser.storage.session.get(key))[key] as KeptLook | undefined;
  // A page from the cache brings back the certificates of the connection that once filled it.
  if (load.fromCache || kept?.requestId !== load.requestId) return undefined;
  return { facts: { ...kept.facts, ...(load.ip ? { ip: load.ip } : {}) }, chain: kept.chain.map(fromBase64) };
}
