// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findWords } from '../../utils/page/find-words.ts';

function found(html: string, words: string) {
  document.body.innerHTML = html;
  const range = findWords(document.body, words);
  return (
    range && [range.startContainer.textContent, range.startOffset, range.endContainer.textContent, range.endOffset]
  );
}

describe('findWords', () => {
  it('finds words across elements, whatever the white space', () => {
    expect(found('<p>价 <b> ¥</b><i>1.00 起</i></p>', '¥1.00')).toEqual([' ¥', 1, '1.00 起', 4]);
    expect(found('<p>请 加\n  微信 abc123</p>', '加 微信abc123')).toEqual([
      '请 加\n  微信 abc123',
      2,
      '请 加\n  微信 abc123',
      15,
    ]);
  });

  it('finds nothing in what nobody reads, and nothing for no words', () => {
    expect(found('<script>加微信</script><style>加微信</style>', '加微信')).toBeNull();
    expect(found('<p>加微信</p>', ' ')).toBeNull();
  });
});
