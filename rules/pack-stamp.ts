import canonicalize from 'canonicalize';
import type { RulePackStamp } from './rule.ts';

interface Stamped {
  id: string;
  version: string;
  $schema?: string;
}

/**
 * What identifies a pack, or the learnt weights, in records: the SHA-256 (lower-case hex) of its canonical JSON (RFC 8785) as written, without the
 * editor's `$schema` line. WebCrypto is missing on insecure pages, so content scripts use the stored stamps instead.
 */
export async function packStamp<T extends Stamped>(written: T): Promise<RulePackStamp> {
  const { $schema: _editorHint, ...pack } = written;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalize(pack)));
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: pack.id, version: pack.version, sha256 };
}
