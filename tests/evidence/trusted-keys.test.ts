import { describe, expect, it } from 'vitest';
import {
  groupedFingerprint,
  keyStanding,
  parseFingerprint,
  standingWords,
  type TrustedKey,
} from '../../utils/evidence/trusted-keys.ts';

const fingerprint = '0123456789abcdef'.repeat(4);
const trusted: TrustedKey[] = [{ fingerprint, holder: '某某区局', addedOn: '2026-11-20' }];

describe('the list of trusted keys', () => {
  it.each([
    fingerprint,
    fingerprint.toUpperCase(),
    groupedFingerprint(fingerprint),
    fingerprint.replace(/(..)(?=.)/g, '$1:'),
    ` ${fingerprint}\n`,
    fingerprint.replace(/1/g, '１'),
  ])('reads %s', (text) => expect(parseFingerprint(text)).toBe(fingerprint));

  it.each(['', fingerprint.slice(1), `${fingerprint}0`, fingerprint.replace('a', 'g')])('refuses %s', (text) =>
    expect(parseFingerprint(text)).toBeUndefined(),
  );

  it('tells the own key, a registered one and a stranger apart', () => {
    expect(keyStanding(fingerprint, fingerprint, [])).toEqual({ kind: 'own' });
    expect(keyStanding(fingerprint, 'f'.repeat(64), trusted)).toEqual({ kind: 'trusted', holder: '某某区局' });
    expect(keyStanding('f'.repeat(64), null, trusted)).toEqual({ kind: 'unknown' });
  });

  it('writes down that a person compared a stranger’s fingerprint, and only then', () => {
    expect(standingWords({ kind: 'unknown' }, true)).toContain('导入人声明');
    expect(standingWords({ kind: 'unknown' }, false)).toBe('未登记');
    expect(standingWords({ kind: 'trusted', holder: '某某区局' }, true)).toBe('已登记：某某区局');
  });
});
