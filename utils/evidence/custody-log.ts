import { canonicalBytes, wellFormed } from './canonical-json.ts';
import type { CustodyLine } from './record.ts';

/** `previous` of the first line. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** What a new line says; its place in the chain is added by {@link nextLine}. */
export type CustodyEntry = Omit<CustodyLine, 'sequence' | 'previous'>;

/** SHA-256 hex of bytes, without waiting. */
export type Sha256 = (bytes: Uint8Array) => string;

/** The last line of a log, as bundles and notices cite it. */
export interface CustodyHead {
  sequence: number;
  sha256: string;
}

/** What of a line may be shown to anybody: its place, which item it is of without naming it, and the digest of what it says. */
export interface LineHeader {
  sequence: number;
  previous: string;
  /** {@link commitmentTo} the item. */
  of: string;
  /** SHA-256 of the canonical JSON of {@link LineBody}. */
  body: string;
}

/** What a line says. */
export type LineBody = Omit<CustodyLine, 'sequence' | 'previous'>;

/** Stands for an item without naming it. With the salt, which the item's own lines show, all lines of the item are known. */
export function commitmentTo(itemId: string | undefined, salt: string, sha256: Sha256): string {
  return sha256(canonicalBytes({ itemId: itemId ?? null, salt }));
}

export function partsOfLine(
  { sequence, previous, ...body }: CustodyLine & { salt: string },
  sha256: Sha256,
): { header: LineHeader; body: LineBody } {
  const of = commitmentTo(body.itemId, body.salt, sha256);
  return { header: { sequence, previous, of, body: sha256(canonicalBytes(body)) }, body };
}

export const isSalted = (line: CustodyLine): line is CustodyLine & { salt: string } => line.salt !== undefined;

/**
 * The digest that the next line cites: over the header's canonical JSON in UTF-8, without line feed; so that the chain can be
 * walked, and lines of one item recognised, where what they say is withheld. Lines of 0.1.0 are digested whole.
 */
export function lineDigest(line: CustodyLine, sha256: Sha256): string {
  return sha256(canonicalBytes(isSalted(line) ? partsOfLine(line, sha256).header : line));
}

/** The line that follows `last` (undefined: the log is empty). */
export function nextLine(last: CustodyLine | undefined, entry: CustodyEntry, sha256: Sha256): CustodyLine {
  return {
    ...entry,
    person: wellFormed(entry.person),
    detail: wellFormed(entry.detail),
    sequence: (last?.sequence ?? 0) + 1,
    previous: last ? lineDigest(last, sha256) : FIRST_PREVIOUS,
  };
}

/** Where a chain first breaks, or that it holds; `head` is that of the last line that still fits. */
export interface ChainVerdict {
  intact: boolean;
  lines: number;
  head?: CustodyHead;
  /** Sequence number at which the chain first breaks. */
  brokenAt?: number;
}

/** Walks a whole log: numbers without gaps from 1, each line citing the bytes of the one before. */
export function verifyChain(lines: Iterable<CustodyLine>, sha256: Sha256): ChainVerdict {
  let head: CustodyHead = { sequence: 0, sha256: FIRST_PREVIOUS };
  for (const line of lines) {
    if (line.sequence !== head.sequence + 1 || line.previous !== head.sha256) {
      return { intact: false, lines: head.sequence, ...headOf(head), brokenAt: head.sequence + 1 };
    }
    head = { sequence: line.sequence, sha256: lineDigest(line, sha256) };
  }
  return { intact: true, lines: head.sequence, ...headOf(head) };
}

const headOf = (head: CustodyHead) => (head.sequence ? { head } : {});
