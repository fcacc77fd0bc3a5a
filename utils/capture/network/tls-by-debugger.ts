import { within } from '../../base/abortable.ts';
import { fromBase64 } from '../../evidence/base64.ts';
import type { DebuggerSession } from './debugger-session.ts';
import { runInPage } from './frames.ts';
import { fingerprints, type TlsFacts, type TlsLook } from './tls-facts.ts';

/** Longest time for the request and what the browser tells of it; a server that does not answer must not hold the capture up. */
const PATIENCE_MS = 5000;

/** Time in which the browser tells of a response that has come. */
const EVENT_MS = 1000;

/** No connection to the page's server could be looked at; the message says why, for the officer. */
export class TlsUnseenError extends Error {
  override name = 'TlsUnseenError';
}

const silent = () => new TlsUnseenError('服务器没有应答');

interface Response {
  url: string;
  remoteIPAddress?: string;
  remotePort?: number;
  connectionReused: boolean;
  fromServiceWorker?: boolean;
  securityDetails?: {
    protocol: string;
    keyExchange: string;
    keyExchangeGroup?: string;
    cipher: string;
    subjectName: string;
    sanList: string[];
    issuer: string;
    /** Seconds since the epoch. */
    validFrom: number;
    validTo: number;
    certificateTransparencyCompliance: string;
  };
}

/** Asks the server for the head of its front page, without cookies, from within the tab; what it answers is of no use. */
async function askServer(tabId: number): Promise<void> {
  const asked = runInPage(
    tabId,
    (patience: number) =>
      fetch(`${location.origin}/`, {
        method: 'HEAD',
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patience),
      }).then(
        () => true,
        // A refusal by the rules between origins comes after the connection, which is all that is wanted.
        () => false,
      ),
    PATIENCE_MS,
  );
  await within(asked, 2 * PATIENCE_MS, silent);
}

const isoOfSeconds = (seconds: number) => new Date(seconds * 1000).toISOString();

interface Sent {
  requestId: string;
  request: { url: string; method: string };
  redirectResponse?: Response;
}

/**
 * The answer to our own request, the first `HEAD` of the origin's front page after the session began to listen, a redirect included. Answers
 * to the page's own requests may come from elsewhere (a proxy, a service worker, another connection) and are not taken for it.
 */
export function ownResponse(
  session: Pick<DebuggerSession, 'listen'>,
  origin: string,
): { seen: Promise<Response>; end(): void } {
  const ends: (() => void)[] = [];
  const seen = new Promise<Response>((resolve) => {
    let own: string | undefined;
    const take = (requestId: string, response?: Response) => {
      if (requestId === own && response?.securityDetails && new URL(response.url).origin === origin) resolve(response);
    };
    ends.push(
      session.listen<Sent>('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
        if (request.method === 'HEAD' && request.url === `${origin}/`) own ??= requestId;
        take(requestId, redirectResponse);
      }),
      session.listen<{ requestId: string; response: Response }>('Network.responseReceived', (received) =>
        take(received.requestId, received.response),
      ),
    );
  });
  return { seen, end: () => ends.forEach((end) => void end()) };
}

async function factsOf(
  { securityDetails, remoteIPAddress, remotePort, connectionReused }: Response,
  chain: TlsLook['chain'],
  origin: string,
  at: string,
): Promise<TlsFacts> {
  const details = securityDetails!;
  const [server, ...issuers] = await fingerprints(chain);
  return {
    origin,
    source: '取证时另行向同一网站发出一次不带 Cookie 的 HEAD 请求所见，不是载入本网页的那次请求',
    at,
    protocol: details.protocol,
    keyExchange: details.keyExchangeGroup || details.keyExchange,
    cipher: details.cipher,
    connectionReused,
    ...(remoteIPAddress ? { ip: remoteIPAddress } : {}),
    ...(remotePort ? { port: remotePort } : {}),
    names: details.sanList,
    transparency: details.certificateTransparencyCompliance,
    chain: [
      {
        ...server!,
        subject: details.subjectName,
        issuer: details.issuer,
        validFrom: isoOfSeconds(details.validFrom),
        validTo: isoOfSeconds(details.validTo),
      },
      ...issuers,
    ],
  };
}

/**
 * Looks at the certificate chain of the page's server over the DevTools protocol. Chromium tells extensions nothing of the
 * connection that brought the page: a request of our own is made, and the facts say so.
 * @throws TlsUnseenError
 */
export async function tlsByDebugger(session: DebuggerSession, tabId: number, address: string): Promise<TlsLook> {
  const { origin } = new URL(address);
  const at = new Date().toISOString();
  const response = ownResponse(session, origin);
  // Bodies are not wanted: the browser need not keep any.
  await session.send('Network.enable', { maxTotalBufferSize: 1, maxResourceBufferSize: 1 });
  try {
    await askServer(tabId);
    const seen = await within(response.seen, EVENT_MS, silent);
    const { tableNames } = await session.send<{ tableNames: string[] }>('Network.getCertificate', { origin });
    if (tableNames.length === 0) throw new TlsUnseenError('浏览器没有给出证书');
    const chain = tableNames.map(fromBase64);
    return { chain, facts: await factsOf(seen, chain, origin, at) };
  } finally {
    response.end();
    await session.send('Network.disable');
  }
}
