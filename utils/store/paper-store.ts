import { paperNumber } from '../documents/paper-number.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { EvidenceItem, MadePaper } from '../evidence/record.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { UnknownItemError } from './evidence-store.ts';
import { notify } from './notices.ts';

const counterKey = (kind: string, year: number) => `paper/${kind}/${year}`;

/** How many numbers of a kind of paper are given out in a year. */
export async function readPaperCount(kind: string, year: number): Promise<number> {
  return (await (await openDatabase()).get('counters', counterKey(kind, year))) ?? 0;
}

/** Goes on after `count`, the last number that the office gave out by other means; never back, since numbers are given out once. */
export async function raisePaperCount(kind: string, year: number, count: number): Promise<void> {
  const key = counterKey(kind, year);
  await transact(['counters'], async (transaction) => {
    const counters = transaction.objectStore('counters');
    await counters.put(Math.max(count, (await counters.get(key)) ?? 0), key);
  });
}

/** The next number of a kind of paper in a year; a number is given out once, also when the paper is then not made. */
export async function takePaperNumber(kind: string, pattern: string, year: number): Promise<string> {
  if (pattern === '') return '';
  const key = counterKey(kind, year);
  const count = await transact(['counters'], async (transaction) => {
    const counters = transaction.objectStore('counters');
    const next = ((await counters.get(key)) ?? 0) + 1;
    await counters.put(next, key);
    return next;
  });
  return paperNumber(pattern, year, count);
}

const isSameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** The paper of a kind that was last made from exactly these items. */
export function lastMade(kind: string, items: readonly EvidenceItem[]): MadePaper | undefined {
  const ids = items.map(({ id }) => id);
  const papers = items[0]?.papers ?? [];
  return papers.filter(({ name, itemIds }) => name.startsWith(`${kind}.`) && isSameSet(itemIds, ids)).at(-1);
}

/** The number under which a kind of paper was last made from exactly these items: the same paper keeps its number. */
export const numberOf = (kind: string, items: readonly EvidenceItem[]): string | undefined =>
  lastMade(kind, items)?.number;

/** Keeps made papers with each of their items and writes them into the log, all in one transaction. */
export async function recordPapers(papers: readonly MadePaper[], person: string): Promise<void> {
  const sha256 = await createSha256();
  const lines = await transact(['items', 'custody'], async (transaction) => {
    const items = transaction.objectStore('items');
    const written: number[] = [];
    for (const paper of papers) {
      for (const itemId of paper.itemIds) {
        const item = await items.get(itemId);
        if (!item) throw new UnknownItemError(itemId);
        await items.put({ ...item, papers: [...(item.papers ?? []), paper] });
        const { sha256: itemSha256 } = item.digest;
        const entry = { act: 'paper-made', itemId, person, detail: detailOf(paper), itemSha256 } as const;
        written.push((await appendWithin(transaction.objectStore('custody'), entry, sha256)).sequence);
      }
    }
    return written;
  });
  for (const itemId of new Set(papers.flatMap(({ itemIds }) => itemIds))) notify({ kind: 'item', key: itemId });
  for (const sequence of lines) notify({ kind: 'log', key: String(sequence) });
}

function detailOf({ name, title, number, sha256, template }: MadePaper): string {
  const from = template ? `，模板 ${template.name} SHA-256 ${template.sha256}` : '';
  return `《${title}》${number || '无文号'}，${name} SHA-256 ${sha256}${from}`;
}
