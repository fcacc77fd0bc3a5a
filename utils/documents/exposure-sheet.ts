import { fieldsOfValue } from '../../rules/papers/certificate-terms.ts';
import type { Case } from '../evidence/case.ts';
import { facts, heading, text } from './case-paper-parts.ts';
import { BLANK, type Block, orBlank, type Paper } from './paper.ts';
import type { PaperItem } from './paper-item.ts';
import { COVER, redactText, tellingParts } from './redact-text.ts';

export const EXPOSURE_TITLE = '典型案例公示';

/** A picture whose covered places hold no pixel of the original any more. */
export interface CoveredPicture {
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** Fields of certificates that name somebody, or a paper of somebody. */
const CERTIFICATE_NAMES: readonly string[] = fieldsOfValue('name', 'number', 'code');

/** What no sheet for publication may say: whom the case is about, by every name that case and pages give, and what its papers are numbered. */
export function secretsOf(about: Case, items: readonly Pick<PaperItem, 'record'>[]): string[] {
  const { party, shop, number } = about;
  const read = [...(about.readings ?? []), ...items.map(({ record }) => ({ facts: record.party ?? [] }))];
  const shown = items.flatMap(({ record }) =>
    record.certificates.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([field, value]) =>
        CERTIFICATE_NAMES.includes(field) && value ? [value.value] : [],
      ),
    ),
  );
  const names = [
    party.name,
    shop,
    ...shown,
    ...read.flatMap((page) => page.facts.flatMap(({ fact, value }) => (fact === 'licence' ? [] : [value]))),
  ];
  const others = [
    party.creditCode,
    party.contact,
    party.icpNumber,
    party.registeredAddress,
    party.businessAddress,
    number,
  ];
  return [...new Set([...names.flatMap(tellingParts), ...others.map((one) => one.replace(/\s+/g, ''))])]
    .filter((secret) => secret.length >= 2)
    .sort((a, b) => b.length - a.length);
}

/** The claims of the items as the pages word them, each once, names and numbers covered. */
function claims(items: readonly PaperItem[], secrets: readonly string[]): string[] {
  const words = items.flatMap(({ record, dismissed }) =>
    record.findings
      .filter(({ disposition, id }) => disposition === 'claim' && !dismissed.includes(id))
      .map(({ matchedText, ruleName }) => `“${redactText(matchedText, secrets)}”（${ruleName}）`),
  );
  return [...new Set(words)];
}

/** A case for publication: what was advertised and what came of it, without anything that tells who it was. */
export function exposureSheet(
  about: Case,
  items: readonly PaperItem[],
  { office, pictures }: { office: string; pictures: readonly CoveredPicture[] },
): Paper {
  const secrets = secretsOf(about, items);
  const hidden = (words: string) => redactText(words, secrets);
  const said = claims(items, secrets);
  const blocks: Block[] = [
    facts([
      ['案例名称', BLANK],
      ['发布单位', orBlank(office)],
      ['当事人', COVER],
      ['所在平台（可公开的名称）', BLANK],
      ['发现时间', `${about.foundOn.slice(0, 4)} 年 ${Number(about.foundOn.slice(5, 7))} 月`],
      ['基本情况', orBlank(hidden(about.summary))],
      ['处理结果', orBlank(hidden(about.outcome))],
      ['风险提示', BLANK],
    ]),
    heading('疑似违法表述'),
    text(said.join('\n') || '案内没有仍成立的疑似表述。'),
    ...(pictures.length > 0 ? [heading('网页画面')] : []),
    ...pictures.map(
      (picture, index): Block => ({ kind: 'picture', ...picture, caption: `图 ${index + 1}　已遮盖名称和号码` }),
    ),
  ];
  return { title: EXPOSURE_TITLE, number: BLANK, blocks };
}
