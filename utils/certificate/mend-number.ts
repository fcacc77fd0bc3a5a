import { APPROVAL_NUMBER, NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import { LOOK_ALIKES } from '../../rules/look-alikes.ts';
import type { CertificateField, CertificateKind } from '../../rules/papers/certificate-terms.ts';
import { isCreditCode } from './credit-code.ts';

/** More exchanges than this would be guessing. */
const MOST_EXCHANGES = 2;

/** For each character those it may have been taken for. */
const OTHERS = new Map<string, string[]>();
for (const [a, b] of LOOK_ALIKES) {
  OTHERS.set(a, [...(OTHERS.get(a) ?? []), b]);
  OTHERS.set(b, [...(OTHERS.get(b) ?? []), a]);
}

/** Every text that differs from one in exactly so many look-alikes. */
function* exchanges(text: string, from: number, left: number): Generator<string> {
  if (left === 0) {
    yield text;
    return;
  }
  for (let index = from; index < text.length; index += 1) {
    for (const other of OTHERS.get(text[index]!) ?? [])
      yield* exchanges(text.slice(0, index) + other + text.slice(index + 1), index + 1, left - 1);
  }
}

/** Whether a number has the structure of its field on its kind of paper; undefined where there is no structure to go by. */
function structureOf(field: CertificateField, kind: CertificateKind): ((number: string) => boolean) | undefined {
  if (field === 'creditCode') return isCreditCode;
  if (field === 'approvalNumber') return (number) => new RegExp(`^${APPROVAL_NUMBER.pattern.source}$`).test(number);
  const format = NUMBER_FORMATS.find((each) => each.kind === kind);
  return format && field === 'certificateNumber' ? (number) => format.pattern.test(number) : undefined;
}

/** Whether a number has the structure of its field on its kind of paper, so that each of its places says letter or digit. */
export const hasStructure = (number: string, field: CertificateField, kind: CertificateKind): boolean =>
  structureOf(field, kind)?.(number) ?? false;

/**
 * A number read from a picture with look-alike characters exchanged where its structure says letter or digit: 0010P2600123 is
 * 001OP2600123. One that fits already stays, and so does one that no exchange, or more than one with as few, makes fit: the
 * structure decides between look-alikes, it never guesses.
 */
export function mendNumber(number: string, field: CertificateField, kind: CertificateKind): string {
  const fits = structureOf(field, kind);
  if (!fits || fits(number)) return number;
  for (let count = 1; count <= MOST_EXCHANGES; count += 1) {
    const fitting = new Set([...exchanges(number, 0, count)].filter(fits));
    if (fitting.size > 0) return fitting.size === 1 ? [...fitting][0]! : number;
  }
  return number;
}
