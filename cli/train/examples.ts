import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { claimVector } from '../../utils/judge/claim-vector.ts';
import { type Cluster, clustersOf } from '../../utils/judge/cluster.ts';
import { crowdOf, type Firmness, firmnessOf } from '../../utils/judge/judge.ts';
import { PAGE_BEGINNING, pageVector, runsVector } from '../../utils/judge/page-reading.ts';
import type { Vector } from '../../utils/judge/vector.ts';
import { compile } from '../../utils/scan/compile.ts';
import { judge } from '../../utils/scan/context.ts';
import type { Disposition } from '../../utils/scan/finding.ts';
import { createMatcher } from '../../utils/scan/matcher.ts';
import { hitsByRule } from '../../utils/scan/scanner.ts';
import type { HarvestedPage } from './in-page.ts';
import type { LabelledClaim, LabelledPage } from './labelled-pages.ts';

/** What a cluster of words was labelled: a firm claim, neither way, or none. */
export type ClaimLabel = 'firm' | 'borderline' | 'none';

/** A cluster of words as the judge sees it, without its text. */
export interface ClaimExample {
  own: Vector;
  label: ClaimLabel;
  /** Numbers of the page's firm labels that it answers to. */
  answers: readonly number[];
  exact: boolean;
  /** What its firm signals are firm about; absent without one, and in marks of an office, which are learnt from and not judged. */
  firm?: Firmness;
  cue: Disposition;
}

/** A page as the judge sees it, without its text. */
export interface PageExample {
  id: string;
  group: string;
  sells: boolean;
  flag: boolean;
  /** Firm labels of the page; undefined where its claims were not labelled. */
  firm: number | undefined;
  page: Vector;
  runs: Vector;
  /** How crowded its beginning is with the words of rules; absent in marks of an office, as above. */
  crowd?: number;
  claims: readonly ClaimExample[];
}

const CONTEXT = 200;
const match = createMatcher(compile(BUILT_IN_PACKS), new Set());

/** Places of a label in a text; spaces do not count, for lines are laid out anew. */
export function placesOf(text: string, label: string): { start: number; end: number }[] {
  const at: number[] = [];
  let dense = '';
  for (let index = 0; index < text.length; index++) {
    if (/\s/.test(text[index]!)) continue;
    at.push(index);
    dense += text[index];
  }
  const wanted = label.replace(/\s/g, '');
  const places: { start: number; end: number }[] = [];
  if (wanted === '') return places;
  for (let found = dense.indexOf(wanted); found >= 0; found = dense.indexOf(wanted, found + wanted.length))
    places.push({ start: at[found]!, end: at[found + wanted.length - 1]! + 1 });
  return places;
}

type LabelPlace = { start: number; end: number; label: number; firm: boolean };

/** Half of the shorter of two places stands in both. */
const answers = (cluster: Cluster, place: LabelPlace) =>
  Math.min(place.end, cluster.end) - Math.max(place.start, cluster.start) >=
  Math.min(place.end - place.start, cluster.end - cluster.start) / 2;

function claimExample(cluster: Cluster, block: HarvestedPage['blocks'][number], places: LabelPlace[]): ClaimExample {
  const { text, heading, element } = block;
  const from = Math.max(0, cluster.start - CONTEXT);
  const { disposition: cue } = judge({
    text: text.slice(from, cluster.end + CONTEXT),
    start: cluster.start - from,
    end: cluster.end - from,
    heading,
    rule: (cluster.exact ?? cluster.hits[0]!).rule,
  });
  const answered = places.filter((place) => answers(cluster, place));
  const labels = answered.filter((place) => place.firm).map(({ label }) => label);
  const firm = firmnessOf(cluster);
  return {
    own: claimVector(cluster, { text, heading, element, cue }),
    label: labels.length > 0 ? 'firm' : answered.length > 0 ? 'borderline' : 'none',
    answers: [...new Set(labels)],
    exact: cluster.exact !== null,
    ...(firm === undefined ? {} : { firm }),
    cue,
  };
}

/** What the judge sees of a harvested page, with its labels. */
export function exampleOf(
  { title, heard, blocks }: HarvestedPage,
  labelled: Pick<LabelledPage, 'id' | 'group' | 'sells' | 'claims' | 'flag'>,
): PageExample {
  const { id, group, sells, flag, claims } = labelled;
  const beginning = heard.slice(0, PAGE_BEGINNING);
  const isFirmLabel = ({ kind }: LabelledClaim) => kind !== 'borderline';
  const firm = claims?.filter(isFirmLabel);
  const hits = hitsByRule(match(beginning));
  return {
    id,
    group,
    sells,
    flag,
    firm: firm?.length,
    page: pageVector(title, beginning, hits),
    runs: runsVector(title, beginning),
    crowd: crowdOf(hits),
    claims: blocks.flatMap((block) => {
      if (claims === undefined) return [];
      const places = claims.flatMap((claim) =>
        placesOf(block.text, claim.text).map((place) => ({
          ...place,
          label: firm!.indexOf(claim),
          firm: isFirmLabel(claim),
        })),
      );
      const { exact, signals } = match(block.text);
      return clustersOf(block.text, exact, signals).map((cluster) => claimExample(cluster, block, places));
    }),
  };
}
