import { within } from '../../base/abortable.ts';
import { fromBase64 } from '../../evidence/base64.ts';
import { type Exchange, type RecordedLoad, recordedHeaders } from '../../replay/recorded-load.ts';
import type { DebuggerSession } from './debugger-session.ts';

/** A recording ends at the first of these bounds; a page that asks without end has no other. */
const MOST_EXCHANGES = 2000;
const MOST_BYTES = 200 * 1024 * 1024;
const LONGEST_MS = 45_000;
/** Nothing under way for so long, after the load event: the page has come to rest. */
const QUIET_MS = 1500;

/** The browser may never give the body of a document that another has replaced. */
const BODY_MS = 10_000;
const noBody = () => new Error(`no body within ${BODY_MS / 1000} s`);

type Headers = Readonly<Record<string, string>>;

interface RequestSent {
  requestId: string;
  loaderId: string;
  wallTime: number;
  request: { url: string; urlFragment?: string; method: string; headers: Headers; postData?: string };
  redirectResponse?: Response;
}

interface Response {
  url: string;
  status: number;
  statusText: string;
  headers: Headers;
  mimeType: string;
}

type Open = Omit<Exchange, 'status' | 'statusText' | 'responseHeaders' | 'mediaType'> & {
  /** Of the document that asks; empty for a worker's request. */
  loaderId: string;
  response?: Response;
  reading?: boolean;
};

const answered = ({ response, loaderId: _loaderId, reading: _reading, ...request }: Open, body?: string): Exchange => ({
  ...request,
  status: response?.status ?? 0,
  statusText: response?.statusText ?? '',
  responseHeaders: recordedHeaders(response?.headers ?? {}),
  mediaType: response?.mimeType ?? '',
  ...(body ? { body } : {}),
});

/**
 * Loads an address in the tab of the session and records every request of its main frame's process and every answer. Bodies go
 * through `keep` one at a time, which answers with the name they are kept under.
 */
export async function recordLoad(
  session: DebuggerSession,
  url: string,
  keep: (body: Blob) => Promise<string>,
  signal: AbortSignal,
): Promise<Omit<RecordedLoad, 'title'>> {
  const open = new Map<string, Open>();
  const exchanges: Exchange[] = [];
  const failed: string[] = [];
  let bytes = 0;
  let isLoaded = false;
  let writing: Promise<unknown> = Promise.resolve();
  let settle: (ended: RecordedLoad['ended']) => void = () => undefined;
  const ending = new Promise<RecordedLoad['ended']>((resolve) => {
    settle = resolve;
  });
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(quiet);
    if (exchanges.length >= MOST_EXCHANGES || bytes >= MOST_BYTES) settle('bound');
    else if (isLoaded && open.size === 0) quiet = setTimeout(() => settle('quiet'), QUIET_MS);
  };
  const readBody = async (requestId: string): Promise<Blob> => {
    const { body, base64Encoded } = await session.send<{ body: string; base64Encoded: boolean }>(
      'Network.getResponseBody',
      { requestId },
    );
    return new Blob([base64Encoded ? fromBase64(body) : body]);
  };
  const finish = (requestId: string) => {
    const request = open.get(requestId);
    if (!request?.response) return;
    request.reading = true;
    writing = writing.then(async () => {
      try {
        const body = await within(readBody(requestId), BODY_MS, noBody);
        bytes += body.size;
        exchanges.push(answered(request, body.size > 0 ? await keep(body) : undefined));
      } catch {
        // The browser threw the body away (a download, a document that is gone): the answer is named as failed.
        signal.throwIfAborted();
        failed.push(request.url);
      }
      open.delete(requestId);
      look();
    });
  };
  const stop = [
    session.listen<RequestSent>(
      'Network.requestWillBeSent',
      ({ requestId, loaderId, wallTime, request, redirectResponse }) => {
        const before = open.get(requestId);
        if (redirectResponse && before) exchanges.push(answered({ ...before, response: redirectResponse }));
        if (!/^https?:/.test(request.url)) return;
        open.set(requestId, {
          loaderId,
          url: request.url,
          method: request.method,
          at: new Date(wallTime * 1000).toISOString(),
          requestHeaders: recordedHeaders(request.headers),
          ...(request.postData === undefined ? {} : { postData: request.postData }),
        });
        look();
      },
    ),
    session.listen<{ requestId: string; response: Response }>('Network.responseReceived', ({ requestId, response }) => {
      const request = open.get(requestId);
      if (request) request.response = response;
    }),
    session.listen<{ requestId: string }>('Network.loadingFinished', ({ requestId }) => finish(requestId)),
    session.listen<{ requestId: string }>('Network.loadingFailed', ({ requestId }) => {
      const request = open.get(requestId);
      if (request) failed.push(request.url);
      open.delete(requestId);
      look();
    }),
    session.listen<{ frame: { parentId?: string; loaderId: string } }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      // What the document before was still waiting for is answered to nobody.
      for (const [requestId, { url, loaderId, reading }] of open) {
        if (reading || loaderId === '' || loaderId === frame.loaderId) continue;
        failed.push(url);
        open.delete(requestId);
      }
      look();
    }),
    session.listen('Page.loadEventFired', () => {
      isLoaded = true;
      look();
    }),
  ];
  const latest = setTimeout(() => settle('bound'), LONGEST_MS);
  try {
    await session.send('Page.enable');
    await session.send('Network.enable', { maxTotalBufferSize: MOST_BYTES, maxResourceBufferSize: MOST_BYTES / 4 });
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.setBypassServiceWorker', { bypass: true });
    const startedAt = new Date().toISOString();
    await session.send('Page.navigate', { url });
    const ended = await ending;
    await writing;
    return { url, startedAt, ended, exchanges, failed: [...failed, ...[...open.values()].map((left) => left.url)] };
  } finally {
    clearTimeout(latest);
    clearTimeout(quiet);
    for (const end of stop) end();
  }
}
