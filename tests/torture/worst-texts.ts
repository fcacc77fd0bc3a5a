import type { Outcome } from './outcome.ts';
import { growsPast, patterns } from './patterns.ts';

/** Every pattern over the words of a page against texts made to be slow for it, up to 100,000 characters. */
export async function worstTextsRun(): Promise<Outcome> {
  const all = await patterns();
  const failures = all.flatMap(({ file, pattern }) =>
    [...growsPast(pattern)].map((name) => `${file}: /${pattern.source.slice(0, 80)}/ over ${name}`),
  );
  return { name: 'worst-texts', tried: all.length, failures, notes: ['growth at most 2.3 times for twice the length'] };
}
