import type { ShownExplanation } from '../../rules/explanation.ts';
import type { Ruleset } from '../../rules/ruleset.ts';
import { isOfCertificate, type NamedAddendum } from '../evidence/addendum.ts';
import { dutyInWords } from '../evidence/duty-check.ts';
import { isExternal } from '../evidence/external-picture.ts';
import { explainSealed } from '../evidence/frozen-explanation.ts';
import type { Artefact, CustodyLine, EvidenceItem } from '../evidence/record.ts';
import type { Finding } from '../scan/finding.ts';
import type { DamagedPart } from './damaged-parts.ts';
import { type Html, html } from './html.ts';
import { addendumFiles } from './layout.ts';
import { certificateEntry } from './report-certificate.ts';
import {
  ACT_WORDS,
  bytesInWords,
  CATEGORY_WORDS,
  CHANNEL_WORDS,
  confirmationWords,
  DISPOSITION_WORDS,
  LEVEL_WORDS,
  localTime,
  METHOD_WORDS,
  partyInWords,
  ROLE_WORDS,
  weightInWords,
  wordFor,
} from './report-words.ts';
import { sourceInWords, sourceLabel } from './source-words.ts';

/** What the chapters of the report need besides the item. */
export interface ItemSources {
  lines: readonly CustodyLine[];
  /** Addenda to the item, oldest first. */
  addenda: readonly NamedAddendum[];
  /** Parts of the item that did not hold when the bundle was made: they are shown as such or not at all. */
  damaged: readonly DamagedPart[];
  /** The rules of today, for records that hold no explanations. */
  ruleset?: Ruleset | undefined;
}

/** The chapter of one item. Everything from the page goes through the escaping of `html`. */
export function itemChapter(item: EvidenceItem, sources: ItemSources): Html {
  const { record } = item;
  const damaged = new Set(sources.damaged.map(({ name }) => name));
  const addenda = sources.addenda.filter(({ stem }) => !damaged.has(addendumFiles(stem).json));
  const claims = record.findings.filter((finding) => finding.disposition === 'claim');
  const others = record.findings.filter((finding) => finding.disposition !== 'claim');
  return html`
<h2 id="${item.id}">${item.id}　<bdi>${record.page.title || '（无标题）'}</bdi></h2>
${facts(item)}
<h3>画面</h3>
${pictures(item, damaged)}
<h3>疑似表述（${claims.length}）</h3>
${claims.length ? claims.map((finding) => findingEntry(finding, item, sources)) : html`<p class="soft">没有标出疑似表述。</p>`}
${others.length ? html`<h3>引用与否定（${others.length}，不计入疑似）</h3>${others.map((finding) => findingEntry(finding, item, sources))}` : ''}
<h3>证书与报告（${record.certificates.length}）</h3>
${record.certificates.length ? record.certificates.map((certificate, index) => certificateEntry(certificate, { itemId: item.id, timeZone: record.timeZone, damaged, addenda: addenda.filter(({ addendum }) => isOfCertificate(addendum, index + 1)) })) : html`<p class="soft">没有识别出证书或报告。</p>`}
${addenda.map(({ stem, addendum }) => (addendum.kind === 'duty-check' ? html`<h3>平台义务核对（附页 ${stem}）</h3><p class="soft">${localTime(addendum.at, record.timeZone)}　${addendum.person}　<bdi>${[addendum.platform, addendum.shop].filter(Boolean).join('　')}</bdi></p><p>${addendum.duties.map((each) => html`<bdi>${dutyInWords(each)}</bdi><br>`)}</p>${addendum.note ? html`<p><bdi>${addendum.note}</bdi></p>` : ''}` : ''))}
<h3>未取得（${record.notCaptured.length}）</h3>
${record.notCaptured.length ? html`<table><tr><th>事项</th><th>原因</th></tr>${record.notCaptured.map(({ what, reason }) => html`<tr><td>${what}</td><td>${reason}</td></tr>`)}</table>` : html`<p class="soft">没有未取得的事项。</p>`}
<h3>文件清单（${record.artefacts.length}）</h3>
${record.artefacts.map((artefact) => artefactEntry(item.id, artefact, record.timeZone, sources.damaged))}
<h3>保管日志</h3>
<table><tr><th>序号</th><th>时间</th><th>事项</th><th>人员</th><th>说明</th></tr>
${sources.lines.map((line) => html`<tr><td>${line.sequence}</td><td>${localTime(line.at, record.timeZone)}</td><td>${wordFor(ACT_WORDS, line.act)}</td><td><bdi>${line.person}</bdi></td><td><bdi>${line.detail}</bdi></td></tr>`)}
</table>`;
}

function facts({ record, digest, signature, confirmations = [] }: EvidenceItem): Html {
  const { page } = record;
  const rows: readonly (readonly [string, string | Html])[] = [
    [sourceLabel(record), html`<bdi class="code">${sourceInWords(record)}</bdi>`],
    ...(page.loadedFrom === undefined
      ? []
      : [['载入自', html`<bdi class="code">${page.loadedFrom}</bdi><br>页面脚本此后改了地址栏`] as const]),
    [isExternal(record) ? '开始登记' : '开始取证', localTime(record.startedAt, record.timeZone)],
    ['封存', `${localTime(record.sealedAt, record.timeZone)}，${record.sealedAt}`],
    ['单位', record.office || '未登记'],
    [
      '取证人员',
      record.officers.map(({ name, licence }) => `${name}（执法证号 ${licence || '未登记'}）`).join('、') || '未登记',
    ],
    [
      '第二人复核',
      confirmations.length
        ? html`${confirmations.map((each) => html`${localTime(each.at, record.timeZone)}，${confirmationWords(each)}<br>`)}`
        : '未复核',
    ],
    ['取证方法', wordFor(METHOD_WORDS, record.method)],
    ...(record.follows
      ? [['复查', html`接 ${record.follows.id}<br><span class="code soft">${record.follows.sha256}</span>`] as const]
      : []),
    [
      isExternal(record) ? '图片' : '页面与窗口',
      isExternal(record)
        ? `${page.document.width} × ${page.document.height} 像素`
        : `页面 ${page.document.width} × ${page.document.height}，窗口 ${page.viewport.width} × ${page.viewport.height}，像素比 ${page.viewport.devicePixelRatio}`,
    ],
    [
      '软件',
      html`${record.software.name} ${record.software.version}<br><span class="code soft">${record.software.userAgent}</span>`,
    ],
    [
      '规则包',
      html`${record.rulePacks.length === 0 ? '未使用（网页没有可供规则扫描的文字）' : ''}${record.rulePacks.map((pack) => html`<span class="code">${pack.id} ${pack.version} ${pack.sha256}</span><br>`)}`,
    ],
    ...(record.weight ? [['页面线索', html`<bdi>${weightInWords(record)}</bdi>`] as const] : []),
    ...(record.party?.length
      ? [['网页所示主体', html`${partyInWords(record).map((line) => html`<bdi>${line}</bdi><br>`)}`] as const]
      : []),
    ['记录 SHA-256', html`<span class="code">${digest.sha256}</span>`],
    ['记录 SM3', html`<span class="code">${digest.sm3}</span>`],
    ['签名公钥指纹', html`<span class="code">${signature?.keyFingerprint ?? '未签名'}</span>`],
  ];
  return html`<table class="facts">${rows.map(([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>`)}</table>`;
}

function pictures(item: EvidenceItem, damaged: ReadonlySet<string>): Html {
  const order = [
    'annotated',
    'view-marked',
    'view-before',
    'view-after',
    'stitched',
    'tile',
    'pdf-page',
    'external-picture',
  ] as const;
  const shown = item.record.artefacts
    .filter(({ role, mediaType }) => (order as readonly string[]).includes(role) && mediaType.startsWith('image/'))
    .filter(({ name }) => !damaged.has(name))
    .sort((a, b) => order.indexOf(a.role as never) - order.indexOf(b.role as never));
  if (!shown.length) return html`<p class="soft">没有画面。</p>`;
  return html`<div class="pictures">${shown.map((artefact) => {
    const path = relativePath(item.id, artefact.name);
    return html`<figure><a href="${path}"><img src="${path}" alt="${wordFor(ROLE_WORDS, artefact.role)}" loading="lazy"></a><figcaption>${wordFor(ROLE_WORDS, artefact.role)}<br><span class="code">${artefact.name}</span></figcaption></figure>`;
  })}</div>`;
}

function findingEntry(finding: Finding, item: EvidenceItem, { ruleset }: ItemSources): Html {
  const explanation = explainSealed(item.record, finding, ruleset);
  const { rule, legalBasis } = explanation;
  const marks = [
    wordFor(LEVEL_WORDS, finding.level),
    wordFor(DISPOSITION_WORDS, finding.disposition) + (finding.reason ? `：${finding.reason}` : ''),
    wordFor(CHANNEL_WORDS, finding.channel),
    ...(finding.hidden ? ['取证时不可见'] : []),
    ...(finding.gone ? ['曾显示后消失'] : []),
    ...(item.dismissed.includes(finding.id) ? ['已由执法人员标为误报'] : []),
  ];
  return html`<div class="finding${finding.disposition === 'claim' ? '' : ' aside'}">
<p><bdi>${finding.prefix}<mark>${finding.matchedText}</mark>${finding.suffix}</bdi></p>
<p>规则：${finding.ruleName}（${wordFor(CATEGORY_WORDS, finding.category)}）　<span class="soft">${marks.join('　')}</span></p>
${rule ? html`<p>疑点：${rule.message}</p>` : ''}
${legalBasis.length ? html`<p>依据（取证当日施行的版本）：</p>${legalBasis.map(({ law, article, version, text }) => html`<p>${law}${article}（${version}）${text ? html`<br><span class="soft">${text}</span>` : ''}</p>`)}` : ''}
${rule ? html`<p>已知例外：${rule.exceptions}</p><p>下一步：${rule.advice}</p>` : ''}
<p class="soft">${originInWords(explanation)}</p>
</div>`;
}

/** Where the explanation comes from, or why there is none. */
function originInWords({ rule, origin }: ShownExplanation): string {
  if (rule)
    return origin === 'record'
      ? '以上说明随记录封存。'
      : '记录由未保存规则说明的版本封存，以上为制作本包时规则的说明。';
  return origin === 'record' ? '封存时已无此规则的说明。' : '记录未保存规则说明，此规则已不在现行规则包中。';
}

function artefactEntry(itemId: string, artefact: Artefact, timeZone: string, damaged: readonly DamagedPart[]): Html {
  const damage = damaged.find(({ name }) => name === artefact.name);
  const state = damage
    ? html`<p class="missing">制作本包时不一致：${damage.sha256 ? html`现存字节的 SHA-256 <span class="code">${damage.sha256}</span>` : '文件已丢失'}。下面是封存时的校验值。</p>`
    : '';
  const derived = artefact.derivedFrom?.length ? `；由 ${artefact.derivedFrom.join('、')} 派生` : '';
  return html`<div class="finding"><p><a class="code" href="${relativePath(itemId, artefact.name)}">${artefact.name}</a>　${wordFor(ROLE_WORDS, artefact.role)}，${bytesInWords(artefact.size)}，${localTime(artefact.capturedAt, timeZone)}</p>
${state}<p class="soft">制作方法：${artefact.method}${derived}</p>
<p class="code">SHA-256 ${artefact.sha256}<br>SM3 ${artefact.sm3}</p></div>`;
}

/** Address of an artefact from `data/report.html`. */
const relativePath = (itemId: string, name: string) => `${itemId}/${name}`.split('/').map(encodeURIComponent).join('/');
