import { canonicalJson } from '../evidence/canonical-json.ts';
import {
  type CustodyHead,
  commitmentTo,
  FIRST_PREVIOUS,
  isSalted,
  type LineBody,
  type LineHeader,
  lineDigest,
  partsOfLine,
  type Sha256,
} from '../evidence/custody-log.ts';
import type { CustodyLine } from '../evidence/record.ts';

/**
 * The log of a store speaks of other cases too, and a bundle must not. Of logs of 0.1.0, runs of lines about other items are withheld: one
 * stub gives their numbers, what the first of them cites and the digest of the last, which the next line cites, so that the chain can be walked
 * from the first line to the head without reading them.
 */
export interface WithheldLines {
  withheld: true;
  from: number;
  through: number;
  /** SHA-256 of the line before `from`, as that line cites it. */
  previous: string;
  /** SHA-256 of line `through`. */
  sha256: string;
}

export type ExtractLine = CustodyLine | WithheldLines;

const isWithheld = (line: ExtractLine | LineHeader): line is WithheldLines => 'withheld' in line;

/**
 * The extract of a whole log for some items, as JSON lines, and the head that the log had. A line is its header, and below that
 * what it says; of lines about other items only the header is given. Lines of 0.1.0 stand whole, or in a run that is withheld.
 * @param anchors lines that records cite: a withheld run of 0.1.0 ends there, so that their digest can be compared
 */
export function extractLog(
  lines: readonly CustodyLine[],
  { itemIds, anchors = new Set() }: { itemIds: ReadonlySet<string>; anchors?: ReadonlySet<number> },
  sha256: Sha256,
): { text: string; head: CustodyHead } {
  const extract: (ExtractLine | LineHeader | LineBody)[] = [];
  let head: CustodyHead = { sequence: 0, sha256: FIRST_PREVIOUS };
  for (const line of lines) {
    head = { sequence: line.sequence, sha256: lineDigest(line, sha256) };
    const last = extract.at(-1);
    const isOurs = line.itemId !== undefined && itemIds.has(line.itemId);
    if (isSalted(line)) {
      const { header, body } = partsOfLine(line, sha256);
      extract.push(header, ...(isOurs ? [body] : []));
    } else if (isOurs) extract.push(line);
    else if (last && 'withheld' in last && !anchors.has(last.through))
      Object.assign(last, { through: head.sequence, sha256: head.sha256 });
    else {
      const { sequence, previous } = line;
      extract.push({ withheld: true, from: sequence, through: sequence, previous, sha256: head.sha256 });
    }
  }
  return { text: extract.map((line) => `${canonicalJson(line)}\n`).join(''), head };
}

/** What walking an extract gave. */
export interface ExtractVerdict {
  lines: readonly CustodyLine[];
  withheld: number;
  /** Commitments of withheld lines, with their sequence numbers. */
  withheldOf: ReadonlyMap<string, readonly number[]>;
  /** Digests by sequence number, as far as the extract gives them. */
  heads: ReadonlyMap<number, string>;
  /** Lines of 0.1.0 that are withheld: whose they are cannot be told. */
  unsaid: number;
  head: CustodyHead;
  /** One-based line of the file at which the chain first breaks or cannot be read. */
  brokenAt?: number;
}

/** Walks an extract byte for byte as it stands in the file. */
export function walkExtract(text: string, sha256: Sha256): ExtractVerdict {
  const lines: CustodyLine[] = [];
  const heads = new Map<number, string>();
  const withheldOf = new Map<string, number[]>();
  let unsaid = 0;
  let withheld = 0;
  let head: CustodyHead = { sequence: 0, sha256: FIRST_PREVIOUS };
  const written = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const digestOf = (bytes: string) => sha256(new TextEncoder().encode(bytes));
  const broken = (index: number) => ({ lines, withheld, withheldOf, heads, unsaid, head, brokenAt: index + 1 });
  for (let index = 0; index < written.length; index += 1) {
    const bytes = written[index]!;
    const line = parseLine(bytes);
    const follows = line && (isWithheld(line) ? line.from : line.sequence) === head.sequence + 1;
    if (!line || !follows || line.previous !== head.sha256 || (isWithheld(line) && line.through < line.from))
      return broken(index);
    if (isWithheld(line)) {
      withheld += line.through - line.from + 1;
      unsaid += line.through - line.from + 1;
      head = { sequence: line.through, sha256: line.sha256 };
    } else if (isHeader(line)) {
      head = { sequence: line.sequence, sha256: digestOf(bytes) };
      const below = written[index + 1];
      const body = below === undefined ? undefined : parseBody(below);
      if (!body) {
        withheld += 1;
        withheldOf.set(line.of, [...(withheldOf.get(line.of) ?? []), line.sequence]);
      } else {
        index += 1;
        if (digestOf(below!) !== line.body || commitmentTo(body.itemId, body.salt, sha256) !== line.of)
          return broken(index);
        lines.push({ ...body, sequence: line.sequence, previous: line.previous });
      }
    } else {
      lines.push(line);
      head = { sequence: line.sequence, sha256: digestOf(bytes) };
    }
    heads.set(head.sequence, head.sha256);
  }
  return { lines, withheld, withheldOf, heads, unsaid, head };
}

const isHeader = (line: ExtractLine | LineHeader): line is LineHeader => 'body' in line;

const BODY = { at: 'string', act: 'string', person: 'string', detail: 'string' } as const;

function has(line: unknown, types: Record<string, 'string' | 'number'>): line is Record<string, unknown> {
  if (typeof line !== 'object' || line === null) return false;
  return Object.entries(types).every(([name, type]) => typeof (line as Record<string, unknown>)[name] === type);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the line above says, where the text is that. */
function parseBody(text: string): (LineBody & { salt: string }) | undefined {
  const body = parsed(text);
  if (!has(body, { ...BODY, salt: 'string' }) || 'sequence' in body) return undefined;
  if (body.itemId !== undefined && typeof body.itemId !== 'string') return undefined;
  return body as unknown as LineBody & { salt: string };
}

/** A line with the members that the walk and the report rely on, or undefined. */
function parseLine(text: string): ExtractLine | LineHeader | undefined {
  const line = parsed(text);
  if (typeof line !== 'object' || line === null) return undefined;
  const place = { sequence: 'number', previous: 'string' } as const;
  const known =
    'withheld' in line
      ? line.withheld === true && has(line, { from: 'number', through: 'number', previous: 'string', sha256: 'string' })
      : 'body' in line
        ? has(line, { ...place, of: 'string', body: 'string' })
        : has(line, { ...place, ...BODY });
  return known ? (line as ExtractLine | LineHeader) : undefined;
}
