/**
 * Names inside a bundle. Everything in `data/` is payload and stands in both manifests; the other files stand in the tag
 * manifest; what is made over the tag manifest itself (signature, key, time stamp) stays outside of it.
 */
export const PAYLOAD = 'data/';
export const DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFESTS = { sha256: 'manifest-sha256.txt', sm3: 'manifest-sm3.txt' } as const;
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const README = 'README-验证说明.txt';
export const SIGNATURE = 'tagmanifest-sha256.txt.sig';
export const SIGNER_KEY = 'signer-public-key.pem';
export const STAMP_REPLY = 'tagmanifest-sha256.txt.tsr';
export const STAMP_QUERY = 'tagmanifest-sha256.txt.tsq';
export const STAMP_CHAIN = 'tsa-chain.pem';

/** Files that may stand in the bag without being listed in the tag manifest. */
export const OUTSIDE_TAG_MANIFEST: readonly string[] = [
  TAG_MANIFEST,
  SIGNATURE,
  SIGNER_KEY,
  STAMP_REPLY,
  STAMP_QUERY,
  STAMP_CHAIN,
];

export const REPORT = 'data/report.html';
export const CUSTODY_LOG = 'data/custody-log.jsonl';
export const CUSTODY_HEAD = 'data/custody-head.json';
export const DOCUMENTS = 'data/documents/';

/** Files of one item, below `data/<item id>/`. */
export const RECORD = 'record.json';
export const RECORD_SIGNATURE = 'record.json.sig';
export const RECORD_KEY = 'record-public-key.pem';
export const RECORD_STAMP_REPLY = 'record.json.tsr';
export const RECORD_STAMP_QUERY = 'record.json.tsq';
export const RECORD_STAMP_CHAIN = 'record-tsa-chain.pem';
export const EARLIER_LOGS = 'earlier-logs/';
export const ADDENDA = 'addenda/';

/** Files beside the artefacts of an item that its record does not list. */
export const SEAL_FILES: readonly string[] = [
  RECORD,
  RECORD_SIGNATURE,
  RECORD_KEY,
  RECORD_STAMP_REPLY,
  RECORD_STAMP_QUERY,
  RECORD_STAMP_CHAIN,
];

/** Files of one addendum, below the item's folder. */
export const addendumFiles = (stem: string) => ({
  json: `${ADDENDA}${stem}.json`,
  picture: `${ADDENDA}${stem}.png`,
  signature: `${ADDENDA}${stem}.json.sig`,
  key: `${ADDENDA}${stem}-public-key.pem`,
});

/** The name of the addendum that a file holds. */
export const stemOfFile = (path: string): string => /(?:^|\/)([^/]+)\.json$/.exec(path)?.[1] ?? '';

/** The name of a log that came with an item, from 1. */
export const earlierLog = (number: number) => `${EARLIER_LOGS}${String(number).padStart(4, '0')}.jsonl`;

/** The folder of one item. */
export const itemFolder = (itemId: string) => `${PAYLOAD}${itemId}/`;

/** First words of Bag-Software-Agent, by which a reader knows whose container rules apply. */
export const AGENT = '证鉴';
