import { localTime } from '../bundle/report-words.ts';
import { sourceInWords } from '../bundle/source-words.ts';
import type { Case } from '../evidence/case.ts';
import { caseDeadline } from '../evidence/deadline.ts';
import { artefactList, digestAnnex, itemList } from './artefact-list.ts';
import { confirmers } from './confirmers.ts';
import { extractionProcess, notCapturedList } from './extraction-process.ts';
import { certificateList, findingList, putAside } from './finding-list.ts';
import { officerWords } from './office.ts';
import { type Block, orBlank, type Paper, type Words } from './paper.ts';
import { extractorsOf, officesOf, type PaperItem, perItem } from './paper-item.ts';
import type { PaperRequest } from './paper-request.ts';
import { ruleNotes } from './rule-notes.ts';
import { deadlineWords, SOURCE_WORDS } from './transfer-letter.ts';

/** What stands in place of a placeholder: words, or whole parts of a paper. */
export type TemplateValue = Words | readonly Block[];

/** The value of every placeholder of `TEMPLATE_FIELDS`; a blank where nothing is known. */
export function templateValues(
  paper: Pick<Paper, 'title' | 'number'>,
  request: PaperRequest,
): Map<string, TemplateValue> {
  const { items, about, today } = request;
  const values: Record<string, TemplateValue> = {
    标题: paper.title,
    文号: paper.number,
    制作日期: today,
    单位名称: officesOf(items),
    取证人员一: perItem(items, ({ record }) => record.officers[0]?.name ?? ''),
    执法证号一: perItem(items, ({ record }) => record.officers[0]?.licence ?? ''),
    取证人员二: perItem(items, ({ record }) => record.officers[1]?.name ?? ''),
    执法证号二: perItem(items, ({ record }) => record.officers[1]?.licence ?? ''),
    取证人员: extractorsOf(items),
    复核人员: confirmers(items),
    ...caseValues(about, request),
    ...itemValues(items),
    证据清单: [itemList(items)],
    电子数据清单: [artefactList(items), ...digestAnnex(items)],
    提取过程: extractionProcess(items),
    未取得事项: [notCapturedList(items)],
    疑似表述: [findingList(items, about), ...ruleNotes(items)],
    证书与报告: [certificateList(items), ...putAside(items)],
  };
  return new Map(Object.entries(values));
}

function caseValues(about: Case | undefined, { calendar }: PaperRequest): Record<string, Words> {
  return {
    案由: orBlank(about?.name),
    线索编号: orBlank(about?.number),
    线索来源: orBlank(about && SOURCE_WORDS[about.source]),
    发现日期: orBlank(about?.foundOn),
    核查截止日: orBlank(about && deadlineWords(caseDeadline(about, calendar))),
    登记人: orBlank(about?.registrar.name && officerWords(about.registrar)),
    当事人: orBlank(about?.party.name),
    统一社会信用代码: orBlank(about?.party.creditCode),
    住所地: orBlank(about?.party.registeredAddress),
    实际经营地: orBlank(about?.party.businessAddress),
    联系方式: orBlank(about?.party.contact),
    网站备案号: orBlank(about?.party.icpNumber),
    平台名称: orBlank(about?.platform),
    店铺名称: orBlank(about?.shop),
    疑似情形摘要: orBlank(about?.summary),
    接收单位: orBlank(about?.transfer?.to),
    移送日期: orBlank(about?.transfer?.on),
    签收人: orBlank(about?.transfer?.receivedBy),
    办理结果: orBlank(about?.outcome),
  };
}

function itemValues(items: readonly PaperItem[]): Record<string, Words> {
  const records = items.map(({ record }) => record);
  const zone = records[0]?.timeZone ?? 'Asia/Shanghai';
  const starts = records.map(({ startedAt }) => startedAt).sort();
  const ends = records.map(({ sealedAt }) => sealedAt).sort();
  const distinct = (values: readonly string[]) => orBlank([...new Set(values)].join('；'));
  return {
    证据编号: orBlank(items.map(({ id }) => id).join('、')),
    证据件数: String(items.length),
    文件个数: String(records.reduce((sum, { artefacts }) => sum + artefacts.length, 0)),
    页面标题: orBlank(records.map(({ page }) => page.title || '（无标题）').join('\n')),
    网址: orBlank(records.map(sourceInWords).join('\n')),
    开始时间: orBlank(starts[0] && localTime(starts[0], zone)),
    结束时间: orBlank(ends.length ? localTime(ends.at(-1)!, zone) : ''),
    提取软件: distinct(records.map(({ software }) => `${software.name} ${software.version}`)),
    浏览器和操作系统: distinct(records.map(({ software }) => software.userAgent)),
    时区: distinct(records.map(({ timeZone }) => timeZone)),
    记录校验值: orBlank(items.map(({ id, digest }) => `${id} ${digest.sha256}`).join('\n')),
  };
}
