import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A string of a page, as its readers labelled it. */
export interface LabelledClaim {
  text: string;
  kind: 'notice' | 'generalised' | 'absolute' | 'borderline';
}

/** A real page with its labels, kept outside the repository. */
export interface LabelledPage {
  id: string;
  html: string;
  /** Pages of one site or data set: they are never parted. */
  group: string;
  /** Its publisher sells certification, testing or other papers. */
  sells: boolean;
  /** Undefined where nobody has labelled the page's claims yet. */
  claims: readonly LabelledClaim[] | undefined;
  flag: boolean;
}

interface Meta {
  id: string;
  source: string;
  genre: string;
  side: string;
  site?: string;
  cluster?: string;
}

interface Truth {
  id: string;
  flag: boolean;
  claims: LabelledClaim[];
}

/** Pages of the first corpus that belong together, by side and number: see its README. */
const CLUSTERS: readonly (readonly [number, number])[] = [
  [101, 133],
  [141, 149],
  [161, 167],
  [183, 185],
  [301, 326],
  [506, 507],
  [508, 509],
  [512, 513],
  [514, 515],
  [520, 521],
  [528, 529],
  [536, 539],
];

function groupOf({ id, source, genre, site, cluster }: Meta): string {
  if (cluster) return cluster;
  if (site) return site;
  if (/^SMS/.test(genre)) return 'sms';
  const number = Number(id.slice(1));
  const range = id.startsWith('S') ? CLUSTERS.find(([from, to]) => number >= from && number <= to) : undefined;
  if (range) return `S${range[0]}`;
  return /github\.com\/([^/]+\/[^/]+)/.exec(source)?.[1] ?? /file index ids? (\d+)/.exec(source)?.[1] ?? source;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** A page that was looked at on the web, outside any public repository: it is scored, and nothing of it is kept, features neither. */
const isLookedAt = ({ source }: Meta) => /^https?:/.test(source) && !/github|gitee|gitlab/.test(source);

/**
 * The labelled pages of a folder: pages/<id>.html, meta.json, truth.json where it is there.
 * @param part of the folder's split.json: the sealed pages are read apart, and only to score
 */
export function readLabelledPages(folder: string, part: 'learn' | 'sealed'): LabelledPage[] {
  const metas = read<Meta[]>(join(folder, 'meta.json'));
  const split = existsSync(join(folder, 'split.json'))
    ? read<{ split: Record<string, string> }>(join(folder, 'split.json')).split
    : {};
  const truths = existsSync(join(folder, 'truth.json')) ? read<Truth[]>(join(folder, 'truth.json')) : [];
  const truthOf = new Map(truths.map((truth) => [truth.id, truth]));
  return metas
    .filter(({ id }) => (split[id] === 'sealed') === (part === 'sealed'))
    .filter((meta) => part === 'sealed' || !isLookedAt(meta))
    .map((meta) => ({
      id: meta.id,
      html: readFileSync(join(folder, 'pages', `${meta.id}.html`), 'utf8'),
      group: groupOf(meta),
      sells: meta.side.toUpperCase().startsWith('S'),
      claims: truthOf.get(meta.id)?.claims,
      flag: truthOf.get(meta.id)?.flag ?? false,
    }));
}
