import { hostOf } from '../../base/host-of.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { canLookUpNames, lookUpName } from '../network/name-lookup.ts';
import { type LoadFacts, readLoadFacts } from '../network/network-facts.ts';
import { shownPdf } from '../network/pdf-in-tab.ts';
import { stagePdfNetwork } from '../network/pdf-network.ts';
import { readServerHtml } from '../network/server-html.ts';
import { seesLoads, tlsOfLoad } from '../network/tls-by-load.ts';
import { stageTls, TLS_CHAIN } from '../network/tls-facts.ts';
import { captureView } from '../tiles/visible-tab.ts';
import { readEnvironment } from './environment.ts';
import { noteState } from './page-states.ts';
import { readPageFacts } from './read-page-facts.ts';
import { replayStep } from './replay-step.ts';

const SERVER_HTML = '服务器发来的 HTML（脚本运行之前）';

const withoutFragment = (address: string) => address.replace(/#.*$/, '');

/** The recorded load, when it is the one of this document and not of one before it. */
function loadOf(facts: PageFacts, load: LoadFacts | undefined): LoadFacts | undefined {
  if (!load) return undefined;
  const begins = Date.parse(load.startedAt);
  // The document's own clock starts with the navigation, the request a little later.
  const isThisLoad =
    Math.abs(begins - facts.timeOrigin) < 60_000 || withoutFragment(load.url) === withoutFragment(facts.url);
  return isThisLoad ? load : undefined;
}

export async function stageNetwork(run: CaptureRun, facts: PageFacts): Promise<void> {
  const load = loadOf(facts, await readLoadFacts(run.tabId));
  const isWeb = /^https?:/.test(facts.url);
  const name = isWeb ? await lookUpName(hostOf(facts.url)) : null;
  await run.stageJson(
    { name: 'network.json', role: 'network', method: '浏览器在载入本网页时报告的请求与响应' },
    { address: facts.url, load: load ?? null, nameLookup: name },
  );
  if (!load && isWeb) await run.missed('本次载入的响应头和服务器地址', '网页在扩展开始记录之前已经打开');
  if (load && !load.ip && isWeb)
    await run.missed('服务器 IP 地址', load.fromCache ? '网页来自浏览器缓存' : '浏览器没有报告，可能经过代理');
  if (isWeb && !name)
    await run.missed(
      '域名解析结果',
      canLookUpNames()
        ? '取证时解析没有得到结果；服务器 IP 地址以载入时浏览器报告的为准'
        : '此浏览器（Chromium 内核）没有供扩展使用的域名解析接口；服务器 IP 地址以载入时浏览器报告的为准',
    );
  if (facts.url.startsWith('https:')) await ensureTls(run, load);
  if (isWeb) await stageServerHtml(run, load);
}

/** Beside the document as scripts have left it: what the server sent. */
async function stageServerHtml(run: CaptureRun, load: LoadFacts | undefined): Promise<void> {
  // Only the page's own process reaches the browser's cache.
  const html = run.hung ? { reason: '网页没有应答' } : await readServerHtml(run.tabId, load);
  if ('reason' in html) return run.missed(SERVER_HTML, html.reason);
  const type = html.contentType.slice(0, 100) || '服务器未说明';
  const date = html.date.slice(0, 60) || '未说明';
  const seen = load ? '与载入本网页时浏览器报告的一致' : '载入时扩展尚未开始记录，无从比对';
  await run.stage(
    {
      name: 'page/server.html',
      role: 'server-source',
      mediaType: 'text/html',
      method: `服务器发来的 HTML（脚本运行之前，不含框架），由浏览器缓存取出，没有另向服务器请求；内容类型 ${type}，服务器时间 ${date}，${seen}`,
    },
    new Blob([html.bytes]),
  );
}

/** The chain of the very load where the browser tells of it; else it was looked at during the tiles, or is said to be missing. */
async function ensureTls(run: CaptureRun, load: LoadFacts | undefined): Promise<void> {
  const look = load && (await tlsOfLoad(run.tabId, load));
  if (look) return stageTls(run, look);
  const isKept = (await run.stagedList()).some(({ role }) => role === 'tls');
  const isSaid = run.job.notCaptured.some(({ what }) => what === TLS_CHAIN);
  if (isKept || isSaid) return;
  await run.missed(
    TLS_CHAIN,
    seesLoads() ? '网页来自缓存，或在扩展开始记录之前已经打开' : '浏览器只向调试接口提供，本次取证没有使用调试接口',
  );
}

export async function stageEnvironment(run: CaptureRun, facts: PageFacts): Promise<void> {
  const environment = await readEnvironment(run.tabId, facts);
  await run.stageJson({ name: 'environment.json', role: 'environment', method: '从浏览器读取的取证环境' }, environment);
  if (!environment.otherExtensions) await run.missed('可改动网页的其他扩展', '设置中没有允许读取扩展列表');
  if (!environment.clock.servers) await run.missed('与服务器时钟的比对', '没有服务器在响应头中报告时间');
}

/** Step 4: how the page came here and on what machine it was captured, and the view once more at the end. */
export async function networkStep(run: CaptureRun): Promise<void> {
  const { tabId, signal } = run;
  const facts = await run.stagedJson<PageFacts>('metadata.json');
  const pdf = await shownPdf(tabId);
  await Promise.all([pdf ? stagePdfNetwork(run, pdf) : stageNetwork(run, facts), stageEnvironment(run, facts)]);
  await replayStep(run, facts.url);
  const { picture, capturedAt } = await captureView(tabId, signal, run.away);
  await run.back();
  await noteState(run, '取证结束时');
  if (run.addresses.length > 0)
    await run.missed(
      '取证期间不变的网页地址',
      `网页自行改写地址 ${run.addresses.length} 次，最后为 ${run.addresses.at(-1)}`,
    );
  const { viewport, scroll } = await readPageFacts(tabId);
  await run.stage(
    {
      name: 'screenshot/view-after.png',
      role: 'view-after',
      mediaType: 'image/png',
      method: '取证结束时再次截取标签页的当前画面，标示已隐去',
      region: { ...scroll, width: viewport.width, height: viewport.height, scale: viewport.devicePixelRatio },
      capturedAt,
    },
    picture,
  );
}
