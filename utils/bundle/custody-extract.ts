import { canonicalJson } from '../evidence/canonical-json.ts';
import { type CustodyHead, FIRST_PREVIOUS, lineDigest, type Sha256 } from '../evidence/custody-log.ts';
import type { CustodyLine } from '../evidence/record.ts';

/**
 * The log of a store speaks of other cases too, and a bundle must not. Runs of lines about other items are withheld: one
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

const isWithheld = (line: ExtractLine): line is WithheldLines => 'withheld' in line;

/** The extract of a whole log for some items, as JSON lines, and the head that the log had. */
export function extractLog(
  lines: readonly CustodyLine[],
  itemIds: ReadonlySet<string>,
  sha256: Sha256,
): { text: string; head: CustodyHead } {
  const extract: ExtractLine[] = [];
  let head: CustodyHead = { sequence: 0, sha256: FIRST_PREVIOUS };
  for (const line of lines) {
    head = { sequence: line.sequence, sha256: lineDigest(line, sha256) };
    const last = extract.at(-1);
    if (line.itemId !== undefined && itemIds.has(line.itemId)) extract.push(line);
    else if (last && isWithheld(last)) Object.assign(last, { through: head.sequence, sha256: head.sha256 });
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
  head: CustodyHead;
  /** One-based line of the file at which the chain first breaks or cannot be read. */
  brokenAt?: number;
}

/** Walks an extract byte for byte as it stands in the file. */
export function walkExtract(text: string, sha256: Sha256): ExtractVerdict {
  const lines: CustodyLine[] = [];
  let withheld = 0;
  let head: CustodyHead = { sequence: 0, sha256: FIRST_PREVIOUS };
  const written = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  for (const [index, bytes] of written.entries()) {
    const line = parseLine(bytes);
    const follows = line && (isWithheld(line) ? line.from : line.sequence) === head.sequence + 1;
    if (!line || !follows || line.previous !== head.sha256 || (isWithheld(line) && line.through < line.from)) {
      return { lines, withheld, head, brokenAt: index + 1 };
    }
    if (isWithheld(line)) {
      withheld += line.through - line.from + 1;
      head = { sequence: line.through, sha256: line.sha256 };
    } else {
      lines.push(line);
      head = { sequence: line.sequence, sha256: sha256(new TextEncoder().encode(bytes)) };
    }
  }
  return { lines, withheld, head };
}

/** A line with the members that the walk and the report rely on, or undefined. */
function parseLine(text: string): ExtractLine | undefined {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof line !== 'object' || line === null) return undefined;
  const has = (types: Record<string, 'string' | 'number'>) =>
    Object.entries(types).every(([name, type]) => typeof (line as Record<string, unknown>)[name] === type);
  const known =
    'withheld' in line
      ? line.withheld === true && has({ from: 'number', through: 'number', previous: 'string', sha256: 'string' })
      : has({
          sequence: 'number',
          previous: 'string',
          at: 'string',
          act: 'string',
          person: 'string',
          detail: 'string',
        });
  return known ? (line as ExtractLine) : undefined;
}
