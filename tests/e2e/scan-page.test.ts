import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../utils/scan/finding.ts';
import { openScriptBrowser, type ScriptBrowser } from '../bench/script-browser.ts';
import type { page as InPage } from './scan-in-page.ts';

declare const page: typeof InPage;

let browser: ScriptBrowser;
let tab: Page;
beforeAll(async () => {
  browser = await openScriptBrowser(new URL('scan-in-page.ts', import.meta.url));
  tab = await browser.open();
});
afterAll(() => browser.close());

const open = (html: string) => tab.evaluate((given) => page.open(given), html);
const change = (script: string) => tab.evaluate((given) => page.change(given), script);

describe('text as it is laid out', () => {
  it.each([
    ['inline-split', '<p>现可<span>权</span><em>威</em><b>认</b>证</p>'],
    [
      'inline-split',
      '<style>div.x{display:inline}</style><p>现可<span>权威</span></p><div class="x">权威</div><div class="x">认证</div>',
    ],
    ['line-break', '<h2>权威<br>认证</h2>'],
    [
      'ruby',
      '<p><ruby>权<rp>(</rp><rt>quán</rt><rp>)</rp></ruby><ruby>威<rt>wēi</rt></ruby><ruby>认<rt>rèn</rt></ruby><ruby>证<rt>zhèng</rt></ruby></p>',
    ],
    [
      'hidden-filler',
      '<style>.f{display:none}</style><p>权<i class="f">的</i>威<i class="f">了</i>认<i class="f">吗</i>证</p>',
    ],
    [
      'hidden-filler',
      '<style>.f{font-size:0}</style><p><span>权<i class="f">xx</i></span>威认<i class="f">yy</i>证</p>',
    ],
    ['hidden-filler', '<style>.f{position:absolute;left:-9999px}</style><p>权威<i class="f">占位</i>认证</p>'],
    ['hidden-filler', '<style>@media screen{.f{opacity:0}}</style><p>权威<b class="f">占</b>认证</p>'],
    ['vertical', '<style>.v{width:1em}</style><div class="v"><p>权</p><p>威</p><p>认</p><p>证</p></div>'],
    ['vertical', '<div style="display:flex"><span>权</span><span>威</span><span>认</span><span>证</span></div>'],
    ['bidi', '<p><bdo dir="rtl">证认威权</bdo></p>'],
    ['bidi', '<style>.r{unicode-bidi:bidi-override;direction:rtl}</style><p>现可<span class="r">证认威权</span></p>'],
  ])('reads %s: %s', async (evasion, html) => {
    const found = (await open(html)).filter(({ phrase }) => phrase === '权威认证');
    expect(found).toHaveLength(1);
    expect(found[0]!.evasions).toContain(evasion);
    expect([...found[0]!.ranged].sort().join('')).toBe([...'权威认证'].sort().join(''));
  });

  it.each([
    '<p>权威</p><p>认证</p>',
    '<style>span.b{display:block}</style><div><span class="b">机构很权威</span><span class="b">认证快</span></div>',
    '<div style="display:flex"><span>十分权威</span><span>认证机构</span></div>',
    '<table><tr><td>权威<td>认证</table>',
    '<table><tr><td>权<td>威<td>认<td>证</table>',
    '<style>.chip{display:inline-block;padding:0 8px}</style><p><span class="chip">权威</span><span class="chip">认证</span></p>',
    '<p>权威<img width="9" height="9">认证</p>',
    '<select><option>权威<option>认证</select>',
    '<p>权威。认证</p>',
    '<p>权<span>力</span>威认证</p>',
  ])('keeps apart what is laid out apart: %s', async (html) => {
    expect(await open(html)).toEqual([]);
  });
});

/** Where the reader meets words, each with a place as near to it as can be where nobody does. Pictures have tests of their own. */
const PLACES: Readonly<Record<Exclude<Channel, 'image'>, readonly (readonly [met: string, unmet: string])[]>> = {
  text: [
    ['<p>权威认证</p>', '<script type="text/plain">权威认证</script>'],
    ['<svg><text y="20">权威认证</text></svg>', '<svg id="权威认证"></svg>'],
    [
      '<div><template shadowrootmode="open"><p>权威认证</p></template></div>',
      '<div><template><p>权威认证</p></template></div>',
    ],
  ],
  attribute: [
    ['<img alt="权威认证">', '<img data-alt="权威认证">'],
    ['<a title="权威认证">详情</a>', '<a id="权威认证">详情</a>'],
    ['<p aria-label="权威认证">详情</p>', '<p aria-describedby="权威认证">详情</p>'],
  ],
  generated: [
    [
      '<style>p::before{content:"权威认证"}</style><p>本所</p>',
      '<style>p::before{--content:"权威认证"}</style><p>本所</p>',
    ],
    [
      '<style>p::after{content:"权威认证"}</style><p>本所</p>',
      '<style>h1::after{content:"权威认证"}</style><p>本所</p>',
    ],
  ],
  form: [
    ['<input placeholder="权威认证">', '<input name="权威认证">'],
    ['<input type="submit" value="权威认证">', '<input type="hidden" value="权威认证">'],
  ],
  meta: [
    ['<meta name="Description" content="权威认证">', '<meta name="author" content="权威认证">'],
    ['<meta property="og:description" content="权威认证">', '<meta property="og:url" content="权威认证">'],
    [
      '<script type="application/ld+json">[{"@type":"Service","slogan":"权威认证"}]</script>',
      '<script type="application/ld+json">{"权威认证":1,"slogan"</script>',
    ],
  ],
};

describe.each(Object.entries(PLACES))('the channel %s', (channel, places) => {
  it.each(places)('is read: %s, unlike %s', async (met, unmet) => {
    expect(await open(met)).toMatchObject([{ phrase: '权威认证', channel }]);
    expect(await open(unmet)).toEqual([]);
  });
});

describe('channels', () => {
  it('reads generated content, alone and joined with text', async () => {
    const found = await open(
      '<style>.a::before{content:"快速出证"} .b::after{content:"认证"} .c::before{content:attr(data-t)} .i::before{content:"\\f101"}</style>' +
        '<p class="a"></p><p class="b">本所权威</p><p><span class="c" data-t="当天出证">！</span></p><i class="i"></i>',
    );
    expect(found.map(({ phrase, channel }) => [phrase, channel])).toEqual([
      ['快速出证', 'generated'],
      ['权威认证', 'generated'],
      ['当天出证', 'generated'],
    ]);
    expect(found[1]!.ranged).toBe('权威');
  });

  it('reads open shadow roots and text that runs through slots', async () => {
    const found = await open(
      '<x-a><template shadowrootmode="open"><p>快速出证</p></template></x-a>' +
        '<div><template shadowrootmode="open"><p>本所权威<slot></slot></p></template>认证</div>' +
        '<x-b><template shadowrootmode="open"><style>p::before{content:"当天出证"}</style><p></p></template></x-b>',
    );
    expect(found.map(({ phrase }) => phrase)).toEqual(['快速出证', '权威认证', '当天出证']);
    expect(found[1]!.ranged).toBe('权威认证');
  });

  it('finds a shadow root that is attached later without a change of the page', async () => {
    await open('<x-late></x-late>');
    const found = await tab.evaluate(async () => {
      document.querySelector('x-late')!.attachShadow({ mode: 'open' }).innerHTML = '<p>权威认证</p>';
      for (;;) {
        const findings = await page.change('');
        if (findings.length > 0) return findings;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    expect(found.map(({ phrase }) => phrase)).toEqual(['权威认证']);
  });

  it('reads SVG text and spoken attributes', async () => {
    const found = await open(
      '<svg width="200" height="40"><text x="0" y="20">权威<tspan>认证</tspan></text></svg><img alt="检测包过"><button title="快速出证">办理</button>',
    );
    expect(found.map(({ phrase, channel }) => [phrase, channel])).toEqual([
      ['权威认证', 'text'],
      ['检测包过', 'attribute'],
      ['快速出证', 'attribute'],
    ]);
  });

  it('reads what the page says of itself out of sight, and says that it is not shown', async () => {
    const found = await open(
      '<meta name="description" content="质检报告当天出证"><meta name="viewport" content="权威认证"><script type="application/ld+json">{"@type":"Service","offers":[{"description":"检测包过"}]}</script><script type="application/ld+json">{"快速出证":</script><p>你好</p>',
    );
    expect(found.map(({ phrase, channel, hidden }) => [phrase, channel, hidden])).toEqual([
      ['当天出证', 'meta', true],
      ['检测包过', 'meta', true],
    ]);
  });

  it('keeps what stands in an attribute when the looks around it change', async () => {
    await open('<div id="holder"><img alt="检测包过"></div>');
    const found = await tab.evaluate(() => page.change('document.getElementById("holder").className = "other"'));
    expect(found.map(({ phrase, gone }) => [phrase, gone])).toEqual([['检测包过', false]]);
  });

  it.each([
    '<div style="display:none">权威认证</div>',
    '<div style="visibility:hidden">权威认证</div>',
    '<div style="opacity:0"><p>权威认证</p></div>',
    '<p style="font-size:0">权威认证</p>',
    '<p style="position:absolute;left:-9999px">权威认证</p>',
    '<p style="text-indent:-9999px">权威认证</p>',
    '<p style="height:0;overflow:hidden">权威认证</p>',
    '<details><summary>说明</summary><p>权威认证</p></details>',
  ])('lists as hidden: %s', async (html) => {
    expect((await open(html)).map(({ hidden }) => hidden)).toEqual([true]);
  });

  it('does not call visible what only looks like hiding', async () => {
    expect(
      (
        await open(
          '<details open><summary>当天出证</summary><p>权威认证</p></details><p style="overflow:hidden">快速出证</p>',
        )
      ).map(({ hidden }) => hidden),
    ).toEqual([false, false, false]);
  });
});

describe('a changing page', () => {
  it('follows classes that reveal text', async () => {
    const [before] = await open(
      '<style>.tab{display:none}.on{display:block}</style><div class="tab"><p>权威认证</p></div>',
    );
    expect(before!.hidden).toBe(true);
    const [after] = await change("document.querySelector('.tab').classList.add('on')");
    expect(after).toEqual({ ...before, hidden: false });
  });

  it('leaves the page as it was, byte for byte', async () => {
    await open('<main><p>权<i>威</i>认证</p><img alt="快速出证"></main>');
    expect(await tab.evaluate(() => document.body.innerHTML)).toBe(
      '<main><p>权<i>威</i>认证</p><img alt="快速出证"></main>',
    );
  });

  it('reads a text of megabytes again when it changes, from edge to edge', async () => {
    await open('<pre>空</pre><p>正文</p>');
    const found = await change(
      "document.querySelector('pre').firstChild.data = '快速出证' + '正文。'.repeat(50_000) + '权威认证' + '正文。'.repeat(50_000) + '招标必备认证'",
    );
    expect(found.map(({ phrase }) => phrase)).toEqual(['快速出证', '权威认证', '招标必备认证']);
  });

  it('holds out against a page that never stops changing and one of megabytes', async () => {
    const found = await tab.evaluate(async () => {
      document.body.innerHTML = `<pre></pre><p id="t"></p>`;
      document.querySelector('pre')!.textContent =
        `${'这是一段很长的正文\ud800没有什么内容。'.repeat(250_000)}快速出证`;
      const ticking = setInterval(() => {
        document.querySelector('#t')!.textContent = `第 ${Math.random()} 条`;
      }, 1);
      const findings = await page.begin();
      clearInterval(ticking);
      return findings;
    });
    expect(found.map(({ phrase }) => phrase)).toEqual(['快速出证']);
  });
});
