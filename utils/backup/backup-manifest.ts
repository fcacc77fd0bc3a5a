import * as v from 'valibot';

/** One file of a back-up. Its path is made from its digest, so a file never changes and is never written twice. */
const file = v.strictObject({
  path: v.pipe(v.string(), v.regex(/^(?:blobs|records)\/[0-9a-f]{2}\/[0-9a-f]{64}$/)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** One object store: its pages of records, in order. */
const store = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/)),
  records: v.pipe(v.number(), v.integer(), v.minValue(0)),
  pages: v.array(file),
});

const manifest = v.strictObject({
  format: v.literal('zhengjian-backup'),
  version: v.literal(1),
  /** UTC, ISO 8601. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  software: v.pipe(v.string(), v.maxLength(64)),
  databaseVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  office: v.pipe(v.string(), v.maxLength(200)),
  stores: v.array(store),
  blobs: v.array(file),
  /** What the settings hold, as JSON. */
  settings: v.unknown(),
});

export type BackupManifest = v.InferOutput<typeof manifest>;
export type BackupFile = v.InferOutput<typeof file>;

/** Names which manifest is in force; written last, so that a back-up that was cut off leaves the one before it in force. */
const latest = v.strictObject({
  manifest: v.pipe(v.string(), v.regex(/^manifests\/[0-9a-f]{64}\.json$/)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export const LATEST = 'latest.json';

/** @throws v.ValiError, SyntaxError */
export const parseManifest = (text: string): BackupManifest => v.parse(manifest, JSON.parse(text));

/** @throws v.ValiError, SyntaxError */
export const parseLatest = (text: string): v.InferOutput<typeof latest> => v.parse(latest, JSON.parse(text));

export const placeOf = (kind: 'blobs' | 'records', sha256: string): string => `${kind}/${sha256.slice(0, 2)}/${sha256}`;
