/** Label and value pairs of bag-info.txt; a label may repeat (RFC 8493 §2.2.2). */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** `Label: value`, one a line; line breaks inside a value become spaces, so that no value can forge a label. */
export function formatBagInfo(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
}

/** Pairs of a bag-info.txt; a line that begins with white space continues the value before it. */
export function parseBagInfo(text: string): { info: BagInfo; fault?: string } {
  const info: [string, string][] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const last = info.at(-1);
    const [, label, value] = /^([^\s:][^:]*?)\s*:\s*(.*)$/.exec(line) ?? [];
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`;
    else if (label !== undefined && value !== undefined) info.push([label, value]);
    else return { info, fault: line };
  }
  return { info };
}

/** First value of a label; labels do not distinguish case. */
export function bagValue(info: BagInfo, label: string): string | undefined {
  return info.find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1];
}
