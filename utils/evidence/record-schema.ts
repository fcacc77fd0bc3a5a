import * as v from 'valibot';
import { length, loosened, loosenedEntries, memberName, word } from '../base/shape.ts';
import { certificateShape, fieldValueShape } from '../certificate/certificate-shape.ts';
import { findingShape } from '../scan/finding-shape.ts';
import { isPracticeAddress } from './practice.ts';
import type { EvidenceRecord } from './record.ts';

/*
 * Whatever a screen, a paper or a report takes out of a record is checked here, and nothing else: members that this version does
 * not know stay as they are, so that records of later versions open. Ids that choose words (role, kind, channel, code) may be
 * unknown ones, but never a name that every object has, such as `constructor`.
 */

/** A clock whose battery is empty says 1970; what is said to be later than these years was written by no browser. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

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

const certificate = v.looseObject({
  ...loosenedEntries(certificateShape.entries),
  // Fields and reasons of later versions are read like those of this one.
  fields: v.record(memberName, loosened(fieldValueShape)),
  missingReasons: v.optional(v.record(memberName, word)),
  corrections: v.optional(v.record(memberName, v.string())),
  registerChecks: v.optional(v.array(registerCheck)),
  struckOff: v.optional(v.boolean()),
});

const differ = (names: readonly string[]) => new Set(names).size === names.length;

/** As an officer wrote it: words of a form, of a length that papers hold. */
const stated = v.pipe(v.string(), v.maxLength(1000));

const external = v.looseObject({
  manner: word,
  where: v.pipe(stated, v.minLength(1)),
  when: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)),
  from: stated,
  note: stated,
  fileName: stated,
  fileModifiedAt: instant,
});

/** What only a capture of a page or a PDF has. */
const CAPTURED_ROLES: readonly string[] = [
  ...['view-marked', 'view-before', 'view-after', 'tile', 'stitched', 'archive', 'source', 'network', 'tls'],
  ...['recording', 'replay', 'original', 'pdf-page'],
];

interface Kind {
  schema: 1 | 2;
  method: string;
  external?: unknown;
  artefacts: readonly { role: string }[];
}

/** A picture from elsewhere says so in every way, and holds nothing that a page would have given; a captured page says none of it. */
function isOneKind({ schema, method, external, artefacts }: Kind): boolean {
  const pictures = artefacts.filter(({ role }) => role === 'external-picture').length;
  if (schema === 1) return external === undefined && method !== 'external' && pictures === 0;
  const captured = artefacts.some(({ role }) => CAPTURED_ROLES.includes(role));
  return external !== undefined && method === 'external' && pictures === 1 && !captured;
}

const fields = v.looseObject({
  schema: v.picklist([1, 2]),
  id: v.pipe(v.string(), v.regex(/^E\d{8}-\d{4,}$/), v.maxLength(32)),
  startedAt: instant,
  sealedAt: instant,
  timeZone: zone,
  page: v.looseObject({
    url: v.string(),
    loadedFrom: v.optional(v.string()),
    title: v.string(),
    viewport: v.looseObject({ ...size.entries, devicePixelRatio: length }),
    document: size,
    scroll: v.looseObject({ x: length, y: length }),
    referrer: v.string(),
    language: v.string(),
    charset: v.string(),
    lastModified: v.string(),
  }),
  external: v.optional(external),
  practice: v.optional(v.literal(true)),
  method: word,
  software: v.looseObject({ name: v.string(), version: v.string(), userAgent: v.string() }),
  officers: v.array(v.looseObject({ name: v.string(), licence: v.string() })),
  attendedSince: v.optional(instant),
  office: v.string(),
  rulePacks: v.array(v.looseObject({ id: v.string(), version: v.string(), sha256: v.string() })),
  findings: v.array(loosened(findingShape)),
  dismissed: v.optional(v.array(v.string())),
  pageKind: v.optional(word),
  weight: v.optional(v.picklist(['none', 'weak', 'medium', 'strong'])),
  pageSigns: v.optional(v.array(v.looseObject({ id: word, name: v.optional(v.string()), words: v.array(v.string()) }))),
  party: v.optional(
    v.array(
      v.looseObject({
        fact: memberName,
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

const schema = v.pipe(
  fields,
  v.check((record) => isOneKind(record)),
  // Neither does the practice page pass for evidence, nor is evidence left out of everything as practice.
  v.check(({ practice, page }) => (practice === true) === isPracticeAddress(page.url)),
);

/** The first member of a record that readers would refuse, as a path (`party.0.fact`); nothing when there is none. */
export function misshapenMember(record: unknown): string | undefined {
  const issue = v.safeParse(schema, record, { abortEarly: true }).issues?.[0];
  return issue && (v.getDotPath(issue) ?? issue.message);
}

/** Whether a value read from a file has the shape of a sealed record: what it may hold, and what every reader relies on. */
export function isEvidenceRecord(value: unknown): value is EvidenceRecord {
  return v.is(schema, value);
}
