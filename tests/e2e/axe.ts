import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

type WithAxe = typeof globalThis & { axe?: { run(): Promise<AxeResults> } };

/** Colours on their way from one state to the next are nobody's; what turns for ever stays as it is. */
const settle = () => {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
};

/** What axe-core finds wrong on a page that has come to rest, one line per rule and element; evaluated, so that no script policy stands in its way. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  await page.evaluate(settle);
  const found = await page.evaluate(async () => (await (globalThis as WithAxe).axe!.run()).violations);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
