import type { Hit } from '../scan/meet.ts';

/** Words of one or more rules that stand together: what is judged as one. */
export interface Cluster {
  start: number;
  end: number;
  hits: readonly Hit[];
  /** The hit of a listed wording, or of a family that is no signal: it lends the cluster its name and its place. */
  exact: Hit | null;
}

const PAUSE = /[，。；！？!?,;\n\u2029|｜]/;
/** Characters between two hits of one cluster. */
const APART = 4;

/** Signals that overlap, or stand side by side without a pause, put together; a listed wording stands alone with the signals over it. */
export function clustersOf(text: string, exact: readonly Hit[], signals: readonly Hit[]): Cluster[] {
  const clusters: { start: number; end: number; hits: Hit[] }[] = [];
  for (const hit of [...signals].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = clusters.at(-1);
    if (last && (hit.start < last.end || joins(text, last.end, hit.start))) {
      last.end = Math.max(last.end, hit.end);
      last.hits.push(hit);
    } else clusters.push({ start: hit.start, end: hit.end, hits: [hit] });
  }
  const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) =>
    one.start < other.end && other.start < one.end;
  const alone = clusters
    .filter((cluster) => !exact.some((hit) => overlaps(hit, cluster)))
    .map((cluster) => ({ ...cluster, exact: null }));
  const named = exact.map((hit) => ({
    start: hit.start,
    end: hit.end,
    hits: [hit, ...signals.filter((signal) => overlaps(hit, signal))],
    exact: hit,
  }));
  return [...alone, ...named].sort((a, b) => a.start - b.start);
}

const joins = (text: string, end: number, start: number) => start - end <= APART && !PAUSE.test(text.slice(end, start));
