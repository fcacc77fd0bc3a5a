import { StoredZip, surveyBlob } from '../bundle/stored-zip.ts';
import type { Exchange, RecordedLoad } from './recorded-load.ts';
import { WARC_NAME, writeWarc } from './warc-file.ts';

export interface WaczOptions {
  /** Name and version of the product. */
  software: string;
  now: Date;
  /** The bytes that were kept of an answer. */
  bodyOf: (exchange: Exchange) => Promise<Uint8Array>;
  signal?: AbortSignal;
}

const DESCRIPTION = '取证之后另行载入同一网址时录下的请求与响应，供回放查看；不是取证时所见的那次载入，不作为原件。';

/** Collects a stream in blobs, which the browser may move to disk. */
function blobSink(): { sink: WritableStream<Uint8Array>; parts: Blob[] } {
  const parts: Blob[] = [];
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      parts.push(new Blob([chunk.slice()]));
    },
  });
  return { sink, parts };
}

const lines = (...values: readonly object[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;

/**
 * A recorded load as a WACZ 1.1.1 file (specs.webrecorder.net/wacz/1.1.1): archive, index, list of pages, and the digests of
 * all three. Every entry is stored, not deflated.
 */
export async function writeWacz(load: RecordedLoad, { software, now, bodyOf, signal }: WaczOptions): Promise<Blob> {
  const { blob, index } = await writeWarc(load, software, bodyOf, signal);
  const pages = lines(
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: false },
    { id: 'page-1', url: load.url, ts: load.startedAt, title: load.title },
  );
  const files: [string, Blob][] = [
    [`archive/${WARC_NAME}`, blob],
    ['indexes/index.cdxj', new Blob([index])],
    ['pages/pages.jsonl', new Blob([pages])],
  ];
  const { sink, parts } = blobSink();
  const zip = new StoredZip(sink, now, signal);
  const add = async (path: string, content: Blob) => {
    const facts = await surveyBlob(content, { signal });
    await zip.add(path, content, facts);
    return { name: path.split('/').at(-1)!, path, hash: `sha256:${facts.sha256}`, bytes: facts.size };
  };
  const resources = [];
  for (const [path, content] of files) resources.push(await add(path, content));
  const time = now.toISOString();
  const description = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: load.title || load.url,
    description: DESCRIPTION,
    created: time,
    modified: time,
    software,
    mainPageUrl: load.url,
    mainPageDate: load.startedAt,
    resources,
  };
  const { path, hash } = await add('datapackage.json', new Blob([JSON.stringify(description, null, 2)]));
  await add('datapackage-digest.json', new Blob([JSON.stringify({ path, hash }, null, 2)]));
  await zip.close();
  return new Blob(parts, { type: 'application/wacz' });
}
