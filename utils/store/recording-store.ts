import { heldLocks } from '../base/hold-lock.ts';
import { totalSize } from '../evidence/total-size.ts';
import { readJob } from './capture-store.ts';
import { unlessLost } from './intact-blob.ts';
import { notify } from './notices.ts';
import { type Folder, openPart, partsOf, partWriter, type RecordingPart, writeFile } from './recording-parts.ts';

/** A screen recording of a session, before it is sealed with a capture. Its parts lie in the origin's private files. */
export interface Recording {
  id: string;
  /** UTC, ISO 8601. */
  startedAt: string;
  /** Absent while it runs, and for ever when it was cut off. */
  endedAt?: string;
  mediaType: string;
  /** What was chosen in the browser's picker: a screen, a window, a tab; empty where the browser does not tell. */
  surface: string;
  width: number;
  height: number;
  /** Capture that it is being sealed with. */
  jobId?: string;
}

/** A recording as it stands: still running, ended, or cut off at the time of its last part. */
export interface StandingRecording extends Recording {
  state: 'running' | 'ended' | 'interrupted';
  /** Time of the last part, UTC, ISO 8601; the start before the first. */
  lastPartAt: string;
  size: number;
}

const FOLDER = 'recordings';
const FACTS = 'facts.json';

const root = async () =>
  (await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })) as Folder;

const folderOf = async (id: string) => (await (await root()).getDirectoryHandle(id, { create: true })) as Folder;

/** The recorder holds this lock for as long as it lives: a recording without end whose lock is free was cut off. */
export const lockOf = (id: string): string => `zhengjian-recording-${id}`;

/** Writes down what a recording is; again when something of it changed. */
export async function saveRecording(recording: Recording): Promise<void> {
  await writeFile(await folderOf(recording.id), FACTS, JSON.stringify(recording));
  notify({ kind: 'recording', key: recording.id });
}

/** The function that keeps the parts of a recording, by number from 1. @throws StoreLockedError when the library is locked */
export const recordingWriter = async (id: string) => partWriter(await folderOf(id));

/**
 * Every recording that is not sealed yet, newest first. One that was sealed and not yet cleared away is cleared away, and so is
 * one whose recorder died before it began.
 */
export async function listRecordings(): Promise<StandingRecording[]> {
  const held = await heldLocks();
  const found: StandingRecording[] = [];
  for await (const handle of (await root()).values()) {
    if (handle.kind !== 'directory') continue;
    const folder = handle as Folder;
    const isLive = held.has(lockOf(folder.name));
    const facts = await folder.getFileHandle(FACTS).catch(() => null);
    // A recorder that died while it wrote the first facts leaves an empty file, and no part.
    const text = (await (await facts?.getFile())?.text()) || null;
    if (text === null) {
      if (!isLive) await removeRecording(folder.name);
      continue;
    }
    const recording = JSON.parse(text) as Recording;
    if (recording.jobId && (await readJob(recording.jobId))?.state === 'sealed') {
      await removeRecording(recording.id);
      continue;
    }
    const parts = await partsOf(folder);
    const last = parts.at(-1);
    found.push({
      ...recording,
      state: recording.endedAt ? 'ended' : isLive ? 'running' : 'interrupted',
      lastPartAt: last ? new Date(last.file.lastModified).toISOString() : recording.startedAt,
      size: totalSize(parts.map(({ file }) => file)),
    });
  }
  return found.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/** The recording as one file, without the parts that cannot be read or are missing, which are named by number. @throws StoreLockedError */
export async function readRecording({ id, mediaType }: Recording): Promise<{ blob: Blob; lost: readonly number[] }> {
  const folder = await folderOf(id);
  const parts = await partsOf(folder);
  const whole: Blob[] = [];
  const lost: number[] = [];
  for (let number = 1; number <= (parts.at(-1)?.number ?? 0); number += 1) {
    const part = parts.find((each) => each.number === number);
    const bytes = part && (await unlessLost(() => openPart(folder, part)));
    if (bytes) whole.push(bytes);
    else lost.push(number);
  }
  return { blob: new Blob(whole, { type: mediaType }), lost };
}

/** Parts of all recordings that are encrypted, or that are not. */
export async function recordingParts(encrypted: boolean): Promise<{ folder: Folder; part: RecordingPart }[]> {
  const found: { folder: Folder; part: RecordingPart }[] = [];
  for await (const handle of (await root()).values()) {
    if (handle.kind !== 'directory') continue;
    const folder = handle as Folder;
    for (const part of await partsOf(folder)) if (part.encrypted === encrypted) found.push({ folder, part });
  }
  return found;
}

/** Whether a recorder lives. */
export async function isRecording(): Promise<boolean> {
  return [...(await heldLocks())].some((name) => name.startsWith(lockOf('')));
}

/** Removes a recording with all its parts. */
export async function removeRecording(id: string): Promise<void> {
  await (await root()).removeEntry(id, { recursive: true });
  notify({ kind: 'recording', key: id });
}
