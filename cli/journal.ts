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

/** Digits of each of the two notes beside a journal: how many of its bytes are printed, and up to where a print was begun. */
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
 * beside it, before the print that it is begun and after it that it is done. A run that was killed prints on the next run what the journal holds
 * and no print was begun of. Of the one line whose print was begun and not noted as done nobody can know whether it went out: whoever reads the
 * lines and ends the run at one has it, so it is not printed again, and {@link unsure} names it.
 */
export class Journal {
  private readonly file: number;
  private readonly mark: number;
  private readonly states = new Map<string, VisitState>();
  /** Outcomes of the round before this one whose text was read, by key. */
  readonly before: ReadonlyMap<string, VisitOutcome>;
  /** What the last run was killed in the middle of printing; null when it was not. */
  readonly unsure: VisitOutcome | null;
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
    const [done = 0, begun = done] = this.marks();
    if (!(done >= 0 && begun >= done && begun <= this.written)) throw new JournalError('状态目录中的打印记录已损坏。');
    this.unsure = begun > done ? this.outcomeAt(done, begun) : null;
    this.printed = begun;
    this.note(0, begun);
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
    const from = this.printed;
    const bytes = this.bytesOf(from, this.written);
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(10, start) + 1;
      const outcome = this.outcomeAt(from + start, from + end);
      this.note(1, from + end);
      try {
        print(outcome);
      } catch (error) {
        this.note(1, this.printed);
        throw error;
      }
      this.printed = from + end;
      this.note(0, this.printed);
      start = end;
    }
  }

  private bytesOf(from: number, to: number): Buffer {
    const bytes = Buffer.alloc(to - from);
    readSync(this.file, bytes, 0, bytes.length, from);
    return bytes;
  }

  private outcomeAt(from: number, to: number): VisitOutcome {
    const read = parsed(this.bytesOf(from, to).toString('utf8'));
    if (!read) throw new JournalError('状态目录中的结果记录已损坏。');
    return read.outcome;
  }

  /** The notes that are there; versions before wrote the first alone. */
  private marks(): number[] {
    const bytes = Buffer.alloc(2 * MARK);
    const text = bytes.toString('ascii', 0, readSync(this.mark, bytes, 0, bytes.length, 0));
    return [text.slice(0, MARK), text.slice(MARK)].filter((each) => each.length === MARK).map(Number);
  }

  private note(place: 0 | 1, bytes: number): void {
    writeSync(this.mark, String(bytes).padStart(MARK, '0'), place * MARK, 'ascii');
  }

  close(): void {
    fsyncSync(this.file);
    closeSync(this.file);
    closeSync(this.mark);
  }
}
