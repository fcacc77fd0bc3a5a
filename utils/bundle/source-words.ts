import type { PictureManner, StatedOrigin } from '../evidence/external-picture.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { wordFor } from './report-words.ts';

export const MANNER_WORDS: Readonly<Record<PictureManner, string>> = {
  screenshot: '执法人员手机截图',
  photograph: '执法人员拍摄',
  provided: '他人提供',
};

/** What an officer stated of a picture from elsewhere, in one sentence. */
export function originInWords({ manner, where, when, from, note }: StatedOrigin): string {
  const parts = [
    wordFor(MANNER_WORDS, manner),
    `来自 ${where}`,
    `时间 ${when.replace('T', ' ')}`,
    ...(from ? [`由 ${from} 提供`] : []),
    ...(note ? [note] : []),
  ];
  return `外来图片，非由网页取得；据执法人员陈述：${parts.join('，')}`;
}

/** What stands in reports and papers where the address of a page stands: the address, or where a picture is stated to come from. */
export const sourceInWords = ({ page, external }: Pick<EvidenceRecord, 'page' | 'external'>): string =>
  external ? originInWords(external) : page.url;

/** The label of {@link sourceInWords}. */
export const sourceLabel = ({ external }: Pick<EvidenceRecord, 'external'>): string => (external ? '来源' : '网址');
