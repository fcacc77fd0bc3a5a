/**
 * `npm run train [-- --data DIR… ] [-- --with marks.json… ] [-- --out DIR]`: the judge's weights and their card, the same from the
 * same examples. With marks an office's own labels are learnt as well; with a folder the product's own weights stay as they are.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packWeights } from '../../utils/judge/weights.ts';
import { modelCard } from './card.ts';
import { exampleOf } from './examples.ts';
import { fitted } from './fit.ts';
import { harvestPages } from './harvest.ts';
import { mergedExamples, readExamples, writeExamples } from './kept-examples.ts';
import { readLabelledPages } from './labelled-pages.ts';
import { markedPages, marksInWords, readMarks } from './marked-pages.ts';
import { ownPages } from './own-pages.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const EXAMPLES = at('tests/corpus/real/features.jsonl.gz');
const WEIGHTS = at('rules/weights/judge.json');
const CARD = at('rules/weights/CARD.md');
const VERSION = '1.3.0';

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true },
    with: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
  },
});

if (values.data) {
  const pages = values.data.flatMap((folder) => readLabelledPages(folder, 'learn'));
  const harvested = await harvestPages(pages);
  const fresh = pages.map((page, index) => exampleOf(harvested[index]!, page));
  writeExamples(EXAMPLES, mergedExamples(readExamples(EXAMPLES), fresh));
}

const marks = readMarks(values.with);
const pages = [...readExamples(EXAMPLES), ...ownPages()];
const { text: card, thresholds } = modelCard(pages);
const text = marks.length > 0 ? `${card}\n${marksInWords(marks)}\n` : card;
const { page, promise, runs, claim } = fitted([...pages, ...markedPages(marks)]);
const weights = {
  id: 'judge',
  version: marks.length > 0 ? `${VERSION}+marks.${marks.length}` : VERSION,
  thresholds,
  page: packWeights(page),
  promise: packWeights(promise),
  runs: packWeights(runs),
  claim: packWeights(claim),
};
if (values.out) mkdirSync(values.out, { recursive: true });
writeFileSync(values.out ? join(values.out, 'judge.json') : WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
writeFileSync(values.out ? join(values.out, 'CARD.md') : CARD, text);
// A process of its own: this one holds the weights as they were.
if (!values.out) execFileSync(process.execPath, [at('cli/stamp-packs.ts')], { stdio: 'inherit' });
process.stdout.write(text);
