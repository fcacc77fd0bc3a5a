import { ExpectedFailure } from '../base/expected-failure.ts';
import { localDay } from '../base/local-day.ts';
import { type Mark, type MarkedWords, type MarkVerdict, markId } from '../judge/mark.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';

/** Marks that are kept: each holds its page's features, some tens of kilobytes. */
const MOST_MARKS = 2_000;

/** There are as many marks as are kept. */
export class MarksFullError extends ExpectedFailure {
  override name = 'MarksFullError';
  constructor() {
    super('error_marksFull', [String(MOST_MARKS)]);
  }
}

export const listMarks = async (): Promise<Mark[]> => (await openDatabase()).getAll('marks');

/** Keeps what a person said of words, and answers with its id. @throws MarksFullError */
export async function keepMark(verdict: MarkVerdict, marked: MarkedWords): Promise<string> {
  const id = markId(verdict, marked);
  await transact(['marks'], async (transaction) => {
    const marks = transaction.objectStore('marks');
    if ((await marks.getKey(id)) === undefined && (await marks.count()) >= MOST_MARKS) throw new MarksFullError();
    await marks.put({ ...marked, id, verdict, day: localDay(new Date()) });
  });
  notify({ kind: 'mark', key: id });
  return id;
}

export async function dropMark(id: string): Promise<void> {
  await transact(['marks'], (transaction) => transaction.objectStore('marks').delete(id));
  notify({ kind: 'mark', key: id });
}

export async function clearMarks(): Promise<void> {
  await transact(['marks'], (transaction) => transaction.objectStore('marks').clear());
  notify({ kind: 'mark', key: '' });
}
