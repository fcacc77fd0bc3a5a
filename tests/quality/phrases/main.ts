/** `npm run quality [-- --json|--markdown] [--part dev|held-out] [--misses]`: how well claims are found, and how many are false. */
import { parseArgs } from 'node:util';
import { type Fragment, type Part, readFragments as readCorpus } from './corpus.ts';
import type { Engine } from './in-page.ts';
import { readFragments } from './read-fragments.ts';
import { classTable, engineTable, type PartResult, resultOf } from './report.ts';
import { answers, type Reading } from './score.ts';

const ENGINES: readonly Engine[] = ['zhengjian', 'regexp', 'fastscan', 'mark.js', 'mark.js across'];
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    misses: { type: 'boolean' },
    part: { type: 'string' },
  },
});

/** What the product got wrong, a line a fragment; for the tuned part only. */
function misses(fragments: readonly Fragment[], readings: readonly Reading[]): string[] {
  return fragments.flatMap((fragment, index) => {
    const { claims } = readings[index]!;
    const missed = fragment.claims.filter((label) => !claims.some((claim) => answers(claim, label)));
    const wrong = claims.filter((claim) => !fragment.claims.some((label) => answers(claim, label)));
    return missed.length + wrong.length === 0
      ? []
      : [`${fragment.id}  missed ${JSON.stringify(missed)}  wrong ${JSON.stringify(wrong)}`];
  });
}

const parts = (['dev', 'held-out'] as const).filter((part) => values.part === undefined || values.part === part);
const results: PartResult[] = [];
for (const part of parts satisfies readonly Part[]) {
  const fragments = readCorpus(part);
  const engines = values.misses ? (['zhengjian'] as const) : ENGINES;
  const readings = await readFragments(fragments, engines);
  if (values.misses && part === 'dev')
    process.stdout.write(`${misses(fragments, readings.get('zhengjian')!).join('\n')}\n\n`);
  results.push(...engines.map((engine) => resultOf(part, engine, fragments, readings.get(engine)!)));
}

if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
else {
  for (const part of parts) {
    const own = results.filter((result) => result.part === part);
    const heading = part === 'dev' ? 'Tuned part' : 'Held-out part (scored only)';
    process.stdout.write(
      `${values.markdown ? '### ' : ''}${heading}\n\n${classTable(own[0]!)}\n\n${engineTable(own)}\n\n`,
    );
  }
}
