import { describe, expect, it } from 'vitest';
import { claimsInOrder, sequenceAt, stepClaim } from '../../utils/page/reading-order.ts';
import { findingSample } from './finding-sample.ts';

const none = new Set<string>();
const findings = [
  findingSample({ id: 'c', position: 3 }),
  findingSample({ id: 'quote', position: 2, disposition: 'cited' }),
  findingSample({ id: 'a', position: 1 }),
  findingSample({ id: 'gone', position: 0, gone: true }),
];

describe('the order of the card', () => {
  it('steps through claims only, as the reader meets them', () => {
    expect(claimsInOrder(findings, none).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(claimsInOrder(findings, new Set(['a'])).map(({ id }) => id)).toEqual(['c']);
  });

  it('opens at the claim under the pointer, and at quoted words alone', () => {
    expect(sequenceAt(['c'], findings, none)).toMatchObject({ index: 1, findings: [{ id: 'a' }, { id: 'c' }] });
    expect(sequenceAt(['quote'], findings, none)).toMatchObject({ index: 0, findings: [{ id: 'quote' }] });
    expect(sequenceAt(['elsewhere'], findings, none)).toBeNull();
  });

  it('ends past the last claim and before the first', () => {
    const claims = claimsInOrder(findings, none);
    expect(stepClaim(claims, null, 1)?.id).toBe('a');
    expect(stepClaim(claims, null, -1)?.id).toBe('c');
    expect(stepClaim(claims, 'a', 1)?.id).toBe('c');
    expect(stepClaim(claims, 'c', 1)).toBeNull();
    expect(stepClaim(claims, 'a', -1)).toBeNull();
  });
});
