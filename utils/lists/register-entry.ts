import { foldNumber } from '../certificate/kind.ts';
import { nameKey } from './name-key.ts';
import type { RegisterValues } from './register.ts';

/** A row of a list with the keys under which it is found. */
export interface RegisterEntry extends RegisterValues {
  /** As a table program counts. */
  row: number;
  nameKey: string;
  numberKey?: string;
  creditKey?: string;
}

const CREDIT_CODE = /^[0-9A-Z]{15,18}$/;

/** The entry of a row that was read. */
export function registerEntry(row: number, values: RegisterValues): RegisterEntry {
  const numberKey = foldNumber(values.number ?? '');
  const creditKey = foldNumber(values.creditCode ?? '');
  return {
    ...values,
    row,
    nameKey: nameKey(values.name),
    ...(/\d{3}/.test(numberKey) ? { numberKey } : {}),
    ...(CREDIT_CODE.test(creditKey) ? { creditKey } : {}),
  };
}
