import type { RegisterKind } from '../../rules/register-columns.ts';
import type { ColumnMapping } from './register.ts';

/** What a file's name and heads let one suppose of the list; the officer sees it and can change it. */
export interface GuessedFacts {
  kind: RegisterKind;
  /** ISO 8601; undefined when the name holds no day. */
  date?: string;
}

const DAY = /(20\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])(?!\d)/;

export function guessFacts(fileName: string, heads: readonly string[], mapping: ColumnMapping): GuessedFacts {
  const words = `${fileName} ${heads.join(' ')}`;
  const kind = /资质认定|检验检测机构|cma/i.test(words)
    ? 'cma-institution'
    : /认证机构|机构批准/.test(words)
      ? 'certification-body'
      : mapping.scope !== undefined || /企业|主体|商户/.test(words)
        ? 'business'
        : 'certification-body';
  const day = DAY.exec(fileName);
  return { kind, ...(day ? { date: `${day[1]}-${day[2]}-${day[3]}` } : {}) };
}
