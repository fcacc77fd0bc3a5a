import { browser } from '#imports';
import type { CaptureJob } from '../evidence/capture-job.ts';
import { StorageFullError } from './disk-reserve.ts';
import { notify } from './notices.ts';

/**
 * Ends of captures that the disk had no room to write down, by job. They lie in the session store, which is memory: a capture
 * that ended on a full disk must not be shown as running for ever. After a restart of the browser the job is found cut off.
 */
const SESSION_KEY = 'unwrittenEndings';

type Endings = Readonly<Record<string, CaptureJob>>;

async function readEndings(): Promise<Endings> {
  return ((await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] as Endings | undefined) ?? {};
}

/** Keeps how a job ended until it can be written. */
export async function keepEnding(job: CaptureJob): Promise<void> {
  await browser.storage.session.set({ [SESSION_KEY]: { ...(await readEndings()), [job.id]: job } });
  notify({ kind: 'job', key: job.id });
}

/** A job as it ended, when that is not written. */
export async function unwrittenEnding(jobId: string): Promise<CaptureJob | undefined> {
  return (await readEndings())[jobId];
}

/** Jobs as they are written, but for those that ended since; while nothing can be read, those alone. */
export async function withEndings(read: () => Promise<readonly CaptureJob[]>): Promise<CaptureJob[]> {
  const endings = await readEndings();
  try {
    return (await read()).map((job) => endings[job.id] ?? job);
  } catch (error) {
    if (!(error instanceof StorageFullError) || Object.keys(endings).length === 0) throw error;
    return Object.values(endings);
  }
}

/** Writes each ending with `write`, until one cannot be; what is written is forgotten here. */
export async function writeEndings(write: (job: CaptureJob) => Promise<void>): Promise<void> {
  const endings = { ...(await readEndings()) };
  try {
    for (const job of Object.values(endings)) {
      await write(job);
      delete endings[job.id];
    }
  } finally {
    await browser.storage.session.set({ [SESSION_KEY]: endings });
  }
}
