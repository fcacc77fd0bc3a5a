import type { CaptureRun } from './capture-run.ts';
import { readEnvironment } from './environment.ts';
import { type LoadFacts, readLoadFacts } from './network-facts.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { captureView } from './visible-tab.ts';

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

async function stageNetwork(run: CaptureRun, facts: PageFacts): Promise<LoadFacts | undefined> {
  const load = loadOf(facts, await readLoadFacts(run.tabId));
  const isWeb = /^https?:/.test(facts.url);
  await run.stageJson(
    { name: 'network.json', role: 'network', method: '浏览器在载入本网页时报告的请求与响应' },
    { address: facts.url, load: load ?? null },
  );
  if (!load && isWeb) await run.missed('本次载入的响应头和服务器地址', '网页在扩展开始记录之前已经打开');
  if (load && !load.ip && isWeb)
    await run.missed('服务器 IP 地址', load.fromCache ? '网页来自浏览器缓存' : '浏览器没有报告，可能经过代理');
  if (isWeb) await run.missed('域名解析结果', '浏览器不向扩展提供');
  if (facts.url.startsWith('https:')) await run.missed('服务器 TLS 证书链', '浏览器不向扩展提供本次连接的证书');
  return load;
}

/** Step 4: how the page came here and on what machine it was captured, and the view once more at the end. */
export async function networkStep(run: CaptureRun): Promise<void> {
  const { tabId, signal } = run;
  const facts = await run.stagedJson<PageFacts>('metadata.json');
  const load = await stageNetwork(run, facts);
  await run.stageJson(
    { name: 'environment.json', role: 'environment', method: '从浏览器读取的取证环境' },
    await readEnvironment(tabId, facts, load),
  );
  await run.missed('已安装的其他扩展', '未申请读取扩展列表的权限');
  const { picture, capturedAt } = await captureView(tabId, signal, run.away);
  await run.back();
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
