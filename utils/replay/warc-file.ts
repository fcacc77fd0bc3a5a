import { getSurt, WARCRecord, WARCSerializer } from 'warcio';
import { createSha256 } from '../evidence/digest.ts';
import type { Exchange, RecordedLoad } from './recorded-load.ts';

export interface WarcFile {
  /** WARC 1.1 (ISO 28500), each record a gzip member of its own. */
  blob: Blob;
  /** CDXJ, sorted: where in the file each answer begins. */
  index: string;
}

export const WARC_NAME = 'data.warc.gz';

/** 14 digits, UTC. */
const compactTime = (iso: string) => iso.replace(/\D/g, '').slice(0, 14);

const pathOf = (url: string) => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

async function* once(bytes: Uint8Array) {
  if (bytes.length > 0) yield bytes;
}

function responseRecord({ url, at, status, statusText, responseHeaders }: Exchange, body: Uint8Array): WARCRecord {
  return WARCRecord.create(
    {
      type: 'response',
      url,
      date: at,
      warcVersion: 'WARC/1.1',
      statusline: `HTTP/1.1 ${status} ${statusText}`.trim(),
      httpHeaders: responseHeaders.map(([name, value]): [string, string] => [name, value]),
      keepHeadersCase: true,
    },
    once(body),
  );
}

function requestRecord({ url, at, method, requestHeaders, postData }: Exchange, answer: WARCRecord): WARCRecord {
  return WARCRecord.create(
    {
      type: 'request',
      url,
      date: at,
      warcVersion: 'WARC/1.1',
      statusline: `${method} ${pathOf(url)} HTTP/1.1`,
      httpHeaders: requestHeaders.map(([name, value]): [string, string] => [name, value]),
      warcHeaders: { 'WARC-Concurrent-To': answer.warcHeader('WARC-Record-ID') ?? '' },
      keepHeadersCase: true,
    },
    once(new TextEncoder().encode(postData ?? '')),
  );
}

/** @param bodyOf the bytes that were kept of an answer */
export async function writeWarc(
  load: RecordedLoad,
  software: string,
  bodyOf: (exchange: Exchange) => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<WarcFile> {
  const parts: Blob[] = [];
  const lines: string[] = [];
  const sha256 = await createSha256();
  let offset = 0;
  const add = async (record: WARCRecord): Promise<{ offset: number; length: number }> => {
    const bytes = await WARCSerializer.serialize(record, { gzip: true });
    const place = { offset, length: bytes.length };
    parts.push(new Blob([bytes.slice()]));
    offset += bytes.length;
    return place;
  };
  const facts = { software, format: 'WARC File Format 1.1' };
  await add(WARCRecord.createWARCInfo({ filename: WARC_NAME, warcVersion: 'WARC/1.1', date: load.startedAt }, facts));
  for (const exchange of load.exchanges) {
    signal?.throwIfAborted();
    const body = await bodyOf(exchange);
    const answer = responseRecord(exchange, body);
    const place = await add(answer);
    await add(requestRecord(exchange, answer));
    // Replay finds an answer by its address alone; one to a form would be shown for the bare address.
    if (exchange.method !== 'GET') continue;
    const facts = {
      url: exchange.url,
      mime: exchange.mediaType || 'application/octet-stream',
      status: exchange.status,
      digest: `sha256:${sha256(body)}`,
      length: place.length,
      offset: place.offset,
      filename: WARC_NAME,
    };
    lines.push(`${getSurt(exchange.url)} ${compactTime(exchange.at)} ${JSON.stringify(facts)}`);
  }
  lines.sort();
  return { blob: new Blob(parts), index: `${lines.join('\n')}\n` };
}
