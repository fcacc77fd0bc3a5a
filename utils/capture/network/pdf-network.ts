import { hostOf } from '../../base/host-of.ts';
import type { PdfFetch } from '../../pdf/fetch-pdf.ts';
import type { ShownPdf } from '../../reports/shown-pdf.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { canLookUpNames, lookUpName } from './name-lookup.ts';
import { keptHeaders, type LoadFacts, readLoadFacts } from './network-facts.ts';
import { tlsOfLoad } from './tls-by-load.ts';
import { stageTls, TLS_CHAIN } from './tls-facts.ts';

const TAB_BYTES = '标签页载入 PDF 时的字节';

/** Headers by which two answers can be told to be of one file. */
const TELLING = ['etag', 'last-modified', 'content-length'];

const withoutFragment = (address: string) => address.replace(/#.*$/, '');

interface Compared {
  same: readonly string[];
  different: readonly string[];
}

/** Which telling headers two answers have in common, and in which they differ; one that only one of them has says nothing. */
export function compareAnswers(
  one: readonly { name: string; value: string }[],
  other: readonly { name: string; value: string }[],
): Compared {
  const valueIn = (headers: typeof one, wanted: string) =>
    headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const pairs = TELLING.map((name) => ({ name, first: valueIn(one, name), second: valueIn(other, name) })).filter(
    ({ first, second }) => first !== undefined && second !== undefined,
  );
  return {
    same: pairs.filter(({ first, second }) => first === second).map(({ name }) => name),
    different: pairs.filter(({ first, second }) => first !== second).map(({ name }) => name),
  };
}

/** The tab's own load of the same address, before the viewer took its place; undefined when it was not seen. */
async function tabLoad(tabId: number, { url, finalUrl }: PdfFetch): Promise<LoadFacts | undefined> {
  const load = await readLoadFacts(tabId);
  const wanted = [url, finalUrl].map(withoutFragment);
  return load && wanted.includes(withoutFragment(load.url)) ? load : undefined;
}

function reasonFor(load: LoadFacts | undefined, { same, different }: Compared): string {
  const begun = '浏览器不向扩展提供标签页中的文件；原始文件为另行取得';
  if (!load?.responseHeaders) return `${begun}，没有标签页载入时的响应头可以比对`;
  if (different.length > 0) return `${begun}，且与标签页载入时的响应头 ${different.join('、')} 不同，可能不是同一文件`;
  if (same.length > 0) return `${begun}，响应头 ${same.join('、')} 与标签页载入时相同`;
  return `${begun}，响应头中没有可以比对的项目`;
}

/** How a PDF came here: the tab's own load where it was seen, and the request that fetched its bytes anew, each named as what it is. */
export async function stagePdfNetwork(run: CaptureRun, { page, fetch }: ShownPdf): Promise<void> {
  if (!fetch) {
    await run.stageJson(
      { name: 'network.json', role: 'network', method: '文件由执法人员选取，扩展没有从网络取得' },
      { address: page.url, load: null, fetched: null, nameLookup: null },
    );
    return run.missed('文件来源的网络信息', '文件由执法人员选取，扩展没有从网络取得');
  }
  const load = await tabLoad(run.tabId, fetch);
  const compared = compareAnswers(load?.responseHeaders ?? [], fetch.headers);
  const name = await lookUpName(hostOf(fetch.finalUrl));
  await run.stageJson(
    {
      name: 'network.json',
      role: 'network',
      method: '浏览器报告的标签页载入（load），和扩展另行取得原始文件的请求与响应（fetched）',
    },
    {
      address: page.url,
      load: load ?? null,
      fetched: { ...fetch, headers: keptHeaders(fetch.headers) },
      compared,
      nameLookup: name,
    },
  );
  await run.missed(TAB_BYTES, reasonFor(load, compared));
  if (!fetch.ip && !load?.ip) await run.missed('服务器 IP 地址', '浏览器没有报告，可能经过代理');
  if (!name && !canLookUpNames())
    await run.missed(
      '域名解析结果',
      '此浏览器（Chromium 内核）没有供扩展使用的域名解析接口；服务器 IP 地址以浏览器报告的为准',
    );
  if (!page.url.startsWith('https:')) return;
  const look = load && (await tlsOfLoad(run.tabId, load));
  if (look) await stageTls(run, look);
  else await run.missed(TLS_CHAIN, '浏览器只向调试接口提供，取得 PDF 时没有使用调试接口');
}
