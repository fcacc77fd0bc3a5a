import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';

/** The built Chromium extension. */
export const EXTENSION_FOLDER = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

/** The built Firefox extension. */
export const FIREFOX_FOLDER = fileURLToPath(new URL('../.output/firefox-mv3', import.meta.url));

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No browser is on the machine and none could be installed; the message says what to do. */
export class NoBrowserError extends Error {
  constructor() {
    super('No Chromium found. Install one (Debian or Ubuntu: apt-get install chromium) or name it in CHROMIUM=/path.');
  }
}

function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** Installs Debian packages when this process is root on Debian or Ubuntu; says whether it did. */
export function installDebianPackages(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  // In runlevel 1 no service of a package is started: one would outlive this process and hold its output open.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  process.stderr.write(`Installing ${packages.join(', ')} …\n`);
  spawnSync('apt-get', ['update', '-qq'], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const run = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return run.status === 0;
}

/** True when fontconfig knows a font with Chinese characters (or is not the font system here). */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const run = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' });
  return run.status === 0 && run.stdout.trim() !== '';
}

/** Debian packs the browser's languages apart; without them an extension speaks English, whatever language is asked for. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium';
const DEBIAN_CHINESE = '/usr/lib/chromium/locales/zh-CN.pak';

/**
 * Path of a Chromium on this machine; installs Debian's (and a Chinese font, without which pictures show boxes) when root there.
 * @throws NoBrowserError
 */
export function ensureBrowser(): string {
  const find = () => CANDIDATES.find((path): path is string => path !== undefined && existsSync(path));
  const found = find();
  const speaksChinese = found !== DEBIAN_CHROMIUM || existsSync(DEBIAN_CHINESE);
  const missing = [
    ...(found ? [] : ['chromium']),
    ...(found && speaksChinese ? [] : ['chromium-l10n']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
  if (missing.length === 0) return found!;
  installDebianPackages(missing);
  const installed = find();
  if (!installed) throw new NoBrowserError();
  return installed;
}

const SOURCES = ['entrypoints', 'components', 'rules', 'utils', 'public', 'wxt.config.ts', 'package-lock.json'];

/** True when the build is younger than every source file. */
function isBuilt(root: string, folder: string): boolean {
  const built = statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  const newest = (path: string): number => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return stat.mtimeMs;
    return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
  };
  return SOURCES.every((source) => newest(join(root, source)) < built);
}

/** Builds the extension for a browser unless the last build is younger than its sources. */
export function buildExtension(browser: 'chrome' | 'firefox' = 'chrome'): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  if (isBuilt(root, browser === 'firefox' ? FIREFOX_FOLDER : EXTENSION_FOLDER)) return;
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const build = [wxt, 'build', '-b', browser];
  execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The window that the commands open, the smallest office screen: an emulated viewport would not be what captures photograph. */
export const WINDOW = { width: 1366, height: 768 };

export interface ExtensionBrowser {
  context: BrowserContext;
  /** The extension's service worker. */
  worker: Worker;
  id: string;
  /** Opens a page of the extension in a tab: `library.html`, `popup.html`, `sidepanel.html` … */
  openExtensionPage(path: string): Promise<Page>;
  /** The id that `tabs` knows for a page. */
  tabIdOf(page: Page): Promise<number>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless?: boolean;
  /** Profile folder; a new temporary one (removed on close) when absent. */
  profile?: string;
  extension?: string;
  viewport?: { width: number; height: number };
  /** A real window of this outer size instead of an emulated viewport: pictures that the extension takes are then the page's. */
  window?: { width: number; height: number };
  deviceScaleFactor?: number;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  args?: readonly string[];
  downloads?: string;
}

/** Starts Chromium with the built extension and waits for its service worker. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const executablePath = ensureBrowser();
  const extension = options.extension ?? EXTENSION_FOLDER;
  const temporary = options.profile ? null : mkdtempSync(join(tmpdir(), 'zhengjian-'));
  const context = await chromium.launchPersistentContext(options.profile ?? temporary!, {
    executablePath,
    headless: options.headless ?? true,
    viewport: options.window ? null : (options.viewport ?? { width: 1366, height: 768 }),
    ...(options.deviceScaleFactor && !options.window ? { deviceScaleFactor: options.deviceScaleFactor } : {}),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(options.downloads ? { downloadsPath: options.downloads } : {}),
    locale: options.locale ?? 'zh-CN',
    acceptDownloads: true,
    // On Linux the browser takes its own language from here; `--lang` alone does not reach chrome.i18n.
    env: { ...(process.env as Record<string, string>), LANGUAGE: (options.locale ?? 'zh-CN').replace('-', '_') },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${options.locale ?? 'zh-CN'}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      ...(options.window
        ? [
            `--window-size=${options.window.width},${options.window.height}`,
            `--force-device-scale-factor=${options.deviceScaleFactor ?? 1}`,
          ]
        : []),
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  return {
    context,
    worker,
    id,
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async tabIdOf(page) {
      // A session of the page itself tells which target it is; the service worker maps its address and title back to a tab.
      const marker = `zhengjian-${Math.random().toString(36).slice(2)}`;
      const before = await page.title();
      await page.evaluate((title) => {
        document.title = title;
      }, marker);
      try {
        return await worker.evaluate(async (title) => {
          for (;;) {
            const tab = (await chrome.tabs.query({})).find((each) => each.title === title);
            if (tab?.id !== undefined) return tab.id;
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        }, marker);
      } finally {
        await page.evaluate((title) => {
          document.title = title;
        }, before);
      }
    },
    async close() {
      await context.close();
      if (temporary) rmSync(temporary, { recursive: true, force: true });
    },
  };
}
