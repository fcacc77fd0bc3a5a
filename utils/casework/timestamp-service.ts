import { ExpectedFailure } from '../base/expected-failure.ts';
import { hostOf } from '../base/host-of.ts';
import type { StampSender } from '../evidence/request-stamp.ts';

/** A token with its certificates has a few kilobytes; more than this is no reply. */
const REPLY_LIMIT = 256 * 1024;

/** No connection, no answer in time, or an answer that is no RFC 3161 reply. */
export class StampUnavailableError extends ExpectedFailure {
  override name = 'StampUnavailableError';
  constructor(host: string, options?: ErrorOptions) {
    super('error_stampUnavailable', [host], options);
  }
}

/** Sends queries to the service set by the office, by HTTP (RFC 3161 §3.4). Waits at most `timeoutMs`. */
export function stampSender(url: string, timeoutMs = 20_000): StampSender {
  return async (query, signal) => {
    const host = hostOf(url) === '' ? url : new URL(url).host;
    const timeout = AbortSignal.timeout(timeoutMs);
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    timeout.addEventListener('abort', onAbort);
    signal?.addEventListener('abort', onAbort);
    try {
      signal?.throwIfAborted();
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query' },
        body: query,
        credentials: 'omit',
        cache: 'no-store',
        signal: stop.signal,
      });
      if (!response.ok || !response.body) throw new StampUnavailableError(host);
      return await readBounded(response.body, () => new StampUnavailableError(host));
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof StampUnavailableError) throw error;
      throw new StampUnavailableError(host, { cause: error });
    } finally {
      timeout.removeEventListener('abort', onAbort);
      signal?.removeEventListener('abort', onAbort);
    }
  };
}

async function readBounded(body: ReadableStream<Uint8Array>, tooLong: () => Error): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    size += value.length;
    if (size > REPLY_LIMIT) {
      await reader.cancel();
      throw tooLong();
    }
    chunks.push(new Uint8Array(value));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
