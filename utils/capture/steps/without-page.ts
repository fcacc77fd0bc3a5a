import { browser } from '#imports';
import type { PageFacts } from '../../reports/page-facts.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import type { StepActions } from '../job/job-runner.ts';
import { blobOf, shootView } from '../tiles/visible-tab.ts';
import { stageEnvironment, stageNetwork } from './network-step.ts';
import { freezeReport } from './view-step.ts';

/**
 * What the browser knows of a page that does not answer. What only the page could tell is empty here and named in the record as not
 * captured.
 */
export async function factsByBrowser(tabId: number): Promise<PageFacts> {
  const { url = '', title = '', width = 0, height = 0 } = await browser.tabs.get(tabId);
  const size = { width, height };
  return {
    url,
    title,
    viewport: { ...size, devicePixelRatio: await browser.tabs.getZoom(tabId) },
    document: size,
    scroll: { x: 0, y: 0 },
    referrer: '',
    language: '',
    charset: '',
    lastModified: '',
    contentType: '',
    visibility: 'visible',
    timeOrigin: 0,
    window: size,
    screen: { ...size, colorDepth: 0 },
    languages: [...navigator.languages],
    userAgent: navigator.userAgent,
    platform: navigator.platform,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    online: navigator.onLine,
    cookieEnabled: navigator.cookieEnabled,
    signIn: { hasVisibleCookies: false, offersSignOut: false, offersSignIn: false, hasPasswordField: false },
    navigationType: '',
    metaTags: [],
  };
}

/** The browser draws what the page painted last, whether the page's own scripts let it go on or not. */
async function shoot(run: CaptureRun, name: 'before' | 'after', method: string): Promise<void> {
  const { address, capturedAt } = await shootView(run.tabId, run.signal, run.away);
  await run.back();
  const picture = await blobOf(address);
  const { width, height } = (await run.stagedJson<PageFacts>('metadata.json')).viewport;
  const bitmap = await createImageBitmap(picture);
  const region = { x: 0, y: 0, width, height, scale: width > 0 ? bitmap.width / width : 1 };
  bitmap.close();
  const facts = { name: `screenshot/view-${name}.png`, role: `view-${name}`, mediaType: 'image/png' } as const;
  await run.stage({ ...facts, method, region, capturedAt }, picture);
}

async function viewWithoutPage(run: CaptureRun): Promise<void> {
  if (!(await run.staged('metadata.json'))) {
    const method = '网页没有应答，由浏览器所知的标签页属性写出';
    await run.stageJson({ name: 'metadata.json', role: 'metadata', method }, await factsByBrowser(run.tabId));
    await run.missed('网页属性和登录迹象', '网页没有应答，只有浏览器所知的网址、标题和窗口大小');
  }
  if (!(await run.staged('screenshot/view-before.png'))) {
    await shoot(run, 'before', '取证开始时截取标签页的当前画面；网页没有应答，标示未隐去');
    await run.missed('无标示画面', '网页没有应答，画面中可能留有标示');
  }
  await freezeReport(run);
}

async function networkWithoutPage(run: CaptureRun): Promise<void> {
  const facts = await run.stagedJson<PageFacts>('metadata.json');
  await Promise.all([stageNetwork(run, facts), stageEnvironment(run, facts)]);
  await shoot(run, 'after', '取证结束时再次截取标签页的当前画面；网页没有应答');
}

/** The steps of a capture whose page has stopped answering: what the browser has is kept, what it has not is named. */
export const WITHOUT_PAGE: NonNullable<StepActions['withoutPage']> = {
  view: viewWithoutPage,
  archive: (run) => run.missed('网页存档、源代码和延迟载入的内容', '网页没有应答'),
  tiles: (run) => run.missed('窗口以外的画面', '网页没有应答，只有当前画面和此前已截取的各块'),
  network: networkWithoutPage,
};
