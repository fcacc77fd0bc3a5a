import { isPracticeAddress } from '../evidence/practice.ts';
import type { CustodyAct, CustodyLine } from '../evidence/record.ts';
import { PRACTICE_NAME } from './practice-case.ts';

/** As the log says where a capture began. */
const BEGAN = /^开始取证 (\S+)$/;
/** As the line of a seal says which line its capture began with. */
const BEGAN_AT = /，开始取证见第 (\d+) 行$/;
const CUT_OFF: ReadonlySet<CustodyAct> = new Set(['capture-interrupted', 'capture-cancelled']);

/**
 * The lines that practising left in a log: captures of the practice page from their beginning to their deletion, and the deletion of
 * the practice case. A line says where a capture began in the words of the software; a reason that somebody typed is not asked.
 */
export function practiceLines(lines: readonly CustodyLine[]): ReadonlySet<CustodyLine> {
  const begun = lines.filter(({ act }) => act === 'capture-started');
  const practised = begun.filter(({ detail }) => isPracticeAddress(BEGAN.exec(detail)?.[1] ?? ''));
  const numbers = new Set(practised.map(({ sequence }) => sequence));
  const items = new Set(
    lines
      .filter(({ act, detail }) => act === 'captured' && numbers.has(Number(BEGAN_AT.exec(detail)?.[1])))
      .map(({ itemId }) => itemId),
  );
  // A line of a capture that was cut off names no capture: it is one of practice where no other ever began.
  const isOnlyPractice = practised.length === begun.length;
  return new Set(
    lines.filter(
      (line) =>
        practised.includes(line) ||
        (line.itemId !== undefined && items.has(line.itemId)) ||
        (line.itemId === undefined && line.act === 'deleted' && line.detail === `删除案件 ${PRACTICE_NAME}`) ||
        (line.itemId === undefined && CUT_OFF.has(line.act) && isOnlyPractice),
    ),
  );
}
