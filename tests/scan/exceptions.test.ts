import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { compile } from '../../utils/scan/compile.ts';
import { createMatcher } from '../../utils/scan/matcher.ts';

/** Whether 包过 is found in a text beside an exception. */
function finds(text: string, exception: string): boolean {
  const packs = BUILT_IN_PACKS.map((pack, index) =>
    index === 0
      ? { ...pack, rules: pack.rules.map((rule, at) => (at === 0 ? { ...rule, allow: [exception] } : rule)) }
      : pack,
  );
  const { exact, signals } = createMatcher(compile(packs), new Set())(text);
  return [...exact, ...signals].some(({ start, end }) => text.slice(start, end).includes('包过'));
}

describe('an exception', () => {
  it('spares what stands inside it', () => {
    expect(finds('书包过重', '书包过重')).toBe(false);
    expect(finds('书包过重', '鞋子')).toBe(true);
  });

  it('is not read across a pause that it has not itself', () => {
    expect(finds('认证证书，包过', '书包过')).toBe(true);
    expect(finds('认证证书，包过', '书，包过')).toBe(false);
  });
});
