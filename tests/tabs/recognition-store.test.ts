import { expect, it } from 'vitest';
import { furtherSkipped, readRecognition, saveRecognition } from '../../utils/tabs/recognition-store.ts';

it('counts by reason what was left out of three thousand pictures, and lists the first of them', async () => {
  const skipped = [
    ...Array.from({ length: 2_940 }, (_, index) => ({ url: `/${index}.jpg`, reason: 'too-many' as const })),
    { url: '/broken.png', reason: 'not-decodable' as const },
  ];
  await saveRecognition(7, { done: 60, total: 60, skipped });
  const progress = (await readRecognition(7))!;
  expect(progress.counts).toEqual({ 'too-many': 2_940, 'not-decodable': 1 });
  expect(progress.skipped.length + furtherSkipped(progress)).toBe(2_941);
  expect(progress.skipped.length).toBeLessThan(100);
});
