import { totalSize } from '../evidence/total-size.ts';
import { readJob } from './capture-store.ts';
import { heldLocks } from './hold-lock.ts';
import { notify } from './notices.ts';

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

// Typed by hand: the iterators of folders are in no floor's types.
type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

const root = async () =>
  (await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })) as Folder;

const folderOf = async (id: string) => (await (await root()).getDirectoryHandle(id, { create: true })) as Folder;

async function write(folder: FileSystemDirectoryHandle, name: string, content: Blob | string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(content);
  await stream.close();
}

/** The recorder holds this lock for as long as it lives: a recording without end whose lock is free was cut off. */
export const lockOf = (id: string): string => `zhengjian-recording-${id}`;

/** Writes down what a recording is; again when something of it changed. */
export async function saveRecording(recording: Recording): Promise<void> {
  await write(await folderOf(recording.id), FACTS, JSON.stringify(recording));
  notify({ kind: 'recording', key: recording.id });
}

/** Keeps one part. Each is a file of its own: what is closed survives the death of the recorder. */
export async function keepPart(id: string, number: number, part: Blob): Promise<void> {
  await write(await folderOf(id), `part-${String(number).padStart(6, '0')}`, part);
}

async function partsOf(folder: Folder): Promise<File[]> {
  const parts: File[] = [];
  for await (const handle of folder.values())
    if (handle.kind === 'file' && handle.name.startsWith('part-'))
      parts.push(await (handle as FileSystemFileHandle).getFile());
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every recording that is not sealed yet, newest first; one that was sealed and not yet cleared away is cleared away. */
export async function listRecordings(): Promise<StandingRecording[]> {
  const held = await heldLocks();
  const found: StandingRecording[] = [];
  for await (const handle of (await root()).values()) {
    if (handle.kind !== 'directory') continue;
    const folder = handle as Folder;
    const facts = await folder.getFileHandle(FACTS).catch(() => null);
    if (!facts) continue;
    const text = await (await facts.getFile()).text();
    // A recorder that died while it wrote the first facts leaves an empty file.
    if (text === '') continue;
    const recording = JSON.parse(text) as Recording;
    if (recording.jobId && (await readJob(recording.jobId))?.state === 'sealed') {
      await removeRecording(recording.id);
      continue;
    }
    const parts = await partsOf(folder);
    const isLive = held.has(lockOf(recording.id));
    const last = parts.at(-1);
    found.push({
      ...recording,
      state: recording.endedAt ? 'ended' : isLive ? 'running' : 'interrupted',
      lastPartAt: last ? new Date(last.lastModified).toISOString() : recording.startedAt,
      size: totalSize(parts),
    });
  }
  return found.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/** The recording as one file; its bytes stay on the disk until they are read. */
export async function readRecording({ id, mediaType }: Recording): Promise<Blob> {
  return new Blob(await partsOf(await folderOf(id)), { type: mediaType });
}

/** Removes a recording with all its parts. */
export async function removeRecording(id: string): Promise<void> {
  await (await root()).removeEntry(id, { recursive: true });
  notify({ kind: 'recording', key: id });
}
