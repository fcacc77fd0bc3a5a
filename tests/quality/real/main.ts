import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleOf } from '../../../cli/train/examples.ts';
import { harvestPages } from '../../../cli/train/harvest.ts';
import { readLabelledPages } from '../../../cli/train/labelled-pages.ts';
import { judged, type Score, scoreOf } from '../../../cli/train/score.ts';
import judgeWeights from '../../../rules/weights/judge.json' with { type: 'json' };
import { unpackWeights } from '../../../utils/judge/weights.ts';
import { peerScores } from './peers.ts';

/**
 * `npm run quality:real -- --data DIR [--sealed]`: how labelled pages outside the repository are judged by the committed weights,
 * with their text as the product reads it, and by the peers that look for the same list of wordings. The sealed part is read once, at the end of a release.
 */

const { values } = parseArgs({
  options: { data: { type: 'string', multiple: true }, sealed: { type: 'boolean', default: false } },
});
if (!values.data) {
  console.error('npm run quality:real -- --data DIR [--data DIR …] [--sealed]');
  process.exit(2);
}

const ROUNDS = 2_000;
const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : (100 * part) / whole);
const text = (value: number) => (Number.isNaN(value) ? '–' : `${value.toFixed(1)} %`);

/** Fixed, so that the same pages give the same intervals. */
function* randoms(): Generator<number> {
  for (let state = 20_261_130; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 4_294_967_296;
  }
}

const FIGURES = {
  recall: ({ found, expected }: Score) => share(found, expected),
  precision: ({ right, wrong }: Score) => share(right, right + wrong),
  'precision of strong': ({ strongRight, strongWrong }: Score) => share(strongRight, strongRight + strongWrong),
  'guilty pages found': ({ guiltyFound, guilty }: Score) => share(guiltyFound, guilty),
  'other pages flagged': ({ othersFlagged, others }: Score) => share(othersFlagged, others),
} as const;

const weights = {
  page: unpackWeights(judgeWeights.page),
  promise: unpackWeights(judgeWeights.promise),
  runs: unpackWeights(judgeWeights.runs),
  claim: unpackWeights(judgeWeights.claim),
};
/** A page with what some reader made of it. */
interface Read {
  id: string;
  group: string;
  score: Score;
}

const sum = (scores: readonly Score[]): Score =>
  Object.fromEntries(
    (Object.keys(scores[0]!) as (keyof Score)[]).map((key) => [key, scores.reduce((all, one) => all + one[key], 0)]),
  ) as unknown as Score;

/** 95 % of what drawing whole sites anew gives: a site that is drawn twice counts twice, on both sides of each share. */
function intervals(pages: readonly Read[]): Map<string, string> {
  const groups = new Map<string, Score[]>();
  for (const { group, score } of pages) groups.set(group, [...(groups.get(group) ?? []), score]);
  const sites = [...groups.values()].map(sum);
  const drawn = randoms();
  const scores = Array.from({ length: ROUNDS }, () =>
    sum(sites.map(() => sites[Math.floor(drawn.next().value! * sites.length)]!)),
  );
  return new Map(
    Object.entries(FIGURES).map(([name, figure]) => {
      const all = scores
        .map(figure)
        .filter((value) => !Number.isNaN(value))
        .sort((a, b) => a - b);
      const at = (part: number) => all[Math.floor(part * (all.length - 1))];
      return [name, all.length > 0 ? `${at(0.025)!.toFixed(0)}–${at(0.975)!.toFixed(0)}` : ''];
    }),
  );
}

function print(name: string, pages: readonly Read[], withIntervals: boolean): void {
  if (pages.length === 0) return;
  const one = sum(pages.map(({ score }) => score));
  const ranges = withIntervals ? intervals(pages) : new Map<string, string>();
  const cells = Object.entries(FIGURES).map(([figure, value]) => {
    const range = ranges.get(figure);
    return `${text(value(one))}${range ? ` [${range}]` : ''}`;
  });
  const counts = `${pages.length} pages, ${new Set(pages.map(({ group }) => group)).size} sites, ${one.expected} firm, ${one.guilty} guilty`;
  console.log(`| ${[name, counts, ...cells].join(' | ')} |`);
}

const stored = new Map(
  values.data.flatMap((folder) =>
    (JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as { id: string; stored?: string }[]).map(
      ({ id, stored: how }) => [id, how ?? 'whole'] as const,
    ),
  ),
);
const labelled = values.data.flatMap((folder) => readLabelledPages(folder, values.sealed ? 'sealed' : 'learn'));
const harvested = await harvestPages(labelled);
const pages = labelled.map((page, index): Read => {
  const example = exampleOf(harvested[index]!, page);
  const { id, group } = page;
  return { id, group, score: scoreOf([example], judged([example], weights), judgeWeights.thresholds) };
});
console.log(`| pages | n | ${Object.keys(FIGURES).join(' | ')} |`);
console.log(`|${' --- |'.repeat(Object.keys(FIGURES).length + 2)}`);
print(values.sealed ? 'sealed' : 'learnt from', pages, true);
for (const how of ['whole', 'excerpt'])
  print(
    `of these ${how}`,
    pages.filter(({ id }) => stored.get(id)!.startsWith(how)),
    false,
  );
for (const [peer, scores] of await peerScores(labelled))
  print(
    peer,
    pages.map(({ id, group }, index) => ({ id, group, score: scores[index]! })),
    true,
  );
