import { type CertificateField, fieldsOfValue } from '../../rules/papers/certificate-terms.ts';
import type { Certificate, FieldValue, Problem } from './certificate.ts';

/** How probable a recognised character is, and the likeliest one that looks like it, 0…1. */
export interface CharacterSureness {
  sure: number;
  rival?: number;
}

/** Of each character of a stretch of the text; of a picture only. */
export type Sureness = (start: number, length: number) => readonly CharacterSureness[];

/**
 * A number with a character less probable than this has to be compared with the picture. Measured on numbers under stress: of a
 * line's mean nothing can be told, it is 0.95 when the number is wrong.
 */
export const WEAK = 0.6;

/** A look-alike that is so probable is right too often: the network prefers what is common, 1 at the end of a number to I. */
export const RIVALLED = 0.04;

/** Whether a number with these characters has to be compared with the picture. */
export const isDoubtful = (characters: readonly CharacterSureness[]): boolean =>
  characters.some(({ sure, rival = 0 }) => sure < WEAK || rival >= RIVALLED);

/** A number differs from another one in one character, so that every one of them counts. */
export const NUMBER_FIELDS: readonly CertificateField[] = fieldsOfValue('number', 'code');

/** The least probable character of a value, 0…1; undefined where it is not known. */
export function confidenceOf({ start, raw }: FieldValue, sureness: Sureness): number | undefined {
  if (start === undefined) return undefined;
  const sure = sureness(start, raw.length);
  return sure.length > 0 ? Math.min(...sure.map((each) => each.sure)) : undefined;
}

/** Numbers with a weak character, to be compared with the picture by a person. */
export function checkDoubtful({ fields }: Pick<Certificate, 'fields'>): Problem[] {
  return NUMBER_FIELDS.flatMap((field): Problem[] => {
    const number = fields[field];
    if (!number?.doubtful) return [];
    return [
      {
        code: 'number-doubtful',
        detail: `图片中的编号 ${number.value} 有字迹不清之处，请与原图核对`,
        compared: [{ label: `field_${field}`, value: number.value }],
        weight: 'check',
      },
    ];
  });
}
