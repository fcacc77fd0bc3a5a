import { decodeManifestPath, encodeManifestPath } from './bag-path.ts';

/** Hex digest by path, in the order of the file. */
export type Manifest = ReadonlyMap<string, string>;

/** Lines `digest␠␠path` (RFC 8493 §2.1.3), which are also what `sha256sum -c` and `cksum -c` read. */
export function formatManifest(digests: Iterable<readonly [path: string, digest: string]>): string {
  return [...digests].map(([path, digest]) => `${digest}  ${encodeManifestPath(path)}\n`).join('');
}

/** A manifest, or the first line that is none. A path listed twice is an error. */
export function parseManifest(text: string): { manifest: Manifest; fault?: string } {
  const manifest = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const [, digest, written] = /^([0-9a-fA-F]{64})[ \t]+\*?(?:\.\/)?(.+)$/.exec(line) ?? [];
    if (digest === undefined || written === undefined) return { manifest, fault: line };
    const path = decodeManifestPath(written);
    if (manifest.has(path)) return { manifest, fault: line };
    manifest.set(path, digest.toLowerCase());
  }
  return { manifest };
}
