import { type Html, html } from '../bundle/html.ts';
import { toBase64 } from '../evidence/base64.ts';
import { BLANK, BLANK_TEXT, type Block, type Paper, type Words } from './paper.ts';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.5rem; color: #000; background: #fff; font: 16px/1.75 "FangSong", "仿宋", "Noto Serif CJK SC", "SimSun", serif; overflow-wrap: anywhere; }
h1 { text-align: center; font: 700 1.6rem/1.4 "SimSun", "Noto Serif CJK SC", serif; margin: 0 0 .5rem; }
h2 { font: 700 1.05rem/1.5 "SimHei", "Noto Sans CJK SC", sans-serif; margin: 1.5rem 0 .5rem; }
.number { text-align: right; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .5rem 0; font-size: .92em; line-height: 1.5; }
th, td { border: 1px solid #000; padding: .3rem .45rem; vertical-align: top; text-align: left; white-space: pre-line; }
.facts th { width: 10rem; }
figure { margin: .5rem 0; text-align: center; break-inside: avoid; }
figure img { max-width: 100%; max-height: 200mm; border: 1px solid #000; }
figcaption { font-size: .88em; text-align: left; }
.digest { display: block; font: 8pt/1.5 "Courier New", "DejaVu Sans Mono", monospace; white-space: nowrap; }
.blank { background: #fff3c4; }
.signature { margin: 1.75rem 0 0; }
@page { size: A4; margin: 25mm 22mm; }
@media print { .blank { background: none; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`;

/** The paper as one HTML file to print; nothing in it runs. */
export function paperHtml(paper: Paper): string {
  const body = html`<h1>${paper.title}</h1>
<p class="number">${words(paper.number)}</p>
${paper.blocks.map(block)}`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${html`${paper.title}`.text}</title>
<style>${STYLE}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

const words = (value: Words): Html =>
  value === BLANK
    ? html`<span class="blank">${BLANK_TEXT}</span>`
    : typeof value === 'string'
      ? html`${value}`
      : html`${value.text}${value.digests.map((line) => html`<span class="digest">${line}</span>`)}`;

function block(part: Block): Html {
  switch (part.kind) {
    case 'heading':
      return html`<h2>${part.text}</h2>`;
    case 'text':
      return html`<p>${words(part.text)}</p>`;
    case 'facts':
      return html`<table class="facts">${part.rows.map(([label, value]) => html`<tr><th>${label}</th><td>${words(value)}</td></tr>`)}</table>`;
    case 'list':
      return html`<table><thead><tr>${part.head.map((label, index) => html`<th width="${part.widths[index] ?? 0}%">${label}</th>`)}</tr></thead>
${part.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${words(cell)}</td>`)}</tr>`)}</table>`;
    case 'picture':
      return html`<figure><img src="data:image/png;base64,${toBase64(part.bytes)}" alt=""><figcaption>${part.caption}</figcaption></figure>`;
    case 'signatures':
      return html`${part.lines.map((line) => html`<p class="signature">${line}：＿＿＿＿＿＿＿＿＿＿　　　　年　　月　　日</p>`)}`;
  }
}
