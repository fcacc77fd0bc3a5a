// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { foldLog } from '../../../components/item/fold-log.ts';
import { LogTable } from '../../../components/item/LogTable.tsx';
import { NoteField } from '../../../components/item/NoteField.tsx';
import type { CustodyAct, CustodyLine, EvidenceItem } from '../../../utils/evidence/record.ts';
import { sampleRecord } from '../../evidence/sample-record.ts';
import { draw } from '../draw.ts';

let sequence = 0;
const line = (act: CustodyAct, detail = '', day = 1): { line: CustodyLine; sha256: string } => {
  sequence += 1;
  const at = `2026-11-0${day}T03:00:0${sequence % 10}.000Z`;
  return { line: { sequence, at, act, detail, person: '张三', previous: '' }, sha256: `${sequence}` };
};
const dayOf = (at: string) => at.slice(0, 10);
const shape = (rows: ReturnType<typeof line>[]) =>
  foldLog(rows, dayOf).map(({ folded, rows: { length } }) => [folded, length]);

it('folds three lines and more of one day that only say that somebody looked, and no damage', () => {
  const looks = () => [line('viewed', '查看'), line('verified', '校验一致'), line('viewed', '查看')];
  expect(shape([line('captured'), line('exported'), ...looks(), line('noted', '已电话核实'), ...looks()])).toEqual([
    [false, 2],
    [true, 3],
    [false, 1],
    [true, 3],
  ]);
  expect(shape([...looks(), line('viewed', '查看', 2)])).toEqual([
    [true, 3],
    [false, 1],
  ]);
  expect(shape([line('viewed'), line('verified', '校验不一致：page/text.txt'), line('viewed')])).toEqual([
    [false, 1],
    [false, 1],
    [false, 1],
  ]);
});

it('shows folded lines as one row that opens into all of them with their digests', async () => {
  const item = { record: sampleRecord('E20261101-0001', []) } as unknown as EvidenceItem;
  const rows = [line('captured'), ...Array.from({ length: 4 }, () => line('viewed', '查看'))];
  const body = await draw(<LogTable item={item} lines={rows} class="zj-log-test" />);
  expect(body.querySelectorAll('tbody tr')).toHaveLength(2);
  const opener = body.querySelector<HTMLButtonElement>('button[aria-expanded=false]')!;
  expect(opener.textContent).toContain('查看、核对一致共 4 次');
  await act(() => opener.click());
  expect(body.querySelectorAll('tbody tr')).toHaveLength(6);
  expect(body.querySelectorAll('.zj-table-digest')).toHaveLength(10);
});

it('lists the notes that were written above the field for the next', async () => {
  const notes = [line('noted', '已电话核实').line, line('noted', '平台已下架').line];
  const body = await draw(<NoteField notes={notes} inputRef={null} onNote={() => undefined} />);
  expect([...body.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
    expect.stringContaining('已电话核实'),
    expect.stringContaining('平台已下架'),
  ]);
});
