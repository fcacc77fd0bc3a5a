import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

type WithAxe = typeof globalThis & { axe?: { run(): Promise<AxeResults> } };

/** What axe-core finds wrong on a page, one line per rule and element; evaluated, so that no script policy stands in its way. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => (await (globalThis as WithAxe).axe!.run()).violations);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
