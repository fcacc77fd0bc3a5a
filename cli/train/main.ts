/** `npm run train [-- --data DIR… ] [-- --with marks.json]`: the judge's weights and their card, the same from the same examples. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packWeights } from '../../utils/judge/weights.ts';
import { modelCard } from './card.ts';
import { exampleOf } from './examples.ts';
import { fitted } from './fit.ts';
import { harvestPages } from './harvest.ts';
import { mergedExamples, readExamples, writeExamples } from './kept-examples.ts';
import { readLabelledPages } from './labelled-pages.ts';
import { ownPages } from './own-pages.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const EXAMPLES = at('tests/corpus/real/features.jsonl.gz');
const WEIGHTS = at('rules/weights/judge.json');
const CARD = at('rules/weights/CARD.md');
const VERSION = '1.1.0';

const { values } = parseArgs({ options: { data: { type: 'string', multiple: true } } });

if (values.data) {
  const pages = values.data.flatMap((folder) => readLabelledPages(folder, 'learn'));
  const harvested = await harvestPages(pages);
  const fresh = pages.map((page, index) => exampleOf(harvested[index]!, page));
  writeExamples(EXAMPLES, mergedExamples(readExamples(EXAMPLES), fresh));
}

const pages = [...readExamples(EXAMPLES), ...ownPages()];
const { text, thresholds } = modelCard(pages);
const { page, promise, runs, claim } = fitted(pages);
const weights = {
  id: 'judge',
  version: VERSION,
  thresholds,
  page: packWeights(page),
  promise: packWeights(promise),
  runs: packWeights(runs),
  claim: packWeights(claim),
};
writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
writeFileSync(CARD, text);
// A process of its own: this one holds the weights as they were.
execFileSync(process.execPath, [at('cli/stamp-packs.ts')], { stdio: 'inherit' });
process.stdout.write(text);
