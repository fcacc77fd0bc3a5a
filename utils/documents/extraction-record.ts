import { localTime } from '../bundle/report-words.ts';
import type { Case } from '../evidence/case.ts';
import { artefactList, digestAnnex, itemList } from './artefact-list.ts';
import { confirmers } from './confirmers.ts';
import { environmentRows } from './environment-rows.ts';
import { extractionProcess, notCapturedList } from './extraction-process.ts';
import type { PaperOptions } from './office.ts';
import { BLANK, orBlank, type Paper } from './paper.ts';
import { extractorAt, officesOf, type PaperItem } from './paper-item.ts';
import { PAPER_TITLES } from './paper-kinds.ts';

/**
 * 电子数据提取笔录: what, where, when, how and by whom was extracted online, the system environment, the list of data with
 * their digests, what could not be had, and the signatures. Only facts of the sealed records are filled in.
 */
export function extractionRecord(items: readonly PaperItem[], options: PaperOptions, about?: Case): Paper {
  const records = items.map((item) => item.record);
  const first = records[0];
  if (!first) throw new RangeError('an extraction record needs an item');
  const starts = records.map((record) => record.startedAt).sort();
  const ends = records.map((record) => record.sealedAt).sort();
  return {
    title: options.title || PAPER_TITLES['extraction-record'],
    number: orBlank(options.number),
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['案由', orBlank(about?.name)],
          ['对象', orBlank(about?.party.name)],
          ['统一社会信用代码', orBlank(about?.party.creditCode)],
          ['住所（住址）', orBlank(about?.party.registeredAddress)],
          ['联系方式', orBlank(about?.party.contact)],
          ['提取内容', `网页 ${items.length} 个，见“电子数据清单”`],
          ['开始时间', localTime(starts[0]!, first.timeZone)],
          ['结束时间', localTime(ends.at(-1)!, first.timeZone)],
          ['提取地点', BLANK],
          ['提取单位', officesOf(items)],
          ['提取人员一', extractorAt(items, 0)],
          ['提取人员二', extractorAt(items, 1)],
          ['复核人员', confirmers(items)],
          ['出示执法证件', BLANK],
          ['持有人（提供人）', BLANK],
          ['见证人', BLANK],
        ],
      },
      { kind: 'heading', text: '一、提取的证据' },
      itemList(items),
      { kind: 'heading', text: '二、提取的方法和过程' },
      { kind: 'text', text: '远程访问方式：通过互联网，用浏览器访问下列网络地址。进入步骤：' },
      { kind: 'text', text: BLANK, ask: '进入步骤' },
      ...extractionProcess(items),
      { kind: 'heading', text: '三、提取工具和系统环境' },
      { kind: 'facts', rows: environmentRows(items) },
      { kind: 'heading', text: '四、电子数据清单' },
      artefactList(items),
      { kind: 'heading', text: '五、未能提取的事项及原因' },
      notCapturedList(items),
      { kind: 'heading', text: '六、对电子数据的增加、删除、修改' },
      {
        kind: 'text',
        text: '封存的文件按封存时的校验值保存。清单中注明“派生”的文件由原图制作，原图未改动。其他情况说明：',
      },
      { kind: 'text', text: BLANK, ask: '增加、删除、修改的其他情况' },
      { kind: 'heading', text: '七、当事人意见，不能或者拒绝签名的情况' },
      { kind: 'text', text: BLANK, ask: '当事人意见，不能或者拒绝签名的情况' },
      {
        kind: 'signatures',
        lines: [
          '提取人员（签名）',
          '提取人员（签名）',
          '持有人或提供人（签名、盖章）',
          '见证人（签名）',
          '记录人（签名）',
        ],
      },
      ...digestAnnex(items),
    ],
  };
}
