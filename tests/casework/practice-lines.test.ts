import { expect, it } from 'vitest';
import { practiceLines } from '../../utils/casework/practice-lines.ts';
import { PRACTICE_ADDRESS } from '../../utils/evidence/practice.ts';
import type { CustodyAct, CustodyLine } from '../../utils/evidence/record.ts';

let sequence = 0;
const line = (act: CustodyAct, detail: string, itemId?: string) =>
  ({ sequence: ++sequence, act, detail, person: '张三', ...(itemId ? { itemId } : {}) }) as CustodyLine;

/** A capture from its beginning to its deletion. */
function captured(address: string, itemId: string, reason: string): CustodyLine[] {
  const begun = line('capture-started', `开始取证 ${address}`);
  return [
    begun,
    line('captured', `封存 7 个文件，开始取证见第 ${begun.sequence} 行`, itemId),
    line('viewed', '查看', itemId),
    line('deleted', reason, itemId),
  ];
}

const practised = () => captured(PRACTICE_ADDRESS, 'E20261123-0001', '删除练习案件');

it('are those of captures of the practice page, to the deletion of item and case', () => {
  const lines = [...practised(), line('deleted', '删除案件 练习案件')];
  expect(practiceLines(lines).size).toBe(lines.length);
});

it('are not those of another page, whatever reason was typed when it was deleted', () => {
  const real = captured('https://shop.example/', 'E20261123-0002', '删除练习案件');
  const found = practiceLines([...practised(), ...real]);
  expect(real.some((one) => found.has(one))).toBe(false);
  const near = captured(`https://shop.example/?${PRACTICE_ADDRESS}`, 'E20261123-0003', '删除练习案件');
  expect(practiceLines(near).size).toBe(0);
});

it('are those of a capture that was cut off only where no other page was ever captured', () => {
  const cut = () => line('capture-cancelled', '已截取的内容已删除');
  expect(practiceLines([...practised(), cut()]).size).toBe(5);
  expect(practiceLines([...practised(), ...captured('https://shop.example/', 'E1', '重复'), cut()]).size).toBe(4);
});
