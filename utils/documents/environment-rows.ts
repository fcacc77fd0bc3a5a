import { stampInWords } from '../evidence/stamp-standing.ts';
import type { Words } from './paper.ts';
import { type PaperItem, perItem, type SealedEnvironment } from './paper-item.ts';

/** On what the items were captured, from their sealed statements; what none of them states is asked of a person. */
export function environmentRows(items: readonly PaperItem[]): [string, Words][] {
  const of = (words: (environment: SealedEnvironment) => string) =>
    perItem(items, ({ environment }) => (environment ? words(environment) : ''));
  return [
    ['提取软件', perItem(items, ({ record: { software } }) => `${software.name} ${software.version}`)],
    ['浏览器和操作系统', perItem(items, ({ record }) => record.software.userAgent)],
    ['时区', perItem(items, ({ record }) => record.timeZone)],
    ['窗口', perItem(items, ({ record: { page } }) => windowInWords(page.viewport))],
    ['时间校准', of(clockInWords)],
    ['时间戳', perItem(items, ({ stamp }) => stampInWords(stamp ?? { kind: 'none' }))],
    ['网络环境检查', of(networkInWords)],
    ['设备清洁性检查', of(extensionsInWords)],
  ];
}

const windowInWords = ({ width, height, devicePixelRatio }: PaperItem['record']['page']['viewport']) =>
  `${width} × ${height}，像素比 ${devicePixelRatio}`;

const signed = (seconds: number) => `${seconds > 0 ? '+' : ''}${seconds}`;

/** The machine's clock beside those of the page's servers, as the capture measured it. */
function clockInWords({ clock }: SealedEnvironment): string {
  if (!clock) return '';
  const { servers } = clock;
  if (!servers) return '取证时没有得到服务器时间，本机时钟未比对';
  const spread =
    servers.leastOffsetSeconds === servers.mostOffsetSeconds
      ? ''
      : `（${signed(servers.leastOffsetSeconds)} 至 ${signed(servers.mostOffsetSeconds)} 秒）`;
  return `与网页 ${servers.servers} 台服务器的 ${servers.answers} 次应答时间比对，服务器时间减本机时间为 ${signed(servers.serverOffsetSeconds)} 秒${spread}`;
}

function networkInWords({ online, incognito }: SealedEnvironment): string {
  if (online === undefined) return '';
  return `取证时浏览器${online ? '联网' : '报告未联网'}${incognito ? '，使用无痕窗口' : ''}`;
}

/** What can be said of cleanliness: the other extensions, where the office allowed to ask. The rest a person has to check. */
function extensionsInWords({ otherExtensions }: SealedEnvironment): string {
  if (otherExtensions === undefined || otherExtensions === null) return '';
  if (otherExtensions.length === 0) return '浏览器中没有其他可以改动网页的扩展';
  return `浏览器中另有可以改动网页的扩展：${otherExtensions.map(({ name, version }) => `${name} ${version}`).join('、')}`;
}
