// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openShadowRoot } from '../../utils/page/flat-tree.ts';
import { pagePacer } from '../../utils/page/pacer.ts';
import { whenReadable } from '../../utils/page/when-readable.ts';

let stop: AbortController;
/** Answers of the watch, in order: `none` each time all was looked at, then `found`, or `ended` when it was told to stop. */
let told: string[];

function watch(body: string, head = ''): void {
  stop = new AbortController();
  told = [];
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  void whenReadable({
    document,
    signal: stop.signal,
    shadowRootOf: openShadowRoot,
    pacer: pagePacer(),
    none: () => told.push('none'),
  }).then((found) => told.push(found ? 'found' : 'ended'));
}

const lookedAll = () => vi.waitFor(() => expect(told).toEqual(['none']));
const found = () => vi.waitFor(() => expect(told.at(-1)).toBe('found'));

function attach(host: Element, html: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('Chinese on a page', () => {
  it.each([
    ['in its text', '<p>plain</p><p>认证</p>', ''],
    ['as a certificate in English', '<p>plain</p><table><td>Certificate No.</td><td>A-1</td></table>', ''],
    ['in its title', '<p>plain</p>', '<title>认证</title>'],
    ['in a spoken attribute', '<img alt="认证">', ''],
    ['in generated text', '<p>plain</p>', '<style>p::before { content: "认证" }</style>'],
    ['taken from an attribute', '<p data-words="认证">x</p>', '<style>p::after { content: attr(data-words) }</style>'],
    ['taken from a variable', '<p>x</p>', '<style>p { --words: "认证" } p::after { content: var(--words) }</style>'],
    ['in a variable of an element', '<p style="--words: \'认证\'">x</p>', ''],
  ])('is found %s', async (_, body, head) => {
    watch(body, head);
    await found();
    expect(told).toEqual(['found']);
  });

  it('is found in a shadow root', async () => {
    watch('<div></div>');
    attach(document.querySelector('div')!, '<section><span></span></section>');
    attach(document.querySelector('div')!.shadowRoot!.querySelector('section')!, '认证');
    await found();
  });

  it.each([
    ['text', () => document.querySelector('p')!.append('认证')],
    ['a text that changes', () => ((document.querySelector('p')!.firstChild as Text).data = '认证')],
    ['an element', () => document.querySelector('p')!.insertAdjacentHTML('beforeend', '<b><i>认证</i></b>')],
    ['an attribute', () => document.querySelector('p')!.setAttribute('title', '认证')],
    ['a style sheet', () => document.head.insertAdjacentHTML('beforeend', '<style>p::after{content:"认证"}</style>')],
    [
      'an element with a shadow root',
      () => {
        const host = document.createElement('div');
        attach(host, '<p>认证</p>');
        document.body.append(host);
      },
    ],
  ])('is found when it comes later, as %s', async (_, come) => {
    watch('<p>plain</p>', '<style>p::before { content: "\\e900" }</style>');
    await lookedAll();
    come();
    await found();
  });

  it('is found when it comes later inside a shadow root that had none', async () => {
    watch('<div></div>');
    const root = attach(document.querySelector('div')!, '<p>plain</p>');
    await lookedAll();
    root.querySelector('p')!.textContent = '认证';
    await found();
  });

  it('is missed nowhere else: the watch ends with its signal', async () => {
    watch(
      '<p data-id="认证">plain</p><img alt="logo">',
      '<style>p::after { content: attr(title) var(--icon) }</style>',
    );
    await lookedAll();
    stop.abort();
    await vi.waitFor(() => expect(told).toEqual(['none', 'ended']));
  });
});

describe('a shadow root attached without notice', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

  it('is found at one of the late looks', async () => {
    watch('<div></div>');
    await vi.waitFor(() => expect(told).toEqual(['none']));
    attach(document.querySelector('div')!, '<p>认证</p>');
    await vi.advanceTimersByTimeAsync(6_000);
    await vi.waitFor(() => expect(told.at(-1)).toBe('found'));
  });
});
