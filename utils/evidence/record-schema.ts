import * as v from 'valibot';
import { DISPOSITIONS } from '../scan/finding.ts';
import type { EvidenceRecord } from './record.ts';

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const size = v.looseObject({ width: v.number(), height: v.number() });

const artefact = v.looseObject({
  name: v.string(),
  role: v.string(),
  mediaType: v.string(),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: hex,
  sm3: hex,
  capturedAt: v.string(),
  method: v.string(),
  derivedFrom: v.optional(v.array(v.string())),
});

const finding = v.looseObject({
  id: v.string(),
  ruleId: v.string(),
  ruleName: v.string(),
  category: v.string(),
  level: v.string(),
  phrase: v.string(),
  matchedText: v.string(),
  disposition: v.picklist(DISPOSITIONS),
  channel: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  evasions: v.array(v.string()),
  legalBasis: v.array(v.looseObject({ law: v.string(), article: v.string() })),
});

const registerCheck = v.looseObject({
  field: v.picklist(['issuingBody', 'holder']),
  name: v.string(),
  listed: v.boolean(),
  lists: v.array(v.looseObject({ name: v.string(), date: v.string(), sha256: v.string(), rows: v.number() })),
  names: v.array(v.string()),
});

const certificate = v.looseObject({
  id: v.string(),
  kind: v.string(),
  source: v.picklist(['text', 'image']),
  fields: v.record(v.string(), v.looseObject({ value: v.string(), raw: v.string() })),
  applicable: v.array(v.string()),
  missing: v.array(v.string()),
  problems: v.array(v.looseObject({ code: v.string(), detail: v.string() })),
  codes: v.array(v.looseObject({ format: v.string(), text: v.string() })),
  registerChecks: v.optional(v.array(registerCheck)),
});

/** What the product relies on in a record that comes from outside; members that it does not know are left as they are. */
const schema = v.looseObject({
  schema: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^E\d{8}-\d{4,}$/)),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  sealedAt: v.pipe(v.string(), v.isoTimestamp()),
  timeZone: v.string(),
  page: v.looseObject({
    url: v.string(),
    title: v.string(),
    viewport: v.looseObject({ ...size.entries, devicePixelRatio: v.number() }),
    document: size,
  }),
  method: v.string(),
  software: v.looseObject({ name: v.string(), version: v.string(), userAgent: v.string() }),
  officers: v.array(v.looseObject({ name: v.string(), licence: v.string() })),
  attendedSince: v.optional(v.string()),
  office: v.string(),
  rulePacks: v.array(v.looseObject({ id: v.string(), version: v.string(), sha256: v.string() })),
  findings: v.array(finding),
  certificates: v.array(certificate),
  artefacts: v.array(artefact),
  notCaptured: v.array(v.looseObject({ what: v.string(), reason: v.string() })),
  follows: v.optional(v.looseObject({ id: v.string(), sha256: hex })),
});

/** Whether a value read from a file has the shape of a sealed record. */
export function isEvidenceRecord(value: unknown): value is EvidenceRecord {
  return v.is(schema, value);
}
