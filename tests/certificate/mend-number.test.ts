import { describe, expect, it } from 'vitest';
import { mendNumber } from '../../utils/certificate/mend-number.ts';

describe('mendNumber', () => {
  it.each([
    ['0010P2600123', 'certificateNumber', 'organic', '001OP2600123'],
    ['2O250109O1123456', 'certificateNumber', 'ccc', '2025010901123456'],
    ['03426Q10286ROS', 'certificateNumber', 'management-system', '03426Q10286R0S'],
    ['CNCA-R-20O2-034', 'approvalNumber', 'unknown', 'CNCA-R-2002-034'],
    ['9111OOOO101623741K', 'creditCode', 'unknown', '9111OOOO101623741K'],
    ['91110000I01623741K', 'creditCode', 'unknown', '91110000101623741K'],
  ] as const)('reads %s as %s of %s: %s', (read, field, kind, mended) =>
    expect(mendNumber(read, field, kind)).toBe(mended),
  );

  it.each([
    ['what fits', '001OP2600123', 'organic'],
    ['what cannot fit', '00P26', 'organic'],
    ['kinds without a structure', 'WZ2O26', 'inspection-report'],
    ['what more than one letter would make fit', '03410010286R0S', 'management-system'],
  ] as const)('leaves %s', (_why, number, kind) => expect(mendNumber(number, 'certificateNumber', kind)).toBe(number));
});
