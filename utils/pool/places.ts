/** Sealed items, each in a bundle of its own. */
export const BUNDLES = 'bundles';
/** Signed segments of the log, a folder a key. */
export const LOGS = 'log';
/** Public keys, for whoever checks the log without the product. */
export const KEYS = 'keys';
/** Files that segments speak of: pictures of addenda, results of patrols. */
export const FILES = 'files';

const byDigest = (folder: string, sha256: string, ending: string) =>
  `${folder}/${sha256.slice(0, 2)}/${sha256}${ending}`;

/** Place of a bundle by the SHA-256 of its bytes. */
export const bundlePlace = (sha256: string): string => byDigest(BUNDLES, sha256, '.zip');

/** Place of another file by the SHA-256 of its bytes. */
export const filePlace = (sha256: string): string => byDigest(FILES, sha256, '');

/** Place of a segment: whose, which in their chain, and the SHA-256 of its bytes. */
export const segmentPlace = (key: string, number: number, sha256: string): string =>
  `${LOGS}/${key}/${String(number).padStart(8, '0')}-${sha256}.txt`;

export const keyPlace = (key: string): string => `${KEYS}/${key}.pem`;

/** What the name of a segment's file says; undefined for a file of another kind. */
export function parseSegmentName(name: string): { number: number; sha256: string } | undefined {
  const [, number, sha256] = /^(\d{8})-([0-9a-f]{64})\.txt$/.exec(name) ?? [];
  return number === undefined || sha256 === undefined ? undefined : { number: Number(number), sha256 };
}
