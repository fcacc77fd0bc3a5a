import { describe, expect, it } from 'vitest';
import { checkCharacter, isCreditCode } from '../../utils/certificate/credit-code.ts';

describe('isCreditCode', () => {
  it.each(['91110000101623741K', '911101066976941872', '91350100M000100Y43', '11341602003165249U'])('%s fits', (code) =>
    expect(isCreditCode(code)).toBe(true),
  );
  it.each(['91310115MA1H8R7C6D', '91350211M0000XUF46', '9111000010162374', ''])('%s does not', (code) =>
    expect(isCreditCode(code)).toBe(false),
  );
  it('knows no letter outside the alphabet', () => expect(checkCharacter('9111000010162374I')).toBeUndefined());
});
