import { describe, expect, it } from 'vitest';
import { mendNumber } from '../../utils/certificate/mend-number.ts';

describe('mendNumber', () => {
  it('exchanges look-alikes where the structure tells', () => {
    expect(mendNumber('0010P2600123', 'organic')).toBe('001OP2600123');
    expect(mendNumber('2O250109O1123456', 'ccc')).toBe('2025010901123456');
  });

  it('leaves what fits, what cannot fit, and kinds without a structure', () => {
    expect(mendNumber('001OP2600123', 'organic')).toBe('001OP2600123');
    expect(mendNumber('00P26', 'organic')).toBe('00P26');
    expect(mendNumber('WZ2O26', 'inspection-report')).toBe('WZ2O26');
  });
});
