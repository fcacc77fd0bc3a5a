import { CLAUSE_PIECES, CLAUSE_WORDS } from '../../rules/context/word-groups.ts';
import type { FindingSign } from '../scan/finding.ts';
import { type Part, type Place, piecesOf } from './claim-vector.ts';
import type { Cluster } from './cluster.ts';
import type { Vector } from './vector.ts';

/** Signs of one decision beside its rules that are told, at most. */
const MOST = 4;
/** What moves the decision by less than this is not told. */
const LEAST = 0.08;
const LONGEST_WORDS = 32;

type Piece = keyof typeof CLAUSE_PIECES;
const isPiece = (kind: string): kind is Piece => kind in CLAUSE_PIECES;
const cut = (words: string) => words.trim().slice(0, LONGEST_WORDS);

/** The rules whose words a cluster has, with the words. */
export function ruleSigns({ hits }: Pick<Cluster, 'hits'>, text: string): FindingSign[] {
  const byRule = new Map(hits.map((hit) => [hit.rule.id, hit]));
  return [...byRule.values()].map(({ rule, start, end }) => ({
    id: rule.id,
    name: rule.name,
    words: cut(text.slice(start, end)),
  }));
}

/** A part of the features in words; null for what no reader can be told of, as where a line ends. */
function told({ kind, name }: Part, { hits }: Cluster, place: Place, pieces: ReturnType<typeof piecesOf>) {
  if (kind === 'signal') {
    const hit = hits.find(({ rule }) => rule.id === name);
    return hit ? { id: name, name: hit.rule.name, words: place.text.slice(hit.start, hit.end) } : null;
  }
  if (kind === 'runs') {
    const piece = name as Piece;
    return { id: `wording-${name}`, name: `${CLAUSE_PIECES[piece]}措辞`, words: pieces[piece] };
  }
  const group = isPiece(kind) ? CLAUSE_WORDS.find(({ id }) => id === name) : undefined;
  if (!group || !isPiece(kind)) return null;
  const words = group.pattern.exec(pieces[kind])?.[0] ?? '';
  return { id: `${name}-${kind}`, name: `${CLAUSE_PIECES[kind]}有${group.name}`, words };
}

/**
 * What weighed most in the decision on a cluster, the strongest first: its features add up to its weight, so each part's share of
 * that is what it did. The rules whose words it has all stand among them.
 */
export function claimSigns(
  cluster: Cluster,
  place: Place,
  { vector: { cells, values }, parts }: { vector: Vector; parts: readonly Part[] },
  weights: ArrayLike<number>,
): FindingSign[] {
  const shares = new Map<string, { part: Part; share: number }>();
  for (const part of parts) {
    let share = 0;
    for (let at = part.from; at < part.to; at++) share += weights[cells[at]!]! * values[at]!;
    const key = `${part.kind} ${part.name}`;
    const known = shares.get(key);
    if (known) known.share += share;
    else shares.set(key, { part, share });
  }
  const strongest = [...shares.values()].sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const pieces = piecesOf(cluster, place);
  const signs: FindingSign[] = [];
  let others = 0;
  for (const { part, share } of strongest) {
    if (part.kind !== 'signal' && (others >= MOST || Math.abs(share) < LEAST)) continue;
    const sign = told(part, cluster, place, pieces);
    if (!sign || cut(sign.words) === '') continue;
    if (part.kind !== 'signal') others++;
    signs.push({ ...sign, words: cut(sign.words), ...(share < 0 ? { against: true as const } : {}) });
  }
  return signs;
}
