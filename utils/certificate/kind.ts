import { KINDS, UNKNOWN_APPLICABLE } from '../../rules/certificate-kinds.ts';
import { NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import type { CertificateKind, RequiredField } from '../../rules/papers/certificate-terms.ts';
import { unspaced } from './folded-text.ts';
import { isBodyNumber } from './group.ts';
import type { Group, Reading } from './label-reading.ts';

/** A number as it is compared: half width, upper case, no spaces, one kind of dash. */
export function foldNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[–—－_]/g, '-')
    .replace(/\s+/g, '');
}

/**
 * What kind of paper a group of readings shows: by its own name, its title when that names one kind only, the label and
 * structure of its number, then by the words around it.
 */
export function kindOf(group: Group): CertificateKind {
  const readings = group.readings.filter((reading) => reading.raw !== '');
  const names = readings.filter(({ meaning }) => meaning === 'issuingBody' || meaning === 'holder');
  const text = unspaced(names.reduce((rest, { raw }) => rest.replaceAll(raw, ''), group.text));
  const numbers = readings.filter((reading) => reading.meaning === 'certificateNumber');
  const number = numbers.find((reading) => !isBodyNumber(reading)) ?? numbers[0];
  return (
    byWords(textOf(readings, ['certificateName'])) ??
    (group.titled ? byTitle(text) : undefined) ??
    byWords(number?.label || wordsBefore(number, text)) ??
    byNumber(number?.value ?? '', text) ??
    byWords(textOf(readings, ['standard', 'certificateNumber', 'conclusion', 'scope'])) ??
    byWords(text) ??
    byFields(readings)
  );
}

/** The first short line that speaks of one kind alone; a heading over several kinds names none. */
function byTitle(text: string): CertificateKind | undefined {
  for (const line of text.split('\n').filter((part) => part.length <= 40)) {
    const kinds = KINDS.filter(({ words }) => words.test(line)).filter(({ kind }) => kind !== 'voluntary-product');
    if (kinds.length === 1) return kinds[0]!.kind;
  }
  return undefined;
}

const textOf = (readings: readonly Reading[], meanings: readonly string[]) =>
  readings
    .filter((reading) => meanings.includes(reading.meaning))
    .map((reading) => reading.raw)
    .join('\n');

function byWords(text: string): CertificateKind | undefined {
  return text === '' ? undefined : KINDS.find(({ words }) => words.test(text))?.kind;
}

/** What a sentence calls the number it gives: test report number KW2405. */
function wordsBefore(number: Reading | undefined, text: string): string {
  const at = number ? text.indexOf(number.raw) : -1;
  return at < 0 ? '' : text.slice(Math.max(0, at - 20), at);
}

/** System and service certificates share a number structure; the words around tell them apart. */
function byNumber(number: string, text: string): CertificateKind | undefined {
  const folded = foldNumber(number);
  if (/^CQC\d/.test(folded)) return 'voluntary-product';
  const kind = NUMBER_FORMATS.find((format) => format.kind !== 'cma' && format.pattern.test(folded))?.kind;
  if (kind !== 'management-system') return kind;
  const words = (wanted: CertificateKind) => KINDS.find((record) => record.kind === wanted)!.words.test(text);
  return words('service') && !words('management-system') ? 'service' : kind;
}

const TESTED: ReadonlySet<string> = new Set(['issuingBody', 'conclusion']);

/** A conclusion with a testing body and no certificate speaks of a report; a scope without a product of an organisation. */
function byFields(readings: readonly Reading[]): CertificateKind {
  const has = (meaning: string) => readings.some((reading) => reading.meaning === meaning);
  if (
    has('conclusion') &&
    readings.some(
      ({ meaning, label, raw }) => TESTED.has(meaning) && /检[验测]|[质送]检|test|lab/.test(label === '' ? raw : label),
    )
  )
    return 'inspection-report';
  const certifies = readings.some(({ label }) => /^认证(?:结论|产品|型号|委托人)/.test(label));
  if (certifies && has('productName')) return 'voluntary-product';
  if (has('scope') && !has('productName')) return 'management-system';
  return 'unknown';
}

/** Whether a text names a kind of certificate or report. */
export const namesKind = (text: string): boolean => byWords(unspaced(text)) !== undefined;

/** Which of the notice's six fields apply to a kind. */
export function applicableFields(kind: CertificateKind): readonly RequiredField[] {
  return KINDS.find((record) => record.kind === kind)?.applicable ?? UNKNOWN_APPLICABLE;
}
