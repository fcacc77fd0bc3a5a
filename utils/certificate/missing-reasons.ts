import type { MissingReason, RequiredField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from './certificate.ts';
import type { Reading } from './label-reading.ts';
import { maskOf } from './masked.ts';

/**
 * Why each of the missing fields of a certificate is missing, by what stands beside its label. A label in a picture with nothing
 * legible behind it is unreadable, on a page it is empty.
 */
export function missingReasons(
  missing: readonly RequiredField[],
  readings: readonly Reading[],
  source: Certificate['source'],
): Partial<Record<RequiredField, MissingReason>> {
  return Object.fromEntries(missing.map((field) => [field, reasonOf(field, readings, source)]));
}

function reasonOf(field: RequiredField, readings: readonly Reading[], source: Certificate['source']): MissingReason {
  const labelled = readings.filter(({ meaning, value, label }) => meaning === field && value === '' && label !== '');
  const covered = labelled.find(({ raw }) => raw !== '');
  if (covered) return maskOf(covered.raw)?.missing ?? 'unreadable';
  return labelled.length > 0 && source === 'image' ? 'unreadable' : 'absent';
}
