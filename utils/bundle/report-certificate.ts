import { CERTIFICATE_FIELDS, type CertificateField, FIELD_WORDS } from '../../rules/papers/certificate-terms.ts';
import { isAnswered } from '../certificate/answered-doubts.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { sourceOfFurther } from '../certificate/further-states.ts';
import {
  type AddendumPicture,
  type LookUpAddendum,
  type NamedAddendum,
  outcomeInWords,
  type StrikeOffAddendum,
} from '../evidence/addendum.ts';
import { standingCertificate } from '../evidence/standing.ts';
import { listWords } from '../lists/check-certificate.ts';
import type { RegisterCheck } from '../lists/register.ts';
import { type Html, html } from './html.ts';
import * as layout from './layout.ts';
import { FURTHER_WORDS, KIND_WORDS, localTime, MISSING_WORDS, PROBLEM_WORDS, wordFor } from './report-words.ts';

/** Where a certificate was read; records of earlier versions know the first two. */
const SOURCE_WORDS: Readonly<Record<Certificate['source'], string>> = {
  text: '读自文字',
  image: '读自图片',
  pdf: '读自 PDF',
};

/** What the entry of a certificate needs besides it. */
export interface CertificateSources {
  itemId: string;
  timeZone: string;
  /** Of this certificate, oldest first. */
  addenda: readonly NamedAddendum[];
  /** Names of the item's parts that did not hold when the bundle was made. */
  damaged: ReadonlySet<string>;
}

/** One certificate: as read, with what persons corrected beside it, what does not fit, and what was found at the portals. */
export function certificateEntry(certificate: Certificate, sources: CertificateSources): Html {
  const standing = standingCertificate(
    certificate,
    sources.addenda.filter(({ apart }) => !apart).map(({ addendum }) => addendum),
  );
  const missing = new Set<CertificateField>(certificate.missing);
  const corrected = new Set(Object.keys(certificate.corrections ?? {}));
  for (const { addendum } of sources.addenda) if (addendum.kind === 'correction') corrected.add(addendum.field);
  const fields = CERTIFICATE_FIELDS.filter(
    (field) => certificate.fields[field] || missing.has(field) || corrected.has(field),
  );
  const reasons: Partial<Record<CertificateField, string>> = certificate.missingReasons ?? {};
  const reason = (field: CertificateField) => wordFor(MISSING_WORDS, reasons[field] ?? 'absent');
  const read = (field: CertificateField) =>
    certificate.fields[field] || !missing.has(field)
      ? html`<bdi>${certificate.fields[field]?.value ?? '（未读到）'}</bdi>`
      : html`<span class="missing">缺失${reason(field)}</span>`;
  return html`<div class="finding"><p><strong>${wordFor(KIND_WORDS, certificate.kind)}</strong>　<span class="soft">${SOURCE_WORDS[certificate.source]}</span>${standing.struckOff ? html`　<strong>由执法人员认定为误读，已剔除，不计入</strong>` : ''}</p>
<table class="facts">
${fields.map((field) => html`<tr><th>${FIELD_WORDS[field]}</th><td>${read(field)}${corrections(certificate, field, sources)}</td></tr>`)}
${certificate.problems.map((problem) => html`<tr><th>${isAnswered(problem, standing) ? '存疑（已由人工更正或比对）' : '存疑'}</th><td>${wordFor(PROBLEM_WORDS, problem.code)}：<bdi>${problem.detail}</bdi></td></tr>`)}
${certificate.registerChecks?.filter(({ listed }) => listed).map(registerCheck) ?? ''}
${certificate.codes.map(({ format, text }) => html`<tr><th>${format}</th><td><bdi class="code">${text}</bdi></td></tr>`)}
${further(certificate)}
${sources.addenda.map((named) => (named.addendum.kind === 'strike-off' ? strikeOff(named, named.addendum, sources) : ''))}
${sources.addenda.map((named) => (named.addendum.kind === 'look-up' ? lookUp(named, named.addendum, sources) : ''))}
</table></div>`;
}

function corrections(
  certificate: Certificate,
  field: CertificateField,
  { addenda, timeZone }: CertificateSources,
): Html {
  const before = certificate.corrections?.[field];
  const later = addenda.flatMap((named) =>
    named.addendum.kind === 'correction' && named.addendum.field === field ? [{ named, one: named.addendum }] : [],
  );
  return html`${before === undefined ? '' : html`<br><span class="soft">取证时人工更正为：</span><bdi>${before || '（空）'}</bdi>`}${later.map(({ named, one }) => html`<br><span class="soft">${localTime(one.at, timeZone)} <bdi>${one.person}</bdi> 更正为：</span><bdi>${one.value || '（空）'}</bdi> <span class="soft">${nameOf(named)}</span>`)}`;
}

/** An addendum by its name, the key that signed it, and whether it has a say. */
function nameOf({ stem, keyFingerprint, apart }: NamedAddendum): Html {
  const signed = keyFingerprint
    ? html`，签名公钥 <span class="code">${keyFingerprint.slice(0, 16)}</span>`
    : '，没有自己的签名';
  return html`附页 ${stem}${signed}${apart ? html`，<strong>制作单位没有登记这把公钥，不采用</strong>` : ''}`;
}

/** A body that was found in the office's lists; one that was not is among the doubts, with the lists. */
function registerCheck({ name, names, lists }: RegisterCheck): Html {
  return html`<tr><th>名录核对</th><td>名录中见到<bdi>“${name}”</bdi>${names.includes(name) ? '' : html`，所列名称<bdi>“${names.join('”“')}”</bdi>`}<br>${lists.map((list) => html`<span class="soft"><bdi>${listWords(list)}</bdi>，${list.rows} 行，文件 SHA-256 <span class="code">${list.sha256}</span></span><br>`)}<span class="soft">名录中见到不等于证书真实。</span></td></tr>`;
}

/** What other rules want on the paper. It is named, and never counted with the notice's fields. */
function further({ kind, further = [] }: Certificate): Html | string {
  if (further.length === 0) return '';
  return html`<tr><th>另应载明</th><td>${further.map(({ item, shown }) => html`${wordFor(FURTHER_WORDS, item)}：${shown ? '已读到' : '未读到'}<span class="soft">（${sourceOfFurther(kind, item) ?? ''}）</span><br>`)}<span class="soft">不计入通知要求公示的缺失项。</span></td></tr>`;
}

function strikeOff(
  named: NamedAddendum,
  { struckOff, at, person }: StrikeOffAddendum,
  { timeZone }: CertificateSources,
): Html {
  return html`<tr><th>剔除</th><td>${struckOff ? '认定为误读，剔除' : '撤销剔除'}　<span class="soft">${localTime(at, timeZone)}　<bdi>${person}</bdi>　${nameOf(named)}</span></td></tr>`;
}

function lookUp(named: NamedAddendum, addendum: LookUpAddendum, sources: CertificateSources): Html {
  const { portal, picture } = addendum;
  return html`<tr><th>官方查询</th><td><strong>${outcomeInWords(addendum.outcome)}</strong>　<bdi>${portal.name}</bdi>　<bdi class="code">${portal.url}</bdi><br>查询内容：<bdi class="code">${addendum.copied}</bdi>${addendum.note ? html`<br>说明：<bdi>${addendum.note}</bdi>` : ''}<br><span class="soft">${localTime(addendum.at, sources.timeZone)}　<bdi>${addendum.person}</bdi>　${nameOf(named)}</span>${picture ? portalPicture(named.stem, picture, sources) : ''}</td></tr>`;
}

function portalPicture(stem: string, picture: AddendumPicture, { itemId, damaged }: CertificateSources): Html {
  const name = layout.addendumFiles(stem).picture;
  if (damaged.has(name)) return html`<p class="missing">查询页面的截图已不一致或丢失，不在此显示。</p>`;
  const path = [itemId, ...name.split('/')].map(encodeURIComponent).join('/');
  return html`<figure><a href="${path}"><img src="${path}" alt="查询页面" loading="lazy"></a><figcaption><bdi>${picture.title}</bdi>　<bdi class="code">${picture.url}</bdi><br><span class="code">SHA-256 ${picture.sha256}</span></figcaption></figure>`;
}
