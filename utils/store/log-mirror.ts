import { storage } from '#imports';
import { inTurn } from '../base/in-turn.ts';
import { toBase64 } from '../evidence/base64.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import { type CustodyHead, lineDigest } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import { signBytes } from '../evidence/seal.ts';
import { mirrorWith } from './custody-store.ts';
import { openDatabase } from './database.ts';
import { signingKey } from './signing-key.ts';

/** The log's last line as it was written down outside the database, signed. */
export interface LogMirror extends CustodyHead {
  /** Of this installation's key when it was written. */
  keyFingerprint: string;
  /** ECDSA P-256 over the canonical JSON of sequence and sha256, DER, base64. */
  signature: string;
}

/**
 * How the log stands to its mirror. `lost`: lines that were written are gone, all of them when the database was; `altered`: another
 * line stands in their place; `key`: the signing key is another; `mirror`: the mirror itself was taken away.
 */
export type LogStanding = 'agrees' | 'lost' | 'altered' | 'key' | 'mirror';

const mirrorItem = storage.defineItem<LogMirror | null>('local:logMirror', { fallback: null });

/** In the database: that there is a mirror. A log of 0.1.0 has none yet, and one that had is missed. */
const MIRRORED = 'log-mirrored';

async function standingTo(mirror: LogMirror | null): Promise<LogStanding> {
  const [database, sha256] = await Promise.all([openDatabase(), createSha256()]);
  if (!mirror) return (await database.get('counters', MIRRORED)) ? 'mirror' : 'agrees';
  const line = await database.get('custody', mirror.sequence);
  if (!line) return 'lost';
  if (lineDigest(line, sha256) !== mirror.sha256) return 'altered';
  const key = await database.get('keys', 'signing');
  return key?.fingerprint === mirror.keyFingerprint ? 'agrees' : 'key';
}

/** Compares the log with its mirror: one line is read, so that any screen can ask. */
export async function logStanding(): Promise<LogStanding> {
  return standingTo(await mirrorItem.getValue());
}

async function write(head: CustodyHead): Promise<void> {
  const key = await signingKey();
  const { sequence, sha256 } = head;
  const signature = toBase64(await signBytes(key, canonicalBytes({ sequence, sha256 })));
  await mirrorItem.setValue({ sequence, sha256, keyFingerprint: key.fingerprint, signature });
  await (await openDatabase()).put('counters', 1, MIRRORED);
}

/** Writes the head down outside the database. Never over a mirror that the log contradicts: that is to be seen. */
export function mirrorHead(head: CustodyHead): Promise<void> {
  return inTurn('log-mirror', async () => {
    const mirror = await mirrorItem.getValue();
    if ((await standingTo(mirror)) !== 'agrees' || (mirror && mirror.sequence >= head.sequence)) return;
    await write(head);
  });
}

/** The log as it stands is taken for the log from now on; the line that says so, with who and why, is `head`. */
export function acceptLog(head: CustodyHead): Promise<void> {
  return inTurn('log-mirror', () => write(head));
}

// With this file a context mirrors what it writes; lines of a worker, which cannot hold it, are mirrored with the next one.
mirrorWith(mirrorHead);
