import type { LabelledPage } from '../../../cli/train/labelled-pages.ts';
import type { Score } from '../../../cli/train/score.ts';
import type { Engine } from '../phrases/in-page.ts';
import { readFragments } from '../phrases/read-fragments.ts';

/** What else finds words in a page, on the same list of wordings: it knows no judge, so all that it finds is called a claim. */
export const PEERS = ['regexp', 'fastscan', 'mark.js', 'mark.js across'] as const satisfies readonly Engine[];

const dense = (text: string) => text.replace(/\s/g, '');

/** One finding stands in the label, or the label in it: the shorter of both stands in both. */
const meet = (one: string, other: string) => one.includes(other) || other.includes(one);

/** How a peer's findings on one page answer to its labels; a peer gives words without places, so repeats count once. */
function scoreOfPage({ claims, flag }: LabelledPage, found: readonly string[]): Score {
  const labels = (claims ?? []).map(({ kind, text }) => ({ firm: kind !== 'borderline', text: dense(text) }));
  const firm = labels.filter((label) => label.firm);
  const words = [...new Set(found.map(dense))].filter((word) => word !== '');
  const answers = words.map((word) => labels.filter(({ text }) => meet(text, word)));
  const right = answers.filter((met) => met.some((label) => label.firm)).length;
  const wrong = answers.filter((met) => met.length === 0).length;
  return {
    expected: firm.length,
    found: firm.filter(({ text }) => words.some((word) => meet(text, word))).length,
    right,
    wrong,
    borderline: answers.length - right - wrong,
    guilty: flag ? 1 : 0,
    guiltyFound: flag && words.length > 0 ? 1 : 0,
    others: flag ? 0 : 1,
    othersFlagged: !flag && words.length > 0 ? 1 : 0,
    strongRight: 0,
    strongWrong: 0,
  };
}

/** The body of a stored page: the peers are given it in a page of the harness. */
const bodyOf = (html: string) => /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;

/** Each peer's score of each page, in the order of the pages. */
export async function peerScores(pages: readonly LabelledPage[]): Promise<Map<Engine, Score[]>> {
  const fragments = pages.map(({ id, html }) => ({
    id,
    class: 'real',
    html: bodyOf(html),
    title: '',
    claims: [],
    grey: [],
  }));
  const readings = await readFragments(fragments, PEERS);
  return new Map(
    PEERS.map((peer) => [peer, pages.map((page, index) => scoreOfPage(page, readings.get(peer)![index]!.claims))]),
  );
}
