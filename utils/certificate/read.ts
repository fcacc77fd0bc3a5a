import {
  CERTIFICATE_FIELDS,
  type CertificateField,
  type CertificateKind,
} from '../../rules/papers/certificate-terms.ts';
import type { Certificate, DecodedCode, FieldValue } from './certificate.ts';
import { checkCertificate } from './check.ts';
import { confidenceOf, isDoubtful, NUMBER_FIELDS, type Sureness } from './doubtful-numbers.ts';
import { furtherStates } from './further-states.ts';
import { isBodyNumber, joinSameNumber } from './group.ts';
import { applicableFields, kindOf } from './kind.ts';
import type { Group, Reading } from './label-reading.ts';
import { hasStructure, mendNumber } from './mend-number.ts';
import { missingReasons } from './missing-reasons.ts';
import { readGroups } from './read-fields.ts';
import { type Region, regionOfLines } from './regions.ts';
import { showsCertificate } from './shows-certificate.ts';
import { GEM } from './values.ts';

/** The day against which dates are checked, ISO 8601, and codes decoded from the same picture. */
export interface ReadOptions {
  today: string;
  codes?: readonly DecodedCode[];
  /** How probable each recognised character is; lines of pictures only. */
  sureness?: Sureness;
}

/** The certificates shown in the regions of a page, in reading order. */
export function readCertificates(regions: readonly Region[], options: ReadOptions): Certificate[] {
  return certificatesOf(regions.flatMap(readGroups), options);
}

/** The same from groups that were read region by region; a number that comes again is the same certificate. */
export function certificatesOf(groups: readonly Group[], { today }: ReadOptions): Certificate[] {
  return joinSameNumber(groups)
    .filter(showsCertificate)
    .map((group, index) => certificateOf(group, `text-${index + 1}`, 'text', today, []));
}

/**
 * The certificates in lines recognised in one picture. `codes` were decoded from the same picture and belong to its
 * first certificate. `id`s are unique within the picture.
 */
export function readCertificatesFromLines(
  lines: readonly string[],
  { today, codes = [], sureness = () => [] }: ReadOptions,
): Certificate[] {
  const groups = readGroups(regionOfLines(lines)).filter(showsCertificate);
  return groups.map((group, index) =>
    certificateOf(group, `image-${index + 1}`, 'image', today, index === 0 ? codes : [], sureness),
  );
}

/**
 * The certificates on the pages of one document, each page given by its lines; what several pages say of one number is one certificate.
 * Offsets count all lines joined by line feeds. `codes` belong to the first certificate.
 */
export function readCertificatesOfPages(
  pages: readonly (readonly string[])[],
  { today, codes = [], sureness = () => [] }: ReadOptions,
): Certificate[] {
  let begin = 0;
  const groups = pages.flatMap((lines) => {
    const from = begin;
    begin += lines.reduce((sum, line) => sum + line.length + 1, 0);
    return readGroups(regionOfLines(lines)).map((group) => ({
      ...group,
      readings: group.readings.map((reading) => ({ ...reading, start: reading.start + from })),
    }));
  });
  return joinSameNumber(groups)
    .filter(showsCertificate)
    .map((group, index) => certificateOf(group, `pdf-${index + 1}`, 'pdf', today, index === 0 ? codes : [], sureness));
}

function certificateOf(
  group: Group,
  id: string,
  source: Certificate['source'],
  today: string,
  codes: readonly DecodedCode[],
  sureness?: Sureness,
): Certificate {
  const kind = kindOf(group);
  const fields = fieldsOf(group.readings, kind);
  if (sureness) weighCharacters(fields, kind, sureness);
  const applicable = applicableFields(kind);
  const missing = applicable.filter((field) => !fields[field]);
  const further = furtherStates(kind, fields, group.text);
  const firstIssueDate = best(group.readings, 'firstIssueDate')?.value;
  const names = group.readings
    .filter((reading) => reading.meaning === 'certificateName')
    .map((reading) => reading.value);
  const problems = checkCertificate(
    { kind, fields, codes },
    { today, names, ...(firstIssueDate ? { firstIssueDate } : {}) },
  );
  return {
    id,
    kind,
    source,
    fields: asWritten(fields, group.readings),
    applicable,
    missing,
    missingReasons: missingReasons(missing, group.readings, source),
    further,
    problems,
    codes,
  };
}

/** How sure each value is; numbers are mended where their structure decides, and doubted where a character is weak. */
function weighCharacters(fields: Certificate['fields'], kind: CertificateKind, sureness: Sureness): void {
  for (const [field, value] of Object.entries(fields) as [CertificateField, FieldValue][]) {
    const confidence = confidenceOf(value, sureness);
    if (confidence !== undefined) value.confidence = confidence;
    if (!NUMBER_FIELDS.includes(field)) continue;
    const mended = mendNumber(value.value, field, kind);
    if (mended !== value.value) {
      value.value = mended;
      value.mended = true;
    }
    if (value.start === undefined) continue;
    // Where the structure says letter or digit, a look-alike is no rival.
    const characters = sureness(value.start, value.raw.length);
    const decided = hasStructure(value.value, field, kind);
    if (isDoubtful(decided ? characters.map(({ sure }) => ({ sure })) : characters)) value.doubtful = true;
  }
}

/** Checks compare simplified forms; what is shown is what the page wrote. */
function asWritten(fields: Certificate['fields'], readings: readonly Reading[]): Certificate['fields'] {
  const shown = Object.entries(fields).map(([field, { value, raw, start, ...weighed }]) => {
    const written = readings.find((reading) => reading.start === start && reading.raw === raw)?.written ?? raw;
    return [
      field,
      { value: value === raw ? written : value, raw: written, ...(start === undefined ? {} : { start }), ...weighed },
    ];
  });
  return Object.fromEntries(shown);
}

function fieldsOf(readings: readonly Reading[], kind: CertificateKind): Certificate['fields'] {
  const fields: Partial<Record<CertificateField, FieldValue>> = {};
  for (const field of CERTIFICATE_FIELDS) {
    const reading = field === 'certificateNumber' ? numberOf(readings, kind) : best(readings, field);
    if (reading) fields[field] = { value: reading.value, raw: reading.raw, start: reading.start };
  }
  const jewel = fields.conclusion;
  if (kind === 'inspection-report' && jewel && GEM.test(jewel.value) && namesNoGoods(readings))
    fields.productName = jewel;
  if (!fields.issueDate) {
    const first = best(readings, 'firstIssueDate');
    const shown = first ?? testDateOf(readings, kind);
    if (shown) fields.issueDate = { value: shown.value, raw: shown.raw, start: shown.start };
  }
  return fields;
}

/** The paper on a jewel concludes which jewel it is: that names the goods too, where nothing else does. */
const namesNoGoods = (readings: readonly Reading[]) => readings.every(({ meaning }) => meaning !== 'productName');

/** A report that shows one date alone, the day of the test, is dated by it; not one whose date of issue is covered. */
function testDateOf(readings: readonly Reading[], kind: CertificateKind): Reading | undefined {
  const dated = readings.some(({ meaning, weak }) => meaning === 'issueDate' && !weak);
  return kind === 'inspection-report' && !dated ? best(readings, 'testDate') : undefined;
}

/** The number of the laboratory's own approval is not the number of its report. */
function numberOf(readings: readonly Reading[], kind: CertificateKind): Reading | undefined {
  const own = best(
    readings.filter((reading) => !isBodyNumber(reading)),
    'certificateNumber',
  );
  return own ?? (kind === 'inspection-report' ? undefined : best(readings, 'certificateNumber'));
}

/** Strong labels before weak ones, labels before prose, then the first. */
function best(readings: readonly Reading[], field: Reading['meaning']): Reading | undefined {
  const rank = (reading: Reading) => (reading.weak ? 2 : 0) + (reading.label === '' ? 1 : 0);
  return readings
    .filter((reading) => reading.meaning === field && reading.value !== '')
    .reduce<Reading | undefined>(
      (chosen, reading) => (chosen && rank(chosen) <= rank(reading) ? chosen : reading),
      undefined,
    );
}
