import * as v from 'valibot';
import {
  CERTIFICATE_FIELDS,
  CERTIFICATE_KINDS,
  MISSING_REASONS,
  REQUIRED_FIELDS,
} from '../../rules/papers/certificate-terms.ts';
import { box, coordinate, count, id, list, openChoice, text } from '../base/shape.ts';
import { type Certificate, READ_PROBLEMS } from './certificate.ts';

/** A member that may be absent under each of these names. */
function each<const N extends string, const S extends v.GenericSchema>(names: readonly N[], value: S) {
  const entries = Object.fromEntries(names.map((name) => [name, v.exactOptional(value)]));
  return v.object(entries as Record<N, v.ExactOptionalSchema<S, undefined>>);
}

/** A value as it was read, bounded. */
export const fieldValueShape = v.object({
  value: text(2000),
  raw: text(2000),
  start: v.exactOptional(count),
  confidence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  doubtful: v.exactOptional(v.boolean()),
  mended: v.exactOptional(v.boolean()),
  box: v.exactOptional(box),
});

/** A certificate where it crosses a border, bounded: it is read from a stranger's page. The sealed form is loosened from it. */
export const certificateShape = v.object({
  id,
  kind: openChoice(CERTIFICATE_KINDS),
  source: v.picklist(['text', 'image', 'pdf']),
  fields: each(CERTIFICATE_FIELDS, fieldValueShape),
  applicable: list(openChoice(REQUIRED_FIELDS), 6),
  missing: list(openChoice(REQUIRED_FIELDS), 6),
  missingReasons: v.exactOptional(each(REQUIRED_FIELDS, openChoice(MISSING_REASONS))),
  further: v.exactOptional(
    list(v.object({ item: openChoice([...CERTIFICATE_FIELDS, 'cmaMark']), shown: v.boolean() }), 12),
  ),
  problems: list(
    v.object({
      code: openChoice(READ_PROBLEMS),
      detail: text(500),
      compared: list(v.object({ label: text(100), value: text(500) }), 10),
      weight: v.picklist(['doubt', 'check']),
    }),
    20,
  ),
  codes: list(
    v.object({
      format: text(40),
      text: text(4000),
      host: v.exactOptional(text(300)),
      official: v.exactOptional(v.boolean()),
    }),
    10,
  ),
  pictureUrl: v.exactOptional(text(4000)),
  pictureSize: v.exactOptional(v.object({ width: coordinate, height: coordinate })),
  rect: v.exactOptional(box),
}) satisfies v.GenericSchema<unknown, Certificate>;
