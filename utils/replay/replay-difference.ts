/** The page as the capture saw it, or as a later load of the same address brought it. */
export interface LoadedPage {
  url: string;
  /** Its words, as a reader sees them. */
  text: string;
}

const withoutFragment = (address: string) => address.replace(/#.*$/, '');
const bare = (words: string) => words.replace(/\s+/g, '');
const linesOf = (text: string) => new Set(text.split('\n').map(bare).filter(Boolean));

/** More of the seen lines than this share are missing: it is another page, not the same one with other figures. */
const MOST_LOST = 0.5;

/**
 * In what a later load differs from the page that was seen, as one Chinese sentence; null where it shows the same. A log-in that
 * holds in the officer's own tab alone, or a page that is another each time, shows here.
 * @param claims wordings that the capture found on the page
 * @param status of the later load's document; 0 where it has none
 */
export function replayDifference(
  seen: LoadedPage,
  later: LoadedPage,
  claims: readonly string[],
  status: number,
): string | null {
  const seenLines = [...linesOf(seen.text)];
  const laterLines = linesOf(later.text);
  const laterText = bare(later.text);
  const lost = seenLines.filter((line) => !laterLines.has(line)).length;
  const lostClaims = claims.filter((words) => !laterText.includes(bare(words))).length;
  const said = [
    withoutFragment(later.url) === withoutFragment(seen.url) ? '' : `转到 ${later.url.slice(0, 300)}`,
    status >= 400 ? `服务器答复 ${status}` : '',
    lostClaims > 0 ? `记录中的 ${claims.length} 处疑似表述有 ${lostClaims} 处不在其中` : '',
    lost > seenLines.length * MOST_LOST ? `所见文字 ${seenLines.length} 行有 ${lost} 行不在其中` : '',
  ].filter(Boolean);
  if (said.length === 0) return null;
  return `重新载入所得与所见不同：${said.join('，')}。可能因为登录只在原标签页有效，或网页每次内容不同；以本记录的截图和网页文件为准`;
}
