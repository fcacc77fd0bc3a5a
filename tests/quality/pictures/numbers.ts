import type { CertificateField, CertificateKind } from '../../../rules/papers/certificate-terms.ts';

/** A number with the field and the kind of paper that it stands on: its structure decides between look-alikes as in the product. */
export interface SheetNumber {
  text: string;
  field: CertificateField;
  kind: CertificateKind;
}

/** A sheet of numbers alone, each in a row of its own, under one damage. */
export interface NumberSheet {
  slug: string;
  part: 'dev' | 'held-out';
  numbers: readonly SheetNumber[];
  /** Height of the print, px. */
  print: number;
  blur?: number;
  jpeg?: number;
  contrast?: number;
  serif?: boolean;
  mono?: boolean;
  ground?: 'guilloche' | 'watermark';
  seal?: boolean;
}

const SHEETS: readonly Omit<NumberSheet, 'slug' | 'part' | 'numbers'>[] = [
  { print: 11 },
  { print: 11, jpeg: 0.5 },
  { print: 12, serif: true, contrast: 0.5 },
  { print: 14, jpeg: 0.3 },
  { print: 16, serif: true, ground: 'guilloche', seal: true },
  { print: 16, blur: 1.1 },
  { print: 20, mono: true, ground: 'watermark', jpeg: 0.4 },
  { print: 24, blur: 1.6, seal: true },
];

/** A generator of its own, so that the same numbers come each time (Numerical Recipes' constants). */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Twelve invented numbers of the shapes that papers bear. */
function inventNumbers(seed: number): SheetNumber[] {
  const below = sequence(seed);
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  const letters = (count: number) => Array.from({ length: count }, () => LETTERS[below(26)]).join('');
  const of = (kind: CertificateKind, text: string, field: CertificateField = 'certificateNumber') => ({
    text,
    field,
    kind,
  });
  return [
    of('ccc', `20${digits(2)}0109${digits(8)}`),
    of('management-system', `${digits(3)}26Q${digits(5)}R${below(4)}${'SML'[below(3)]}`),
    of('organic', `${digits(3)}OP26${digits(5)}`),
    of('management-system', `CNCA-R-20${digits(2)}-${digits(3)}`, 'approvalNumber'),
    of('inspection-report', `${letters(2)}2026${digits(6)}`),
    of('inspection-report', `${letters(2)}2026-${letters(2)}-${digits(5)}`),
    of('inspection-report', `(${letters(2)})FSZJ${digits(4)}-${digits(3)}`),
    of('inspection-report', `${letters(3)}-${digits(2)}-${digits(4)}${letters(1)}`),
    of('management-system', `F${digits(2)}25E${digits(5)}R1M`),
    of('voluntary-product', `${digits(2)}${below(10)}${digits(9)}`),
    of('inspection-report', `${letters(1)}${digits(7)}${letters(1)}`),
    of('inspection-report', `No.${digits(4)}${letters(1)}${digits(3)}I`),
  ];
}

export const NUMBER_SHEETS: readonly NumberSheet[] = (['dev', 'held-out'] as const).flatMap((part, half) =>
  SHEETS.map((sheet, index) => ({
    ...sheet,
    part,
    slug: `numbers ${sheet.print} px, ${index + 1}`,
    numbers: inventNumbers(20_261_130 + half * 1_000 + index),
  })),
);
