import type { CaptureJob } from '../evidence/capture-job.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import type { Artefact, CustodyAct, Digests } from '../evidence/record.ts';
import { appendWithin, type NewEntry } from './custody-store.ts';
import { openDatabase, transact, under } from './database.ts';
import { ensureRoomFor } from './disk-reserve.ts';
import { inPlace, placeInCapture } from './kept-place.ts';
import { notify } from './notices.ts';
import { keepUnderLock, keptBlob, openKept, requireLockOf } from './store-key.ts';
import { unwrittenEnding, withEndings } from './unwritten-endings.ts';

/** What a capture step says of a file it made; size and digests are taken from the bytes, `capturedAt` is now unless given. */
export type StagedFacts = Omit<Artefact, keyof Digests | 'size' | 'capturedAt'> & { capturedAt?: string };

/** Writes down where a capture stands. */
export async function saveJob(job: CaptureJob): Promise<void> {
  await transact(['jobs'], (transaction) => transaction.objectStore('jobs').put(job));
  notify({ kind: 'job', key: job.id });
}

export async function readJob(id: string): Promise<CaptureJob | undefined> {
  return (await unwrittenEnding(id)) ?? (await openDatabase()).get('jobs', id);
}

/** All captures that are written down, newest first, ended ones included. */
export async function listJobs(): Promise<CaptureJob[]> {
  const jobs = await withEndings(async () => (await openDatabase()).getAll('jobs'));
  return jobs.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/** Keeps one file of a capture under way; a file of the same name is replaced, so that a repeated step leaves no double. */
export async function stageArtefact(jobId: string, facts: StagedFacts, blob: Blob): Promise<Artefact> {
  await ensureRoomFor(blob.size);
  const digests = await digestBlob(blob);
  const capturedAt = facts.capturedAt ?? new Date().toISOString();
  const artefact: Artefact = { ...facts, capturedAt, size: blob.size, ...digests };
  const typed = blob.type === facts.mediaType ? blob : blob.slice(0, blob.size, facts.mediaType);
  await keepUnderLock(async () => {
    const kept = await keptBlob(typed, placeInCapture(jobId, facts.name));
    await transact(['staged', 'lock'], async (transaction) => {
      await requireLockOf(transaction, [kept]);
      await transaction.objectStore('staged').put({ jobId, name: facts.name, artefact, ...kept });
    });
  });
  return artefact;
}

/** What is staged of a capture, in order of name. */
export async function listStaged(jobId: string): Promise<Artefact[]> {
  const rows = await (await openDatabase()).getAll('staged', under(jobId));
  return rows.map((row) => row.artefact);
}

export async function readStaged(jobId: string, name: string): Promise<Blob | undefined> {
  const row = await (await openDatabase()).get('staged', [jobId, name]);
  return row && openKept(inPlace(row, (place) => place === placeInCapture(jobId, name)));
}

/** Takes files of a capture back out, so that a step can start afresh. */
export async function unstageArtefacts(jobId: string, names: readonly string[]): Promise<void> {
  await transact(['staged'], async (transaction) => {
    for (const name of names) await transaction.objectStore('staged').delete([jobId, name]);
  });
}

/**
 * Ends a capture without an item: its staged files go, its row stays as cancelled, and the log says why, all in one
 * transaction. An unknown job is left alone.
 */
export function discardJob(
  jobId: string,
  act: Extract<CustodyAct, 'capture-cancelled' | 'capture-interrupted'>,
  detail: string,
  person: string,
): Promise<void> {
  return endWithoutItem(jobId, { state: 'cancelled' }, { act, detail, person });
}

/** Ends a capture that cannot be sealed: its staged files go, its row stays as given, and the log says so. */
export function failJob(job: CaptureJob, detail: string, person: string): Promise<void> {
  return endWithoutItem(job.id, job, { act: 'capture-interrupted', detail, person });
}

async function endWithoutItem(jobId: string, end: Partial<CaptureJob>, entry: Omit<NewEntry, 'at'>): Promise<void> {
  const sha256 = await createSha256();
  const at = new Date().toISOString();
  const line = await transact(['jobs', 'staged', 'custody'], async (transaction) => {
    const jobs = transaction.objectStore('jobs');
    const job = await jobs.get(jobId);
    if (!job) return undefined;
    await transaction.objectStore('staged').delete(under(jobId));
    await jobs.put({ ...job, ...end, endedAt: at });
    return appendWithin(transaction.objectStore('custody'), { ...entry, at }, sha256);
  });
  if (!line) return;
  notify({ kind: 'job', key: jobId });
  notify({ kind: 'log', key: String(line.sequence) });
}
