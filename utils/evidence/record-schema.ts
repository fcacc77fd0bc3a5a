import * as v from 'valibot';
import { LEVELS } from '../../rules/rule.ts';
import { DISPOSITIONS } from '../scan/finding.ts';
import type { EvidenceRecord } from './record.ts';

/*
 * Whatever a screen, a paper or a report takes out of a record is checked here, and nothing else: members that this version does
 * not know stay as they are, so that records of later versions open. Ids that choose words (role, kind, channel, code) may be
 * unknown ones, but never a name that every object has, such as `constructor`.
 */

/** Bounds of coordinates and sizes on a page, CSS px: far beyond any page, far below where sums lose their last digit. */
const FAR = 1e9;

/** A clock whose battery is empty says 1970; what is said to be later than these years was written by no browser. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const length = v.pipe(v.number(), v.minValue(-FAR), v.maxValue(FAR));
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const isOwnName = (name: string) => !(name in Object.prototype);
/** An id that words are looked up by: `view-before`, `fake-certification`. */
const word = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/), v.check(isOwnName));
/** The same as a name of a member: `certificateNumber`. */
const memberName = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/), v.check(isOwnName));

/** UTC or with an offset, and a day that the calendar has. */
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }),
);

/** The form of an IANA name or an offset; zones come and go, so that a name unknown to this browser is no fault of the record. */
const zone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+:-]{1,40}(\/[A-Za-z0-9_+-]{1,40}){0,3}$/));

const size = v.looseObject({ width: length, height: length });
const box = v.looseObject({ x: length, y: length, width: length, height: length });

const artefact = v.looseObject({
  name: v.string(),
  role: word,
  mediaType: v.string(),
  size: count,
  sha256: hex,
  sm3: hex,
  capturedAt: instant,
  method: v.string(),
  derivedFrom: v.optional(v.array(v.string())),
  region: v.optional(v.looseObject({ ...box.entries, scale: v.pipe(length, v.gtValue(0)) })),
  part: v.optional(count),
  places: v.optional(v.array(v.looseObject({ ...box.entries, findingId: v.string() }))),
});

const finding = v.looseObject({
  id: v.string(),
  ruleId: v.string(),
  ruleName: v.string(),
  category: word,
  level: v.picklist(LEVELS),
  phrase: v.string(),
  matchedText: v.string(),
  disposition: v.picklist(DISPOSITIONS),
  reason: v.optional(v.string()),
  signs: v.optional(v.array(v.looseObject({ id: v.string(), name: v.string(), words: v.string() }))),
  channel: word,
  hidden: v.boolean(),
  gone: v.boolean(),
  prefix: v.string(),
  suffix: v.string(),
  position: v.number(),
  evasions: v.array(word),
  legalBasis: v.array(
    v.looseObject({
      law: word,
      article: v.string(),
      from: v.optional(v.string()),
      until: v.optional(v.string()),
    }),
  ),
  rect: v.optional(box),
  picture: v.optional(v.looseObject({ ...size.entries, url: v.string(), box })),
});

const explanation = v.looseObject({
  ruleId: v.string(),
  message: v.string(),
  exceptions: v.string(),
  advice: v.string(),
  source: v.string(),
  legalBasis: v.array(
    v.looseObject({
      law: v.string(),
      article: v.string(),
      version: v.string(),
      text: v.optional(v.string()),
    }),
  ),
});

const registerCheck = v.looseObject({
  field: v.picklist(['issuingBody', 'holder']),
  name: v.string(),
  listed: v.boolean(),
  lists: v.array(v.looseObject({ name: v.string(), date: v.string(), sha256: v.string(), rows: v.number() })),
  names: v.array(v.string()),
});

const fieldValue = v.looseObject({
  value: v.string(),
  raw: v.string(),
  start: v.optional(v.number()),
  confidence: v.optional(v.number()),
  doubtful: v.optional(v.boolean()),
  mended: v.optional(v.boolean()),
  box: v.optional(box),
});

const problem = v.looseObject({
  code: word,
  detail: v.string(),
  compared: v.array(v.looseObject({ label: v.string(), value: v.string() })),
  weight: v.picklist(['doubt', 'check']),
});

const code = v.looseObject({
  format: v.string(),
  text: v.string(),
  host: v.optional(v.string()),
  official: v.optional(v.boolean()),
});

const certificate = v.looseObject({
  id: v.string(),
  kind: word,
  source: v.picklist(['text', 'image', 'pdf']),
  fields: v.record(memberName, fieldValue),
  applicable: v.array(memberName),
  missing: v.array(memberName),
  missingReasons: v.optional(v.record(memberName, word)),
  further: v.optional(v.array(v.looseObject({ item: memberName, shown: v.boolean() }))),
  problems: v.array(problem),
  codes: v.array(code),
  corrections: v.optional(v.record(memberName, v.string())),
  registerChecks: v.optional(v.array(registerCheck)),
  struckOff: v.optional(v.boolean()),
  pictureUrl: v.optional(v.string()),
  pictureSize: v.optional(size),
  rect: v.optional(box),
});

const differ = (names: readonly string[]) => new Set(names).size === names.length;

const schema = v.looseObject({
  schema: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^E\d{8}-\d{4,}$/), v.maxLength(32)),
  startedAt: instant,
  sealedAt: instant,
  timeZone: zone,
  page: v.looseObject({
    url: v.string(),
    title: v.string(),
    viewport: v.looseObject({ ...size.entries, devicePixelRatio: length }),
    document: size,
    scroll: v.looseObject({ x: length, y: length }),
    referrer: v.string(),
    language: v.string(),
    charset: v.string(),
    lastModified: v.string(),
  }),
  method: word,
  software: v.looseObject({ name: v.string(), version: v.string(), userAgent: v.string() }),
  officers: v.array(v.looseObject({ name: v.string(), licence: v.string() })),
  attendedSince: v.optional(instant),
  office: v.string(),
  rulePacks: v.array(v.looseObject({ id: v.string(), version: v.string(), sha256: v.string() })),
  findings: v.array(finding),
  dismissed: v.optional(v.array(v.string())),
  pageKind: v.optional(word),
  weight: v.optional(v.picklist(['none', 'weak', 'medium', 'strong'])),
  pageSigns: v.optional(v.array(v.looseObject({ id: word, words: v.array(v.string()) }))),
  party: v.optional(
    v.array(
      v.looseObject({
        fact: word,
        value: v.string(),
        before: v.string(),
        after: v.string(),
        checked: v.optional(v.picklist(['fits', 'differs'])),
      }),
    ),
  ),
  explanations: v.optional(v.array(explanation)),
  certificates: v.array(certificate),
  // Files are kept under their names, each once.
  artefacts: v.pipe(
    v.array(artefact),
    v.check((artefacts) => differ(artefacts.map(({ name }) => name))),
  ),
  notCaptured: v.array(v.looseObject({ what: v.string(), reason: v.string() })),
  follows: v.optional(v.looseObject({ id: v.string(), sha256: hex })),
  logHead: v.optional(v.looseObject({ sequence: count, sha256: hex })),
});

/** Whether a value read from a file has the shape of a sealed record: what it may hold, and what every reader relies on. */
export function isEvidenceRecord(value: unknown): value is EvidenceRecord {
  return v.is(schema, value);
}
