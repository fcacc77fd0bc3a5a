import { PdfRefusedError } from './open-pdf.ts';
import { MOST_BYTES } from './pdf-limits.ts';

/** How the bytes came here. */
export interface PdfFetch {
  /** What was asked for. */
  url: string;
  /** The address that answered. */
  finalUrl: string;
  status: number;
  redirected: boolean;
  headers: readonly { name: string; value: string }[];
  /** UTC, ISO 8601. */
  startedAt: string;
  completedAt: string;
  bytes: number;
  /** Address of the server and what stood on the way, as the browser told; absent where it did not. */
  ip?: string;
  statusLine?: string;
  redirects?: readonly { from: string; to: string; status: number; at: string }[];
}

const LONGEST_HEADER = 2_000;

/**
 * Fetches a PDF anew: without cookies, without a referrer, not from the cache. The tab's own load cannot be read by an extension, so this is another
 * request, and is said to be one. Reading stops where the file is larger than is read.
 * @throws PdfRefusedError
 */
export async function fetchPdf(
  url: string,
  signal: AbortSignal,
  onProgress: (bytes: number, of: number | null) => void,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; load: PdfFetch }> {
  const startedAt = new Date().toISOString();
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new PdfRefusedError('error_pdfNotFetched', [], { cause: error });
  }
  if (!response.ok) throw new PdfRefusedError('error_pdfStatus', [String(response.status)]);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  if (length > MOST_BYTES) {
    await response.body?.cancel();
    throw new PdfRefusedError('error_pdfTooLarge');
  }
  const bytes = await readBounded(response, Number.isFinite(length) ? length : null, onProgress, signal);
  return {
    bytes,
    load: {
      url,
      finalUrl: response.url,
      status: response.status,
      redirected: response.redirected,
      headers: [...response.headers].map(([name, value]) => ({ name, value: value.slice(0, LONGEST_HEADER) })),
      startedAt,
      completedAt: new Date().toISOString(),
      bytes: bytes.byteLength,
    },
  };
}

async function readBounded(
  response: Response,
  length: number | null,
  onProgress: (bytes: number, of: number | null) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) break;
      total += next.value.byteLength;
      if (total > MOST_BYTES) throw new PdfRefusedError('error_pdfTooLarge');
      parts.push(next.value as Uint8Array<ArrayBuffer>);
      onProgress(total, length);
    }
  } catch (error) {
    await reader?.cancel().catch(() => undefined);
    if (error instanceof PdfRefusedError) throw error;
    signal.throwIfAborted();
    throw new PdfRefusedError('error_pdfNotFetched', [], { cause: error });
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
