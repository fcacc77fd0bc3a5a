import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from '../../cli/browser.ts';

const CANDIDATES = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Path of a Firefox on this machine; installs Debian's when root there, else says what to do. */
function ensureFirefox(): string {
  const find = () => CANDIDATES.find((path): path is string => path !== undefined && existsSync(path));
  if (!find()) installDebianPackages(['firefox-esr']);
  const found = find();
  if (!found)
    throw new Error('No Firefox found. Install one (Debian: apt-get install firefox-esr) or name it in FIREFOX=/path.');
  return found;
}

export interface FirefoxPage {
  goto(url: string): Promise<void>;
  /** Runs an expression in the page's own world; its value must be a string. */
  evaluate(expression: string): Promise<string>;
  /** A PNG of the viewport. */
  screenshot(): Promise<Buffer>;
  /** Brings its tab to the front. */
  activate(): Promise<void>;
}

export interface Firefox {
  page: FirefoxPage;
  /** Opens a page of the extension in a tab of its own, as its buttons do. */
  openExtensionPage(path: string): Promise<FirefoxPage>;
  close(): Promise<void>;
}

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  message?: string;
}

/** The address at which the browser takes WebDriver BiDi sessions, as it prints it. */
function listeningAt(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    browser.stderr!.on('data', (chunk: Buffer) => {
      printed += chunk;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
    browser.once('exit', () => reject(new Error(`Firefox ended: ${printed.slice(-500)}`)));
  });
}

/** Firefox gives every extension a random host; named ahead, its own pages can be opened. */
export const EXTENSION_HOST = '6f1d3a52-4a55-4c1d-9a3e-0d2f6b7c8e90';
const EXTENSION_ID = 'zhengjian@market-supervision.example';

/** Starts Firefox without a window, with an unpacked extension, over WebDriver BiDi and no package in between. */
export async function launchFirefox(extension: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'zhengjian-firefox-'));
  const hosts = JSON.stringify(JSON.stringify({ [EXTENSION_ID]: EXTENSION_HOST }));
  writeFileSync(join(profile, 'user.js'), `user_pref("extensions.webextensions.uuids", ${hosts});\n`);
  const browser = spawn(
    ensureFirefox(),
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', '--remote-allow-system-access'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(`${await listeningAt(browser)}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let next = 1;
  const send = async (method: string, params: object) => {
    const id = next++;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (!answer.result) throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  };
  await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const { context } = (await send('browsingContext.create', { type: 'tab' })) as { context: string };
  const pageIn = (context: string): FirefoxPage => ({
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async evaluate(expression) {
      const answer = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
      if (answer.type === 'exception') throw new Error((answer.exceptionDetails as { text: string }).text);
      return (answer.result as { value: string }).value;
    },
    screenshot: async () =>
      Buffer.from(String((await send('browsingContext.captureScreenshot', { context })).data), 'base64'),
    activate: async () => void (await send('browsingContext.activate', { context })),
  });
  type Tree = { contexts: { context: string; url: string }[] };
  return {
    page: pageIn(context),
    async openExtensionPage(path) {
      const url = `moz-extension://${EXTENSION_HOST}/${path}`;
      const windows = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as unknown as Tree;
      // A page of the web may not lead here; the window itself may.
      await send('script.evaluate', {
        expression: `void gBrowser.addTrustedTab(${JSON.stringify(url)}, { inBackground: false })`,
        target: { context: windows.contexts[0]!.context },
        awaitPromise: false,
      });
      for (;;) {
        const { contexts } = (await send('browsingContext.getTree', {})) as unknown as Tree;
        const opened = contexts.find((each) => each.url.startsWith(url));
        if (opened) return pageIn(opened.context);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      socket.close();
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
