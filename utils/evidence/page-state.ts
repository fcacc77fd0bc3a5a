/** What the page was at one moment of a capture. */
export interface PageState {
  /** The moment, as the report names it: 标示隐去前, 标示隐去后, 取证结束时. */
  moment: string;
  /** UTC, ISO 8601. */
  at: string;
  url: string;
  title: string;
  /** SHA-256 of the text as its reader sees it, all frames; null where no script of ours could read it. */
  textSha256: string | null;
  characters: number;
}

/** What was not the same at two moments, in words for the record. */
export interface StateDifference {
  what: string;
  reason: string;
}

const cut = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** Each difference between two moments of a capture, by name. */
export function differencesBetween(before: PageState, after: PageState): StateDifference[] {
  const between = `“${before.moment}”与“${after.moment}”之间`;
  const found: StateDifference[] = [];
  if (before.url !== after.url)
    found.push({ what: `${between}不变的网页地址`, reason: `地址由 ${cut(before.url)} 变为 ${cut(after.url)}` });
  if (before.title !== after.title)
    found.push({ what: `${between}不变的网页标题`, reason: `标题由“${cut(before.title)}”变为“${cut(after.title)}”` });
  if (before.textSha256 !== after.textSha256)
    found.push({
      what: `${between}不变的网页文字`,
      reason: `网页自行改动了文字（${before.characters} 字变为 ${after.characters} 字），以各步骤的画面为准`,
    });
  return found;
}
