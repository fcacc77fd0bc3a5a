import type { RegisterKind } from '../../rules/register-columns.ts';
import { datesIn } from '../certificate/dates.ts';
import type { ColumnMapping } from './register.ts';

/** What a file's name and heads let one suppose of the list; the officer sees it and can change it. */
export interface GuessedFacts {
  kind: RegisterKind;
  /** ISO 8601; undefined where neither the name nor the lines above the heads hold a day: the officer is asked then. */
  date?: string;
}

const DAY = /(20\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/** Whole days; a month alone is none. */
const daysIn = (text: string): string[] => datesIn(text).flatMap(({ iso }) => (iso?.length === 10 ? [iso] : []));

/** @param above what stands above the heads: often a title, and the day up to which the list holds */
export function guessFacts(
  fileName: string,
  heads: readonly string[],
  mapping: ColumnMapping,
  above: readonly string[] = [],
): GuessedFacts {
  const words = `${fileName} ${heads.join(' ')}`;
  const kind = /资质认定|检验检测机构|cma/i.test(words)
    ? 'cma-institution'
    : /认证机构|机构批准/.test(words)
      ? 'certification-body'
      : mapping.scope !== undefined || /企业|主体|商户/.test(words)
        ? 'business'
        : 'certification-body';
  const named = DAY.exec(fileName);
  const day = named ? `${named[1]}-${named[2]}-${named[3]}` : above.flatMap(daysIn)[0];
  return { kind, ...(day ? { date: day } : {}) };
}
