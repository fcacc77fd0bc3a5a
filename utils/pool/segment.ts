import * as v from 'valibot';
import { fromBase64, toBase64 } from '../evidence/base64.ts';
import { canonicalBytes, canonicalJson, plainCopy } from '../evidence/canonical-json.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { CustodyLine } from '../evidence/record.ts';
import { keyFingerprint, type SigningKey, signBytes, verifySignature } from '../evidence/seal.ts';
import type { PoolChange } from './change.ts';
import { type LeftOut, MOST_LEFT_OUT, sortChanges } from './left-out.ts';
import { segmentPlace } from './places.ts';

/** A place in somebody's chain of segments. */
export interface SegmentHead {
  /** Fingerprint of the key that signs the chain. */
  key: string;
  number: number;
  /** Of the segment's file, hex. */
  sha256: string;
}

/**
 * One signed piece of the pool's log. Each cites the one before it of the same key and names the last ones of the others that
 * its writer had read: together they are one log, of which nothing can be taken out or changed unseen.
 */
export interface SegmentBody {
  format: 'zhengjian-pool-log';
  version: 1;
  key: string;
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: string;
  number: number;
  /** SHA-256 of the segment before, hex; zeros for the first. */
  previous: string;
  /** UTC, ISO 8601, by the clock of its machine. */
  at: string;
  office: string;
  person: string;
  seen: readonly SegmentHead[];
  /** What its library wrote into its custody log since the segment before. */
  lines: readonly CustodyLine[];
  changes: readonly PoolChange[];
}

/** A segment with its file. */
export interface Segment {
  place: string;
  sha256: string;
  body: ReadBody;
  /** What of its changes this version takes, and what not. */
  changes: readonly PoolChange[];
  leftOut: readonly LeftOut[];
  text: string;
}

/** What a segment says, its changes as they stand there. */
export type ReadBody = Omit<SegmentBody, 'changes'> & { changes: readonly unknown[] };

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999_999));
const words = v.pipe(v.string(), v.maxLength(1_000));

const schema = v.strictObject({
  format: v.literal('zhengjian-pool-log'),
  version: v.literal(1),
  key: hex,
  publicKey: v.pipe(v.string(), v.maxLength(400)),
  number,
  previous: hex,
  at: v.pipe(v.string(), v.isoTimestamp()),
  office: words,
  person: words,
  seen: v.array(v.strictObject({ key: hex, number, sha256: hex })),
  lines: v.array(v.looseObject({ sequence: v.number(), previous: hex, at: v.string(), act: v.string() })),
  changes: v.array(v.unknown()),
});

/** `previous` of the first segment of a key. */
export const FIRST = '0'.repeat(64);

/** Two lines: the canonical JSON of the body, and the signature over its bytes, base64. */
export async function writeSegment(body: SegmentBody, key: SigningKey): Promise<Segment> {
  const plain = plainCopy(body);
  const line = canonicalJson(plain);
  const text = `${line}\n${toBase64(await signBytes(key, new TextEncoder().encode(line)))}\n`;
  const sha256 = (await createSha256())(new TextEncoder().encode(text));
  const place = segmentPlace(body.key, body.number, sha256);
  return { place, sha256, body: plain, changes: plain.changes, leftOut: [], text };
}

/**
 * Reads the file of a segment; null when it is none, its key is another than it says, or the signature does not hold. A change that this
 * version does not take is left out by name and costs none of the others.
 */
export async function readSegment(text: string): Promise<Segment | null> {
  const [line = '', signature = '', ...rest] = text.split('\n');
  if (rest.join('') !== '') return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(line));
    if (!parsed.success) return null;
    const body = parsed.output as unknown as ReadBody;
    const bytes = new TextEncoder().encode(line);
    // Only the one form of the bytes counts: a program that reads the file another way must not see another content.
    if (canonicalBytes(body).length !== bytes.length || canonicalJson(body) !== line) return null;
    const spki = fromBase64(body.publicKey);
    if ((await keyFingerprint(spki)) !== body.key) return null;
    if (!(await verifySignature(spki, fromBase64(signature), bytes))) return null;
    const sorted = sortChanges(body.changes);
    if (sorted.leftOut.length > MOST_LEFT_OUT) return null;
    const sha256 = (await createSha256())(new TextEncoder().encode(text));
    return { place: segmentPlace(body.key, body.number, sha256), sha256, body, ...sorted, text };
  } catch (error) {
    // No JSON, or no base64.
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}
