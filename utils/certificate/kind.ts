import { KINDS, UNKNOWN_APPLICABLE } from '../../rules/certificate-kinds.ts';
import { NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import type { CertificateKind, RequiredField } from './certificate.ts';
import type { Group, Reading } from './reading.ts';

/** A number as it is compared: half width, upper case, no spaces, one kind of dash. */
export function foldNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[–—－_]/g, '-')
    .replace(/\s+/g, '');
}

/**
 * What kind of paper a group of readings shows: by its own name, the label and structure of its number, its title, then
 * by the words around it.
 */
export function kindOf(group: Group): CertificateKind {
  const readings = group.readings.filter((reading) => reading.raw !== '');
  const names = textOf(readings, ['certificateName']);
  const number = readings.find((reading) => reading.meaning === 'certificateNumber');
  const title = group.text
    .split('\n')
    .filter((line) => line.length <= 40)
    .join('\n');
  return (
    byWords(names) ??
    byWords(number?.label ?? '') ??
    byNumber(number?.value ?? '') ??
    byWords(title) ??
    byWords(textOf(readings, ['standard', 'certificateNumber', 'conclusion', 'scope'])) ??
    byWords(group.text) ??
    byFields(readings)
  );
}

const textOf = (readings: readonly Reading[], meanings: readonly string[]) =>
  readings
    .filter((reading) => meanings.includes(reading.meaning))
    .map((reading) => reading.raw)
    .join('\n');

function byWords(text: string): CertificateKind | undefined {
  return text === '' ? undefined : KINDS.find(({ words }) => words.test(text))?.kind;
}

function byNumber(number: string): CertificateKind | undefined {
  const folded = foldNumber(number);
  return NUMBER_FORMATS.find(({ kind, pattern }) => kind !== 'cma' && pattern.test(folded))?.kind;
}

/** A conclusion with a testing body and no certificate speaks of a report; a scope without a product of an organisation. */
function byFields(readings: readonly Reading[]): CertificateKind {
  const has = (meaning: string) => readings.some((reading) => reading.meaning === meaning);
  if (
    has('conclusion') &&
    readings.some(({ meaning, label }) => meaning === 'issuingBody' && /检[验测]|test|lab/.test(label))
  )
    return 'inspection-report';
  if (has('scope') && !has('productName')) return 'management-system';
  return 'unknown';
}

/** Which of the notice's six fields apply to a kind. */
export function applicableFields(kind: CertificateKind): readonly RequiredField[] {
  return KINDS.find((record) => record.kind === kind)?.applicable ?? UNKNOWN_APPLICABLE;
}
