import { linesOf } from '../../../cli/train/own-pages.ts';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { createScanner, supported } from '../../../utils/scan/scanner.ts';
import type { Fragment } from './corpus.ts';
import { answers } from './score.ts';

/** Classes that only a browser lays out as a reader sees them; `npm run quality` reads these. */
const LAID_OUT = [
  'bidi',
  'channels',
  'hidden-filler',
  'inline-split',
  'line-break',
  'ruby',
  'split-character',
  'vertical',
];

export const isReadAtOnce = (fragment: Fragment): boolean => !LAID_OUT.includes(fragment.class);

const SCANNER = createScanner(BUILT_IN_PACKS);

/** What is claimed in a fragment, read line by line without a browser: fast enough for every run of the tests. */
export function claimsIn({ html, title }: Fragment): string[] {
  const lines = linesOf(html);
  const page = SCANNER.tellPage({ host: '', title, text: `${lines.join('\n')}\n` });
  const found = lines.flatMap((line) => SCANNER.scanText(line, { page, element: 'p', keepUnsupported: true }));
  return supported(found)
    .filter(({ disposition }) => disposition === 'claim')
    .map(({ matchedText }) => matchedText);
}

/** `id: missed …` and `id: false …`, a line for each claim that is wanted and not found, or found and not wanted. */
export function missesOf(fragment: Fragment): string[] {
  const claims = claimsIn(fragment);
  const missed = fragment.claims.filter((label) => !claims.some((claim) => answers(claim, label)));
  const wrong = claims.filter((claim) => !fragment.claims.some((label) => answers(claim, label)));
  return [
    ...missed.map((label) => `${fragment.id}: missed ${label}`),
    ...[...new Set(wrong)].map((claim) => `${fragment.id}: false ${claim}`),
  ];
}
