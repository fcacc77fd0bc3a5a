// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { DocumentOrder } from '../../utils/page/document-order.ts';

describe('document order', () => {
  it.each([3, 300])('is told among %i siblings, in them and between what holds and is held', (count) => {
    document.body.innerHTML = Array.from({ length: count }, (_, at) => `<p>${at}<b>b</b></p>`).join('');
    const order = new DocumentOrder();
    const paragraphs = [...document.querySelectorAll('p')];
    const [first, last] = [paragraphs[0]!, paragraphs.at(-1)!];
    expect(order.compare(first, last)).toBeLessThan(0);
    expect(order.compare(last, first)).toBeGreaterThan(0);
    expect(order.compare(first.querySelector('b')!, last.firstChild!)).toBeLessThan(0);
    expect(order.compare(last, last.firstChild!)).toBeLessThan(0);
    expect(order.compare(first.querySelector('b')!, first.firstChild!)).toBeGreaterThan(0);
    expect(order.compare(first, first)).toBe(0);
  });

  it('is told anew when the siblings have changed', () => {
    document.body.innerHTML = '<p></p>'.repeat(300);
    const order = new DocumentOrder();
    const [one, other] = document.querySelectorAll('p');
    expect(order.compare(one!, other!)).toBeLessThan(0);
    document.body.append(one!);
    order.forget(document.body);
    expect(order.compare(one!, other!)).toBeGreaterThan(0);
  });

  it('puts a shadow tree inside its host', () => {
    document.body.innerHTML = '<p></p><div></div><p></p>';
    const [before, behind] = document.querySelectorAll('p');
    const shadow = document.querySelector('div')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<b></b><i></i>';
    const order = new DocumentOrder();
    expect(order.compare(before!, shadow.firstChild!)).toBeLessThan(0);
    expect(order.compare(behind!, shadow.firstChild!)).toBeGreaterThan(0);
    expect(order.compare(shadow.host, shadow.firstChild!)).toBeLessThan(0);
    expect(order.compare(shadow.lastChild!, shadow.firstChild!)).toBeGreaterThan(0);
  });
});
