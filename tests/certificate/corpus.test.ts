import { describe, expect, it } from 'vitest';
import { f1, scoreCertificates } from '../quality/certificates.ts';

describe('the corpus of text certificates', () => {
  const score = scoreCertificates('dev');
  it('is read as labelled', () => {
    expect(score.differences).toEqual([]);
    expect(score.fields.right).toBe(score.fields.of);
    expect([f1(score.missing), f1(score.problems)]).toEqual([1, 1]);
  });
  it('holds innocent pages, none of which shows a certificate', () => {
    expect(score.innocentPages).toBeGreaterThanOrEqual(20);
    expect(score.invented).toBe(0);
  });
});
