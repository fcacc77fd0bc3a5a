// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PageScan, scanPage } from '../../utils/page/watch-page.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { PACK, ruleOf } from '../scan/notice-like-pack.ts';

/** happy-dom has no static ranges. */
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);

const scanner = createScanner([PACK]);
let stop = new AbortController();
afterEach(() => stop.abort());

/** Scans a body; `settled` resolves when the scan is done with all that is known. */
function open(html: string): { scan: PageScan; settled(): Promise<void> } {
  stop = new AbortController();
  document.body.innerHTML = html;
  let wake: () => void = () => {};
  const scan = scanPage({ document, scanner, signal: stop.signal, onChange: () => wake() });
  const settled = () =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (scan.state === 'done') resolve();
      };
      wake = check;
      queueMicrotask(() => queueMicrotask(check));
    });
  return { scan, settled };
}

const phrases = (scan: PageScan) => scan.findings().map(({ phrase }) => phrase);

describe('scanPage', () => {
  it('finds phrases in document order with their ranges', async () => {
    const { scan, settled } = open('<p>本机构权威认证，欢迎。</p><p>另有<b>快速</b><i>出证</i>。</p>');
    await settled();
    expect(phrases(scan)).toEqual(['权威认证', '快速出证']);
    const [first, second] = scan.findings();
    expect(first).toMatchObject({ position: 0, prefix: '本机构', suffix: '，欢迎。', evasions: [] });
    expect(second).toMatchObject({ position: 1, evasions: ['inline-split'], prefix: '另有' });
    expect(scan.rangesOf(second!.id).map(({ startContainer }) => startContainer.textContent)).toEqual(['快速', '出证']);
    expect(scan.elementOf(first!.id)?.localName).toBe('p');
  });

  it.each([
    ['paragraphs', '<p>权威</p><p>认证</p>'],
    ['cells', '<table><tr><td>权威</td><td>认证</td></tr></table>'],
    ['pictures', '<p>权威<img alt="">认证</p>'],
    ['paragraphs made by two line breaks', '<p>权威<br><br>认证</p>'],
    ['links of a menu', '<p><a href="#">权威</a> <a href="#">认证</a></p>'],
    ['controls', '<p>权威<button>认证</button></p>'],
    ['scripts', '<script>const text = "权威认证";</script><style>.权威认证 {}</style>'],
  ])('does not read across %s', async (_what, html) => {
    const { scan, settled } = open(html);
    await settled();
    expect(phrases(scan)).toEqual([]);
  });

  it.each([
    ['inline-split', '<p><span>权</span><span>威</span><em>认</em><b>证</b></p>'],
    ['inline-split', '<p>权<!-- x -->威<wbr>认<span></span>证</p>'],
    ['line-break', '<p>权威<br>认证</p>'],
    ['hidden-filler', '<p>权威<span style="display:none">的</span>认证</p>'],
    [
      'hidden-filler',
      '<p>权<i style="font-size:0">一</i>威<i style="opacity:0">二</i>认<i style="visibility:hidden">三</i>证</p>',
    ],
    ['ruby', '<p><ruby>权<rt>quán</rt>威<rt>wēi</rt></ruby><ruby>认<rt>rèn</rt>证<rt>zhèng</rt></ruby></p>'],
    ['vertical', '<div><div>权</div><div>威</div><div>认</div><div>证</div></div>'],
  ])('reads across %s in %s', async (evasion, html) => {
    const { scan, settled } = open(html);
    await settled();
    expect(phrases(scan)).toEqual(['权威认证']);
    expect(scan.findings()[0]!.evasions).toContain(evasion);
  });

  it('reads spoken attributes, and not what a person typed', async () => {
    const { scan, settled } = open(
      '<img alt="权威认证"><input placeholder="快速出证"><input type="submit" value="当天出证"><input type="password" value="检测包过">',
    );
    await settled();
    expect(scan.findings().map(({ phrase, channel }) => [phrase, channel])).toEqual([
      ['权威认证', 'attribute'],
      ['快速出证', 'form'],
      ['当天出证', 'form'],
    ]);
    expect(scan.rangesOf(scan.findings()[0]!.id)).toEqual([]);
    expect(scan.elementOf(scan.findings()[0]!.id)?.localName).toBe('img');
  });

  it('lists hidden text as hidden', async () => {
    const { scan, settled } = open('<div style="display:none"><p>本所权威<b>认证</b></p></div><p>快速出证</p>');
    await settled();
    expect(scan.findings().map(({ phrase, hidden }) => [phrase, hidden])).toEqual([
      ['权威认证', true],
      ['快速出证', false],
    ]);
  });

  it('reads shadow roots', async () => {
    const { scan, settled } = open('');
    const host = document.createElement('x-card');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>快速出证</p>';
    document.body.append(host);
    await settled();
    expect(phrases(scan)).toEqual(['快速出证']);
  });

  it('judges with the heading above', async () => {
    const { scan, settled } = open('<h2>以下宣传用语涉嫌违法：</h2><ul><li>权威认证</li></ul>');
    await settled();
    expect(scan.findings()[0]).toMatchObject({ disposition: 'cited' });
  });
});

describe('a changing page', () => {
  it('finds text that comes, and keeps what goes as gone', async () => {
    const { scan, settled } = open('<p id="ticker">今日公告</p>');
    await settled();
    const ticker = document.querySelector('#ticker')!;
    ticker.textContent = '权威认证办理';
    await settled();
    const [shown] = scan.findings();
    expect(shown).toMatchObject({ phrase: '权威认证', gone: false });
    ticker.textContent = '咨询电话';
    await settled();
    expect(scan.findings()).toEqual([{ ...shown, gone: true }]);
    expect(scan.rangesOf(shown!.id)).toEqual([]);
    ticker.textContent = '权威认证办理';
    await settled();
    expect(scan.findings()).toEqual([{ ...shown, gone: false }]);
  });

  it('keeps the id of a finding whose text node changed elsewhere', async () => {
    const { scan, settled } = open('<p>权威认证</p>');
    await settled();
    const [before] = scan.findings();
    const text = document.querySelector('p')!.firstChild as Text;
    text.data = '本机构权威认证';
    await settled();
    expect(scan.findings().map(({ id, gone }) => [id, gone])).toEqual([[before!.id, false]]);
    expect(scan.rangesOf(before!.id)[0]).toMatchObject({ startOffset: 3, endOffset: 7 });
  });

  it('joins text that is added beside text', async () => {
    const { scan, settled } = open('<p>权威</p>');
    await settled();
    document.querySelector('p')!.append(document.createTextNode('认证'));
    await settled();
    expect(phrases(scan)).toEqual(['权威认证']);
  });

  it('notices that hidden text is revealed', async () => {
    const { scan, settled } = open('<p hidden style="display:none">权威认证</p>');
    await settled();
    const [before] = scan.findings();
    expect(before!.hidden).toBe(true);
    document.querySelector('p')!.removeAttribute('style');
    document.querySelector('p')!.removeAttribute('hidden');
    await settled();
    expect(scan.findings()).toEqual([{ ...before, hidden: false }]);
  });

  it('reads a changed attribute', async () => {
    const { scan, settled } = open('<img alt="图片"><p>说明</p>');
    await settled();
    document.querySelector('img')!.setAttribute('alt', '当天出证');
    await settled();
    expect(phrases(scan)).toEqual(['当天出证']);
  });

  it('stops when its signal aborts', async () => {
    const { scan, settled } = open('<p>说明</p>');
    await settled();
    stop.abort();
    document.querySelector('p')!.textContent = '权威认证';
    await new Promise((resolve) => setTimeout(resolve));
    expect(scan.findings()).toEqual([]);
  });

  it('reads again by other rules: keeps the ids of what both find, and drops what only the old ones found', async () => {
    const { scan, settled } = open('<p>权威认证</p><p>检测包过</p><p id="away">当天出证</p><p id="lost">快速出证</p>');
    await settled();
    for (const id of ['away', 'lost']) document.getElementById(id)!.remove();
    await vi.waitFor(() => expect(scan.findings().filter(({ gone }) => gone)).toHaveLength(2));
    const before = new Map(scan.findings().map(({ phrase, id }) => [phrase, id]));
    const rules = PACK.rules.map((rule) =>
      rule.id === 'authority' || rule.id === 'quick' ? { ...rule, disabled: true } : rule,
    );
    const own = ruleOf({ id: 'own', phrases: [{ text: '包过' }] });
    scan.rescan(createScanner([{ ...PACK, rules: [...rules, own] }]));
    expect(scan.state).toBe('scanning');
    await settled();
    expect(scan.findings().map(({ phrase, gone }) => [phrase, gone])).toEqual([
      ['检测包过', false],
      ['当天出证', true],
    ]);
    for (const { phrase, id } of scan.findings()) expect(id).toBe(before.get(phrase));
    document.body.append('包过');
    await vi.waitFor(() => expect(phrases(scan)).toContain('包过'));
  });
});
