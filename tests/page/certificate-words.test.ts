// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { speakingOfCertificates } from '../../utils/page/certificate-words.ts';

function speaks(html: string): boolean {
  document.body.innerHTML = html;
  const steps = speakingOfCertificates(document);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const LONG = '本店全场包邮，欢迎选购。'.repeat(5_000);

describe('words of certificates on a page', () => {
  it.each([
    ['together', '<p>证书编号：123</p>'],
    ['far apart', `<p>检验报告</p><p>${LONG}</p><p>有效期至 2027 年</p>`],
    ['spaced out over elements', '<p><b>证</b> <b>书</b></p><p>编 号：7</p>'],
    ['in one endless text', `<pre>${LONG}证书编号：123</pre>`],
    ['in English', '<p>Certificate number 123</p>'],
  ])('are seen %s', (_, html) => expect(speaks(html)).toBe(true));

  it('are seen wherever one step ends and the next begins', () => {
    for (let lead = 7_990; lead < 8_010; lead++) expect(speaks(`<pre>${'文'.repeat(lead)}证书编号</pre>`)).toBe(true);
  });

  it('are seen in a shadow root', () => {
    document.body.innerHTML = '<div></div>';
    document.body.firstElementChild!.attachShadow({ mode: 'open' }).innerHTML = '<p>证书编号：123</p>';
    expect([...[speakingOfCertificates(document).next()]][0]).toEqual({ done: true, value: true });
  });

  it.each([
    ['neither', LONG],
    ['a paper without a value', '<p>证书</p>'],
    ['a value without a paper', '<p>商品编号：1</p>'],
  ])('are missed where there is %s', (_, html) => expect(speaks(html)).toBe(false));
});
