import { NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import type { CertificateKind } from './certificate.ts';

/** Characters that a recogniser takes for each other in print. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'O',
  O: '0',
  '1': 'I',
  I: '1',
  '5': 'S',
  S: '5',
  '2': 'Z',
  Z: '2',
  '8': 'B',
  B: '8',
};

/** More exchanges than this would be guessing. */
const MOST_EXCHANGES = 2;

function* exchanges(text: string, from: number, left: number): Generator<string> {
  yield text;
  if (left === 0) return;
  for (let index = from; index < text.length; index += 1) {
    const other = LOOK_ALIKES[text[index]!];
    if (other) yield* exchanges(text.slice(0, index) + other + text.slice(index + 1), index + 1, left - 1);
  }
}

/**
 * A recognised number with look-alike characters exchanged where its kind's structure says letter or digit: 0010P2600123 is
 * 001OP2600123. A number that fits already, or that no one or two exchanges make fit, is returned as it was read.
 */
export function mendNumber(number: string, kind: CertificateKind): string {
  const format = NUMBER_FORMATS.find((each) => each.kind === kind);
  if (!format || format.pattern.test(number)) return number;
  for (const candidate of exchanges(number, 0, MOST_EXCHANGES)) if (format.pattern.test(candidate)) return candidate;
  return number;
}
