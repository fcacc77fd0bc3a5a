import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { canonicalJson } from '../../utils/evidence/canonical-json.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import { verifyChain } from '../../utils/evidence/custody-log.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import type { Patrol, PatrolEntry } from '../../utils/patrol/patrol.ts';
import { withRawDatabase } from './raw-database.ts';

/** Everything of the store that the invariants speak of; bytes as their SHA-256. */
export interface StoreState {
  items: EvidenceItem[];
  /** SHA-256 by `item/name`; empty when the browser cannot read the bytes. */
  artefacts: Record<string, string>;
  staged: string[];
  jobs: CaptureJob[];
  custody: CustodyLine[];
  /** What is kept beside items, as `store item`: earlier logs, addenda, time stamps, certificate numbers. */
  beside: string[];
  patrols: Patrol[];
  patrolEntries: PatrolEntry[];
}

/** All rows of one object store, which must hold no bytes. */
export const readRows = <Row>(page: Page, store: string): Promise<Row[]> =>
  withRawDatabase(page, ({ all }, store) => all(store), store);

/**
 * Reads the store from a page of the extension, past the product's own code.
 * @param known digests of artefacts by `item/name`, which are not made anew
 */
export function readStore(page: Page, known: Readonly<Record<string, string>> = {}): Promise<StoreState> {
  return withRawDatabase(
    page,
    async ({ all }, known): Promise<StoreState> => {
      const sha256 = async (blob: Blob) => {
        const bytes = await blob.arrayBuffer().catch(() => undefined);
        if (!bytes) return '';
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      };
      const artefacts: Record<string, string> = {};
      for (const { itemId, name, blob } of await all('artefacts'))
        artefacts[`${itemId}/${name}`] = known[`${itemId}/${name}`] || (await sha256(blob));
      const staged = [...new Set((await all('staged')).map((row: { jobId: string }) => row.jobId))];
      const beside: string[] = [];
      for (const name of ['provenance', 'addenda', 'stamps', 'numbers']) {
        for (const { itemId } of await all(name)) beside.push(`${name} ${itemId}`);
      }
      return {
        items: await all('items'),
        artefacts,
        staged,
        jobs: await all('jobs'),
        custody: await all('custody'),
        beside,
        patrols: await all('patrols'),
        patrolEntries: await all('patrolEntries'),
      };
    },
    known,
  );
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What must hold of any store at rest, whatever happened before; one line for each thing that does not. */
export function brokenInvariants({
  items,
  artefacts,
  staged,
  jobs,
  custody,
  beside,
  patrols,
  patrolEntries,
}: StoreState): string[] {
  const broken: string[] = [];
  const owners = new Set(items.map((item) => item.id));
  for (const { id, record, digest } of items) {
    if (sha256(canonicalJson(record)) !== digest.sha256) broken.push(`${id}: the record changed`);
    for (const artefact of record.artefacts) {
      if (artefacts[`${id}/${artefact.name}`] !== artefact.sha256)
        broken.push(`${id}: ${artefact.name} lost or changed`);
    }
    const arrivals = custody.filter(({ act }) => act === 'captured' || act === 'imported');
    const arrival = arrivals.find((line) => line.itemSha256 === digest.sha256);
    if (!arrival) broken.push(`${id}: no log line`);
    if (arrival?.act === 'imported' && !beside.includes(`provenance ${id}`)) broken.push(`${id}: no earlier log`);
  }
  for (const path of Object.keys(artefacts)) {
    if (!owners.has(path.split('/')[0]!)) broken.push(`${path}: bytes without an item`);
  }
  for (const row of beside) {
    if (!owners.has(row.split(' ')[1]!)) broken.push(`${row}: kept without the item`);
  }
  for (const id of staged) {
    const state = jobs.find((job) => job.id === id)?.state;
    if (!state || state === 'sealed' || state === 'cancelled') broken.push(`${id}: staged files of a ${state} capture`);
  }
  for (const job of jobs) {
    if (job.state === 'sealed' && job.itemId && !owners.has(job.itemId)) {
      const deleted = custody.some((line) => line.act === 'deleted' && line.itemId === job.itemId);
      if (!deleted) broken.push(`${job.itemId}: sealed and gone`);
    }
  }
  for (const { id, total, state } of patrols) {
    const entries = patrolEntries.filter(({ patrolId }) => patrolId === id);
    if (entries.length !== total) broken.push(`patrol ${id}: ${entries.length} of ${total} addresses`);
    const open = entries.filter((entry) => entry.state === 'waiting').length;
    if (state === 'ended' && open) broken.push(`patrol ${id}: ended with ${open} addresses unvisited`);
    for (const itemId of entries.flatMap(({ outcome }) => outcome?.evidence ?? [])) {
      const deleted = custody.some((line) => line.act === 'deleted' && line.itemId === itemId);
      if (!owners.has(itemId) && !deleted) broken.push(`patrol ${id}: ${itemId} sealed and gone`);
    }
  }
  const chain = verifyChain(custody, (bytes) => sha256(bytes));
  if (!chain.intact) broken.push(`the log breaks at line ${chain.brokenAt}`);
  return broken;
}

/** What was there before and must still be, but for items whose deletion is in the log. */
export function lostSince(before: StoreState, now: StoreState): string[] {
  const lost: string[] = [];
  for (const { id, digest } of before.items) {
    const still = now.items.find((item) => item.id === id);
    const deleted = now.custody.some((line) => line.act === 'deleted' && line.itemId === id);
    if (still ? still.digest.sha256 !== digest.sha256 : !deleted) lost.push(`${id}: lost or altered`);
    if (still && deleted) lost.push(`${id}: deleted in the log and still there`);
  }
  for (const [index, line] of before.custody.entries()) {
    if (canonicalJson(now.custody[index] ?? null) !== canonicalJson(line)) lost.push(`log line ${index + 1} is gone`);
  }
  return lost;
}
