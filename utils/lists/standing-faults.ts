import type { CertificateKind } from '../../rules/papers/certificate-terms.ts';
import { ENDED_STATES, SCOPES_OF_KINDS, type ScopeOfKind } from '../../rules/register-standing.ts';
import { datesIn } from '../certificate/dates.ts';
import type { RegisterValues, StandingFault } from './register.ts';

/** Whether a state means that the approval is not in force: 已撤销, not 未撤销. */
export const isEnded = (status: string): boolean =>
  ENDED_STATES.some((word) => {
    const at = status.indexOf(word);
    return at >= 0 && !'未非不'.includes(status[at - 1] ?? ' ');
  });

/** The last day of a validity as lists print it (2020-01-01至2025-12-31, 2025 年 12 月); undefined where there is none (长期). */
function lastDay(validUntil: string): string | undefined {
  const last = datesIn(validUntil)
    .map(({ iso }) => iso)
    .filter((iso) => iso !== undefined)
    .sort()
    .at(-1);
  // A month is over with its last day.
  return last?.length === 7 ? `${last}-31` : last;
}

const names = (scope: string, { words, without = [] }: ScopeOfKind): boolean => {
  const plain = without.reduce((text, word) => text.replaceAll(word, ''), scope.toUpperCase());
  return words.some((word) => plain.includes(word));
};

/** Whether a scope names kinds of certificates, and this one not. */
export function isOutside(kind: CertificateKind, scope: string): boolean {
  const own = SCOPES_OF_KINDS.find((one) => one.kind === kind);
  if (!own || names(scope, own)) return false;
  return SCOPES_OF_KINDS.some((one) => names(scope, one));
}

/** What a row says against its approval on a day (ISO 8601), and for a kind of certificate when one is asked about. */
export function standingFaults(
  { status = '', validUntil = '', scope = '' }: Pick<RegisterValues, 'status' | 'validUntil' | 'scope'>,
  day: string,
  kind?: CertificateKind,
): StandingFault[] {
  const last = lastDay(validUntil);
  return [
    ...(isEnded(status) ? [{ aspect: 'status' as const, listed: status }] : []),
    ...(last !== undefined && last < day ? [{ aspect: 'validUntil' as const, listed: validUntil, against: day }] : []),
    ...(kind && isOutside(kind, scope)
      ? [
          {
            aspect: 'scope' as const,
            listed: scope,
            against: SCOPES_OF_KINDS.find((one) => one.kind === kind)!.name,
          },
        ]
      : []),
  ];
}

const ASPECT_WORDS: Readonly<Record<StandingFault['aspect'], string>> = {
  status: '状态',
  validUntil: '有效期',
  scope: '范围',
};

/** Longest part of a cell that is quoted; a scope can be pages long. */
const QUOTED = 80;
export const quoted = (cell: string): string => (cell.length > QUOTED ? `${cell.slice(0, QUOTED)}…` : cell);

/** 状态“注销”；有效期“2024-12-31”，早于 2026-11-23；范围“有机产品认证”，未见管理体系认证 */
export const faultWords = (faults: readonly StandingFault[]): string =>
  faults
    .map(({ aspect, listed, against }) => {
      const compared = aspect === 'validUntil' ? `，早于 ${against}` : aspect === 'scope' ? `，未见${against}` : '';
      return `${ASPECT_WORDS[aspect]}“${quoted(listed)}”${compared}`;
    })
    .join('；');
