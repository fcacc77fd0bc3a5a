import { describe, expect, it } from 'vitest';
import { parseTemplate, TemplateError } from '../../utils/grammar/template.ts';

describe('parseTemplate', () => {
  it('reads slots, words, what may be absent, the gap and the comma', () => {
    expect(parseTemplate('(证书|认证) 已? {GETP} <4,')).toEqual({
      slots: [
        { words: ['证书', '认证'], optional: false },
        { words: ['已'], optional: true },
        { words: ['{GETP}'], optional: false },
      ],
      maxGap: 4,
      acrossComma: true,
    });
    expect(parseTemplate('包过')).toEqual({
      slots: [{ words: ['包过'], optional: false }],
      maxGap: 0,
      acrossComma: false,
    });
  });

  it.each(['', '(证书', '证书 <4 认证', '(证书||认证)', '<4'])('refuses %j and says where', (template) => {
    expect(() => parseTemplate(template)).toThrow(TemplateError);
  });
});
