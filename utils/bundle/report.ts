import type { Ruleset } from '../../rules/ruleset.ts';
import type { NamedAddendum } from '../evidence/addendum.ts';
import { toBase64 } from '../evidence/base64.ts';
import type { CustodyHead } from '../evidence/custody-log.ts';
import type { CustodyLine, EvidenceItem } from '../evidence/record.ts';
import type { DamagedPart } from './damaged-parts.ts';
import { type Html, html } from './html.ts';
import { itemChapter } from './report-item.ts';
import { REPORT_STYLE } from './report-style.ts';
import { localTime } from './report-words.ts';
import { NOT_PROVED, PROVED, STRENGTHENING } from './threat-model.ts';

export interface ReportSources {
  items: readonly EvidenceItem[];
  /** Lines of the custody log about these items. */
  lines: readonly CustodyLine[];
  head: CustodyHead;
  /** The rules of today, for records that hold no explanations. */
  ruleset?: Ruleset | undefined;
  /** Addenda by item id, oldest first. */
  addenda?: ReadonlyMap<string, readonly NamedAddendum[]>;
  /** Parts that did not hold when the bundle was made. */
  damaged?: readonly DamagedPart[];
  now: Date;
  /** SHA-256 of the public key that will sign the bundle. */
  keyFingerprint: string;
}

/**
 * The readable face of a bundle: one HTML file that opens without network, runs nothing and shows the pictures beside it.
 * Its policy forbids everything but those pictures and this very style, should an escape ever fail.
 */
export async function writeReport(sources: ReportSources): Promise<string> {
  const { items, head, now } = sources;
  const style = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(REPORT_STYLE)));
  const policy = `default-src 'none'; img-src 'self' file:; style-src 'sha256-${toBase64(style)}'; base-uri 'none'; form-action 'none'`;
  const zone = items[0]?.record.timeZone ?? 'Asia/Shanghai';
  const list = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  const body = html`<header>
<h1>电子数据证据包</h1>
<p class="soft">${items.length} 件证据　制作于 ${localTime(now.toISOString(), zone)}　${now.toISOString()}</p>
<p>保管日志链头：第 ${head.sequence} 行 <span class="code">${head.sha256}</span></p>
<p>证据包签名公钥指纹：<span class="code">${sources.keyFingerprint}</span></p>
</header>
${damageNotice(sources.damaged ?? [])}
${items.length > 1 ? html`<ol>${items.map((item) => html`<li><a href="#${item.id}">${item.id}</a>　<bdi>${item.record.page.title || '（无标题）'}</bdi></li>`)}</ol>` : ''}
<section class="notice"><strong>本包能证明什么</strong>${list(PROVED)}<strong>不能证明什么</strong>${list(NOT_PROVED)}<strong>可以加强证明力的做法</strong>${list(STRENGTHENING)}
<p>校验方法见包内“README-验证说明.txt”，不需要本软件。</p></section>
${items.map((item) => itemChapter(item, { lines: sources.lines.filter((line) => line.itemId === item.id), addenda: sources.addenda?.get(item.id) ?? [], damaged: (sources.damaged ?? []).filter(({ itemId }) => itemId === item.id), ruleset: sources.ruleset }))}`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>电子数据证据包</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

/** What does not hold, before anything else is read. */
function damageNotice(damaged: readonly DamagedPart[]): Html | string {
  if (!damaged.length) return '';
  return html`<section class="notice damaged"><strong>本包有 ${damaged.length} 个文件在制作时已不一致</strong>
<p>下列文件与封存记录（附页、日志与保管日志）不符或已丢失，不能作为原件使用。现存的字节照样收入，丢失的未收入；封存记录仍是封存时的校验值，因此校验本包时这些文件会显示不一致。其余文件经校验一致。</p>
<table><tr><th>证据</th><th>文件</th><th>现存字节的 SHA-256</th></tr>${damaged.map(({ itemId, name, sha256 }) => html`<tr><td>${itemId}</td><td class="code">${name}</td><td class="code">${sha256 ?? '已丢失'}</td></tr>`)}</table></section>`;
}
