import { CATEGORY_WORDS } from '../bundle/report-words.ts';
import type { Case, CaseSource } from '../evidence/case.ts';
import { CHECK_WORKING_DAYS, caseDeadline, type Deadline, EXTENSION_WORKING_DAYS } from '../evidence/deadline.ts';
import { artefactList, digestAnnex, itemList } from './artefact-list.ts';
import { confirmers } from './confirmers.ts';
import { certificateList, findingList, putAside } from './finding-list.ts';
import { officerWords, type PaperOptions } from './office.ts';
import { BLANK, type Block, orBlank, type Paper } from './paper.ts';
import { extractorsOf, officesOf, type PaperItem } from './paper-item.ts';
import { PAPER_TITLES } from './paper-kinds.ts';
import { routesOf } from './route.ts';
import { ruleNotes } from './rule-notes.ts';

export const SOURCE_WORDS: Record<CaseSource, string> = {
  patrol: '网上巡查',
  platform: '五级贯通系统',
  'ad-monitoring': '广告监测',
  complaint: '投诉举报',
  'transferred-in': '其他部门移送',
  assigned: '上级交办',
};

/** Which office a lead goes to, as the rule of procedure divides it; the officer decides which case it is. */
const ROUTING =
  '管辖提示（《市场监督管理行政处罚程序规定》第十条、第十一条）：平台经营者和自建网站经营者，由其住所地管辖；平台内经营者，由其实际经营地管辖，平台住所地先行发现的也可以管辖；互联网广告，由广告发布者所在地管辖，广告主自行发布的由广告主所在地管辖。';

/** The last day for checking the lead, and what it rests on. */
export function deadlineWords({ date, certain, extended }: Deadline): string {
  const days = extended
    ? `${CHECK_WORKING_DAYS + EXTENSION_WORKING_DAYS} 个工作日，已经批准延长`
    : `${CHECK_WORKING_DAYS} 个工作日，经批准可以延长十五个工作日`;
  return `${date}（${days}）${certain ? '' : '（所涉年份的节假日安排待国务院公布，现仅除去周末）'}`;
}

/** Who takes the lead by the office's own table; nothing where the table says nothing of it. */
function routeTable(items: readonly PaperItem[], about: Case, { routes = [] }: PaperOptions): Block[] {
  const taken = routesOf(routes, items, about);
  if (taken.length === 0) return [];
  const rows = taken.map(({ category, route }) => [
    category === '' ? '证书、报告' : CATEGORY_WORDS[category],
    route.section.trim() || '未定',
    route.brigade.trim() || '未定',
  ]);
  return [
    { kind: 'text', text: '线索分派：' },
    { kind: 'list', head: ['问题类别', '承办股室', '承办大队'], widths: [40, 30, 30], rows },
  ];
}

/** 案件线索移送函: the lead, the party, what was found and under which rule, the evidence by number and digest. */
export function transferLetter(items: readonly PaperItem[], about: Case, options: PaperOptions): Paper {
  return {
    title: options.title || PAPER_TITLES['transfer-letter'],
    // The case keeps the number under which the letter went out.
    number: orBlank(about.transfer?.letterNumber || options.number),
    blocks: [
      { kind: 'text', text: about.transfer?.to ? `${about.transfer.to}：` : BLANK, ask: '接收单位' },
      { kind: 'text', text: '下列线索涉嫌违反市场监督管理法律法规，现连同初步证据移送，请依法核查处理。' },
      {
        kind: 'facts',
        rows: [
          ['线索编号', orBlank(about.number)],
          ['线索来源', SOURCE_WORDS[about.source]],
          ['发现（收到）日期', about.foundOn],
          ['核查截止日', deadlineWords(caseDeadline(about, options.calendar))],
          ['登记人', about.registrar.name ? officerWords(about.registrar) : BLANK],
          ['平台名称', orBlank(about.platform)],
          ['店铺或账号', orBlank(about.shop)],
          ['网站备案号', orBlank(about.party.icpNumber)],
          ['当事人', orBlank(about.party.name)],
          ['统一社会信用代码', orBlank(about.party.creditCode)],
          ['住所地', orBlank(about.party.registeredAddress)],
          ['实际经营地', orBlank(about.party.businessAddress)],
          ['联系方式', orBlank(about.party.contact)],
          ['广告主、经营者、发布者', BLANK],
          ['疑似情形摘要', orBlank(about.summary)],
        ],
      },
      ...routeTable(items, about, options),
      { kind: 'text', text: options.routing?.trim() || ROUTING },
      { kind: 'heading', text: '一、疑似表述' },
      findingList(items, about),
      ...ruleNotes(items),
      { kind: 'heading', text: '二、证书与报告' },
      certificateList(items),
      ...putAside(items),
      { kind: 'heading', text: '三、初步证据' },
      itemList(items),
      { kind: 'heading', text: '四、文件清单' },
      artefactList(items),
      { kind: 'text', text: '以上疑似表述由软件按规则标出，供核查参考；是否违法由接收单位依法认定。' },
      {
        kind: 'facts',
        rows: [
          ['移送单位', orBlank(options.office.name)],
          ['取证单位', officesOf(items)],
          ['取证人员', extractorsOf(items)],
          ['复核人员', confirmers(items)],
          ['移送日期', orBlank(about.transfer?.on)],
          ['接收单位签收', orBlank(about.transfer?.receivedBy)],
          ['办理结果反馈', orBlank(about.outcome)],
        ],
      },
      { kind: 'signatures', lines: ['移送人（签名）', '接收人（签名）'] },
      ...digestAnnex(items),
    ],
  };
}
