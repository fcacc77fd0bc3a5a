import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { VisitOutcome } from '../utils/patrol/outcome.ts';
import type { VisitState } from '../utils/patrol/reason.ts';

/** What one address of a list came to, under its key. */
export interface JournalLine {
  key: string;
  outcome: VisitOutcome;
}

/** How often the disk is waited for: what a killed process wrote is there all the same, this is for the machine that loses power. */
const SYNC_EVERY_MS = 1_000;

/** Digits of the note that says how many bytes of a journal are printed. */
const MARK = 16;

const ROUND = /^round-(\d{4})\.jsonl$/;
const roundFile = (number: number) => `round-${String(number).padStart(4, '0')}.jsonl`;

/** The state of a patrol cannot be used; the message is the sentence for it. */
export class JournalError extends Error {
  override name = 'JournalError';
}

function* linesOf(path: string): Generator<{ line: string; end: number }> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    let rest = Buffer.alloc(0);
    let end = 0;
    for (;;) {
      const count = readSync(file, buffer, 0, buffer.length, null);
      if (count === 0) return;
      let bytes = Buffer.concat([rest, buffer.subarray(0, count)]);
      for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10)) {
        end += feed + 1;
        yield { line: bytes.subarray(0, feed).toString('utf8'), end };
        bytes = bytes.subarray(feed + 1);
      }
      rest = Buffer.from(bytes);
    }
  } finally {
    closeSync(file);
  }
}

function parsed(line: string): JournalLine | null {
  try {
    const value = JSON.parse(line) as JournalLine;
    return typeof value?.key === 'string' && typeof value.outcome?.state === 'string' ? value : null;
  } catch {
    return null;
  }
}

function textsOf(path: string): Map<string, VisitOutcome> {
  const texts = new Map<string, VisitOutcome>();
  if (!existsSync(path)) return texts;
  for (const { line } of linesOf(path)) {
    const read = parsed(line);
    if (read?.outcome.textSha256 !== undefined) texts.set(read.key, read.outcome);
  }
  return texts;
}

/** Writes all of it; a pipe that is full for now is waited for. */
export function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(file, bytes, offset);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * The append-only journal of a patrol, one file a round. An outcome is written here first and printed from here; how far it was printed stands
 * beside it. A run that was killed between the two prints on the next run what the journal holds and was not printed; between printing a line
 * and noting that lie two system calls and nothing else.
 */
export class Journal {
  private readonly file: number;
  private readonly mark: number;
  private readonly states = new Map<string, VisitState>();
  /** Outcomes of the round before this one whose text was read, by key. */
  readonly before: ReadonlyMap<string, VisitOutcome>;
  private written = 0;
  private printed = 0;
  private syncedAt = 0;

  private constructor(folder: string, round: number) {
    this.before = textsOf(join(folder, roundFile(round - 1)));
    const path = join(folder, roundFile(round));
    this.file = openSync(path, 'a+');
    this.mark = openSync(`${path}.printed`, existsSync(`${path}.printed`) ? 'r+' : 'w+');
    for (const { line, end } of linesOf(path)) {
      const read = parsed(line);
      if (!read) throw new JournalError(`状态目录中的 ${roundFile(round)} 第 ${this.states.size + 1} 行已损坏。`);
      this.states.set(read.key, read.outcome.state);
      this.written = end;
    }
    // A kill can cut the last line off; it was never printed.
    if (statSync(path).size > this.written) ftruncateSync(this.file, this.written);
    const mark = Buffer.alloc(MARK);
    const length = readSync(this.mark, mark, 0, MARK, 0);
    this.printed = length === MARK ? Number(mark.toString('ascii')) : 0;
    if (!(this.printed >= 0 && this.printed <= this.written)) throw new JournalError('状态目录中的打印记录已损坏。');
  }

  /**
   * Opens the journal in a folder, made when it is not there.
   * @param again begin a new round, whose pages are compared with the round before
   * @throws JournalError
   */
  static open(folder: string, again = false): Journal {
    mkdirSync(folder, { recursive: true });
    const rounds = readdirSync(folder).flatMap((name) => ROUND.exec(name)?.[1] ?? []);
    const last = Math.max(1, ...rounds.map(Number));
    return new Journal(folder, again && rounds.length > 0 ? last + 1 : last);
  }

  /** How an address ended in this round; undefined while it is to be visited. */
  stateOf(key: string): VisitState | undefined {
    return this.states.get(key);
  }

  /** Addresses of this round that ended, by how they ended. */
  counts(): Record<VisitState, number> {
    const counts = { done: 0, unchanged: 0, 'needs-officer': 0, failed: 0 };
    for (const state of this.states.values()) counts[state] += 1;
    return counts;
  }

  /** Writes an outcome down. */
  append(key: string, outcome: VisitOutcome): void {
    const line = `${JSON.stringify({ key, outcome } satisfies JournalLine)}\n`;
    writeWhole(this.file, line);
    this.written += Buffer.byteLength(line);
    this.states.set(key, outcome.state);
    if (Date.now() - this.syncedAt < SYNC_EVERY_MS) return;
    fsyncSync(this.file);
    this.syncedAt = Date.now();
  }

  /** Prints what is written and was not printed, one outcome after the other. @param print throws when it cannot print */
  flush(print: (outcome: VisitOutcome) => void): void {
    const bytes = Buffer.alloc(this.written - this.printed);
    readSync(this.file, bytes, 0, bytes.length, this.printed);
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(10, start) + 1;
      const read = parsed(bytes.subarray(start, end).toString('utf8'));
      if (!read) throw new JournalError('状态目录中的结果记录已损坏。');
      print(read.outcome);
      this.printed += end - start;
      start = end;
      writeSync(this.mark, String(this.printed).padStart(MARK, '0'), 0, 'ascii');
    }
  }

  close(): void {
    fsyncSync(this.file);
    closeSync(this.file);
    closeSync(this.mark);
  }
}
