import { toPem } from '../../bundle/pem.ts';
import { toHex } from '../../evidence/base64.ts';
import type { CaptureRun } from '../job/capture-run.ts';

/** What stands in the list of what is missing when there is no chain. */
export const TLS_CHAIN = '服务器 TLS 证书链';

/** One certificate of a chain; the browser reads only some of them out. */
export interface ChainLink {
  /** SHA-256 of the DER bytes, lower-case hex. */
  sha256: string;
  /** Bytes of the DER form. */
  size: number;
  subject?: string;
  issuer?: string;
  /** UTC, ISO 8601. */
  validFrom?: string;
  validTo?: string;
}

/** What the browser told of a TLS connection to the server of the page. */
export interface TlsFacts {
  origin: string;
  /** Which connection it is, one Chinese sentence: the one that brought the page, or another. */
  source: string;
  /** UTC, ISO 8601. */
  at: string;
  protocol?: string;
  keyExchange?: string;
  cipher?: string;
  ip?: string;
  port?: number;
  /** The connection had served another request before, perhaps the page itself. */
  connectionReused?: boolean;
  /** Host names and addresses that the server's own certificate covers. */
  names?: readonly string[];
  /** Certificate transparency as the browser judged it. */
  transparency?: string;
  chain: readonly ChainLink[];
}

/** Facts of a connection with the chain that it showed, the server's own certificate first, DER. */
export interface TlsLook {
  facts: TlsFacts;
  chain: readonly Uint8Array<ArrayBuffer>[];
}

/** SHA-256 fingerprint and size of each certificate. */
export function fingerprints(chain: readonly Uint8Array<ArrayBuffer>[]): Promise<ChainLink[]> {
  return Promise.all(
    chain.map(async (der) => ({
      sha256: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', der))),
      size: der.byteLength,
    })),
  );
}

/** Keeps facts and chain as two files; the PEM file is what `openssl storeutl -certs` reads. */
export async function stageTls(run: CaptureRun, { facts, chain }: TlsLook): Promise<void> {
  await run.stageJson(
    { name: 'network/tls.json', role: 'tls', method: `浏览器报告的 TLS 连接：${facts.source}` },
    facts,
  );
  const pem = chain.map((der) => toPem('CERTIFICATE', der)).join('');
  await run.stage(
    {
      name: 'network/tls-chain.pem',
      role: 'tls',
      mediaType: 'application/x-pem-file',
      method: `服务器出示的证书链，服务器证书在前：${facts.source}`,
    },
    new Blob([pem]),
  );
  await run.obtained(TLS_CHAIN);
}
