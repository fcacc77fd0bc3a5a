import type { Thresholds } from '../../utils/judge/weights.ts';
import type { PageExample } from './examples.ts';
import type { LearntPage } from './fit.ts';
import { FOLDS } from './fit.ts';
import { crossJudged, type Judged, type Score, scoreOf, shareFor } from './score.ts';

/** How often claims are to be right: at either strength, and among those listed as possible. */
export const WANTED = { strong: 0.92, claim: 0.82, possible: 0.35 } as const;

/** What is less likely than this is not worth an officer's look. */
const LEAST_LISTED = 0.25;

export const thresholdsFor = (all: readonly Judged[]): Thresholds => {
  const claim = shareFor(all, WANTED.claim);
  return {
    strong: Math.max(claim, shareFor(all, WANTED.strong)),
    claim,
    possible: Math.min(claim, Math.max(LEAST_LISTED, shareFor(all, WANTED.possible))),
  };
};

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

const row = (name: string, score: Score) =>
  `| ${[
    name,
    `${score.found} / ${score.expected}`,
    share(score.found, score.expected),
    `${score.right} / ${score.right + score.wrong}`,
    share(score.right, score.right + score.wrong),
    share(score.strongRight, score.strongRight + score.strongWrong),
    score.borderline,
    `${score.guiltyFound} / ${score.guilty}`,
    `${score.othersFlagged} / ${score.others}`,
  ].join(' | ')} |`;

const sum = (scores: readonly Score[]): Score =>
  Object.fromEntries(
    (Object.keys(scores[0]!) as (keyof Score)[]).map((key) => [
      key,
      scores.reduce((total, one) => total + one[key], 0),
    ]),
  ) as unknown as Score;

/** Readings of the versions before, printed once and kept: their signals are no more. */
const BEFORE = [
  '| judge 1.0.0, 665 pages | 224 / 410 | 54.6 % | 234 / 296 | 79.1 % | 73.1 % | 57 | 135 / 193 | 40 / 472 |',
  '| judge 1.1.0, 751 pages | 297 / 489 | 60.7 % | 314 / 389 | 80.7 % | 85.4 % | 65 | 149 / 207 | 44 / 544 |',
  '| judge 1.2.0, 770 pages | 233 / 423 | 55.1 % | 267 / 325 | 82.2 % | 88.9 % | 75 | 106 / 165 | 47 / 605 |',
];

/** The model card: what it was learnt from, and how it judges pages of groups that it did not see. */
export function modelCard(pages: readonly LearntPage[]): { text: string; thresholds: Thresholds } {
  const parts = crossJudged(pages);
  const thresholds = thresholdsFor(parts.flatMap(({ judged }) => judged));
  const real = pages.filter(({ own }) => !own);
  const labelled = real.filter(({ firm }) => firm !== undefined);
  const scores = parts.map(({ fold, judged }) => {
    const chosen = thresholdsFor(parts.filter((part) => part.fold !== fold).flatMap((part) => part.judged));
    const held: PageExample[] = [...new Set(judged.map(({ page }) => page))];
    const silent = labelled.filter((page) => page.claims.length === 0);
    return scoreOf(fold === 0 ? [...held, ...silent] : held, judged, chosen);
  });
  const groups = new Set(labelled.map(({ group }) => group)).size;
  const text = `# The judge's weights

Learnt by \`npm run train\` from hashed features with their labels (\`tests/corpus/real/features.jsonl.gz\`); the pages' texts are not kept here.

- Real pages: ${real.length} (${real.filter(({ sells }) => sells).length} by sellers) of ${new Set(real.map(({ group }) => group)).size} groups (a site, or pages that belong together); claims labelled on ${labelled.length} pages of ${groups} groups: ${labelled.reduce((count, { firm }) => count + firm!, 0)} firm ones, ${labelled.reduce((count, { claims }) => count + claims.length, 0)} clusters of words judged.
- Pages of this project's own making, counted for a fraction each: ${pages.length - real.length}.
- Thresholds (share of being right that is wanted: strong ${WANTED.strong}, claim ${WANTED.claim}, possible ${WANTED.possible}): strong ${thresholds.strong}, claim ${thresholds.claim}, possible ${thresholds.possible}.

## Pages of groups that were not learnt from (${FOLDS} folds by group, thresholds from the other folds)
A finding is right when half of the shorter of finding and label stands in both; borderline labels count neither way.

| fold | found | recall | right | precision | precision of strong | borderline | guilty pages found | other pages flagged |
|---|---|---|---|---|---|---|---|---|
${scores.map((score, fold) => row(String(fold + 1), score)).join('\n')}
${row('**all**', sum(scores))}
${BEFORE.join('\n')}

The last rows are the folds of the versions before, on fewer pages. Pages without a single cluster are counted in the first fold.
`;
  return { text, thresholds };
}
