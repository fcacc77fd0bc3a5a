import { expect, it } from 'vitest';
import { partKeys } from '../../utils/store/keys-of-file.ts';

const key = (digit: string) => ({ fingerprint: digit.repeat(64), holder: `甲${digit}`, addedOn: '2026-11-30' });
const root = (digit: string) => ({ fingerprint: digit.repeat(64) });

it('keeps apart what would register a key or a certificate of a service that is not registered here', () => {
  const current = { trustedKeys: [key('a')], stampRoots: [root('b')] };
  const read = { office: '乙局', trustedKeys: [key('a'), key('c')], stampRoots: [root('b'), root('d')] };
  expect(partKeys(read, current)).toEqual({
    plain: { office: '乙局' },
    keys: { trustedKeys: read.trustedKeys, stampRoots: read.stampRoots },
    fresh: [key('c'), root('d')],
  });
});

it('leaves settings that register nothing new as they are', () => {
  const current = { trustedKeys: [key('a')], stampRoots: [] };
  const read = { office: '乙局', trustedKeys: [key('a')] };
  expect(partKeys(read, current)).toEqual({ plain: read, keys: {}, fresh: [] });
});
