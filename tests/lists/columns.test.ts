import { describe, expect, it } from 'vitest';
import { LEAD_EXAMPLES, LEAD_HEADINGS } from '../../rules/lead-columns.ts';
import { COLUMN_EXAMPLES, COLUMN_HEADINGS } from '../../rules/register-columns.ts';
import { columnOf, recogniseColumns } from '../../utils/lists/map-columns.ts';

describe('columns', () => {
  it.each(COLUMN_EXAMPLES)('$heading → $column', ({ heading, column }) =>
    expect(columnOf(heading, COLUMN_HEADINGS)).toBe(column),
  );

  it.each(LEAD_EXAMPLES)('of leads: $heading → $column', ({ heading, column }) =>
    expect(columnOf(heading, LEAD_HEADINGS)).toBe(column),
  );

  it('finds the heads below a title and takes the first column of each meaning', () => {
    const head = [
      ['福建省检验检测机构名录'],
      ['截至 2026-11-01', '', ''],
      ['序号', '机构名称', '资质认定证书编号', '机构地址', '联系地址'],
      ['1', '某某检测有限公司', '151300110001', '福州', '泉州'],
    ];
    expect(recogniseColumns(head)).toEqual({ headRow: 2, mapping: { name: 1, number: 2, address: 3 } });
  });

  it('takes the first row for heads when none is recognised', () =>
    expect(
      recogniseColumns([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toEqual({ headRow: 0, mapping: {} }));
});
