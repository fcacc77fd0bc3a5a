import type { Hit } from '../scan/meet.ts';

/** Words of one or more rules that stand together: what is judged as one. */
export interface Cluster {
  start: number;
  end: number;
  hits: readonly Hit[];
  /** The hit of a listed wording, or of a family that is no signal: it lends the cluster its name and its place. */
  exact: Hit | null;
}

/** A list parts its promises, 高效、零风险, as commas part clauses. */
const PAUSE = /[，。；！？!?,;\n\u2029|｜、]/;
/** Characters between two hits of one cluster. */
const APART = 2;
/** Characters of a cluster that grows by its neighbours: a line without pauses is not one claim. */
const LONGEST = 60;

/** Signals that overlap, or stand side by side without a pause, put together; a listed wording stands alone with the signals over it. */
export function clustersOf(text: string, exact: readonly Hit[], signals: readonly Hit[]): Cluster[] {
  const clusters: { start: number; end: number; hits: Hit[] }[] = [];
  for (const hit of [...signals].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = clusters.at(-1);
    if (last && (hit.start < last.end || (hit.end - last.start <= LONGEST && joins(text, last.end, hit.start)))) {
      if (hit.end - last.start <= LONGEST) last.end = Math.max(last.end, hit.end);
      last.hits.push(hit);
    } else clusters.push({ start: hit.start, end: hit.end, hits: [hit] });
  }
  const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) =>
    one.start < other.end && other.start < one.end;
  for (const cluster of clusters) cluster.start = withFigures(text, cluster.start);
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

/** A match that begins behind its figures, 天下证 of 最快 7 天下证, takes them in. */
const FIGURES =
  /(?:最快|仅需|只需|只要|最短|短至)?[ ]?(?:\d[\d.,~-]{0,6}|[一二两三四五六七八九十半几]{1,3})[ ]?[个多%]?$/;
const BEFORE = 14;

function withFigures(text: string, start: number): number {
  if (!/[天日周月年小工个分%倍]/.test(text[start] ?? '')) return start;
  const figures = FIGURES.exec(text.slice(Math.max(0, start - BEFORE), start));
  return figures ? start - figures[0].length : start;
}

const joins = (text: string, end: number, start: number) => start - end <= APART && !PAUSE.test(text.slice(end, start));
