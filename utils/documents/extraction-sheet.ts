import { localTime } from '../bundle/report-words.ts';
import type { Case } from '../evidence/case.ts';
import { stampInWords } from '../evidence/stamp-standing.ts';
import { artefactList, digestAnnex, itemList } from './artefact-list.ts';
import { confirmers } from './confirmers.ts';
import type { PaperOptions } from './office.ts';
import { BLANK, type Block, orBlank, type Paper } from './paper.ts';
import { extractorsOf, type PaperItem, perItem } from './paper-item.ts';
import { PAPER_TITLES } from './paper-kinds.ts';

/** 证据提取单: the files that were extracted, with how, when and by whom the copies were made (制作方法、制作时间、制作人). */
export function extractionSheet(items: readonly PaperItem[], options: PaperOptions, about?: Case): Paper {
  const methods = new Set(items.flatMap(({ record }) => record.artefacts.map((artefact) => artefact.method)));
  return {
    title: options.title || PAPER_TITLES['extraction-sheet'],
    number: orBlank(options.number),
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['案由', orBlank(about?.name)],
          ['当事人', orBlank(about?.party.name)],
          ['证据名称', '网页电子数据'],
          ['件数', String(items.length)],
          ['制作方法', [...methods].join('；\n') || BLANK],
          [
            '制作时间',
            items.map(({ record }) => `${record.id}：${localTime(record.sealedAt, record.timeZone)}`).join('\n'),
          ],
          ['制作人', extractorsOf(items)],
          ['时间戳', perItem(items, ({ stamp }) => stampInWords(stamp ?? { kind: 'none' }))],
          ['复核人员', confirmers(items)],
          ['原始载体存放处', BLANK],
        ],
      },
      { kind: 'heading', text: '证据' },
      itemList(items),
      ...pictures(items),
      { kind: 'heading', text: '文件清单' },
      artefactList(items),
      { kind: 'text', text: '经核对，以上内容与原件（原物）相符。' },
      { kind: 'signatures', lines: ['提供人（签名、盖章）', '执法人员（签名）', '执法人员（签名）'] },
      ...digestAnnex(items),
    ],
  };
}

/** What the page showed, with the findings drawn in: a derived picture, cited by the file that it was cut from. */
const pictures = (items: readonly PaperItem[]): Block[] =>
  items.flatMap(({ id, picture }) =>
    picture
      ? [
          {
            kind: 'picture' as const,
            ...picture,
            caption: `${id} 标注画面（节选自派生文件 ${picture.name}，其校验值见附表）`,
          },
        ]
      : [],
  );
