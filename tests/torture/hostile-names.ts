import { buildExtension, FIREFOX_FOLDER, launchBrowser } from '../../cli/browser.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';
import { launchFirefox } from '../e2e/firefox.ts';
import { type PageServer, servePages } from '../e2e/page-server.ts';
import { ATTACKS, clobberingPage, MEMBER_NAMES } from './hostile-pages.ts';
import type { Outcome } from './outcome.ts';

/** Pages that are open at once, as frames of one page. */
const AT_ONCE = 20;
/** Only a page that is never read out waits so long; a busy machine takes a while for twenty at once. */
const PATIENCE_MS = 240_000;
const POLL_MS = 200;
/** What pages say is taken once none has changed it for so long: a report is done before what a script adds is read, and says more then. */
const QUIET_MS = 4_000;

/** Members that every reading asks for; a small run tries these. */
const MOST_READ: readonly string[] = [
  'hasAttributes',
  'localName',
  'childNodes',
  'nodeType',
  'body',
  'createTreeWalker',
  'parentNode',
  'textContent',
];

interface Visitor {
  open(url: string): Promise<void>;
  /** Runs an expression in a page of the web; its value is a string. */
  evaluate(expression: string): Promise<string>;
  /** What the frames of all tabs have reported. */
  reports(): Promise<FrameReport[]>;
  close(): Promise<void>;
}

const REPORTS = `Object.entries(await STORE.get()).filter(([key]) => key.startsWith('frame:')).map(([, { report }]) => report)`;

async function chromium(): Promise<Visitor> {
  buildExtension();
  const browser = await launchBrowser();
  const page = await browser.context.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression) as Promise<string>,
    reports: () => browser.worker.evaluate(`(async () => ${REPORTS.replace('STORE', 'chrome.storage.session')})()`),
    close: () => browser.close(),
  };
}

async function firefox(): Promise<Visitor> {
  buildExtension('firefox');
  const browser = await launchFirefox(FIREFOX_FOLDER);
  const own = await browser.openExtensionPage('library.html');
  return {
    open: (url) => browser.page.goto(url),
    evaluate: (expression) => browser.page.evaluate(expression),
    reports: async () =>
      JSON.parse(
        await own.evaluate(`(async () => JSON.stringify(${REPORTS.replace('STORE', 'browser.storage.session')}))()`),
      ),
    close: () => browser.close(),
  };
}

const VISITORS = { chromium, firefox };

/** What a page of the torture must be told to say: the words of its claims, and what is read of its certificate. */
const told = ({ findings, certificates }: FrameReport) =>
  JSON.stringify([
    [...new Set(findings.map(({ matchedText, disposition }) => `${matchedText} ${disposition}`))].sort(),
    certificates.map(({ fields }) => Object.entries(fields).map(([field, read]) => [field, read.value])),
  ]);

const isSettled = (report: FrameReport | undefined) =>
  (report?.state === 'done' && !report.arriving) || report?.state === 'failed';

/** Opens pages as frames of one page and waits for their reports, by path. */
async function visit(
  visitor: Visitor,
  server: PageServer,
  paths: readonly string[],
): Promise<Map<string, FrameReport>> {
  server.set(
    '/all',
    `<!doctype html><meta charset="utf-8">${paths.map((path) => `<iframe width="300" height="200" src="${path}"></iframe>`).join('')}`,
  );
  await visitor.open(server.url('/all'));
  const found = new Map<string, FrameReport>();
  const until = Date.now() + PATIENCE_MS;
  const isDone = () => paths.every((path) => isSettled(found.get(path)));
  let said = '';
  for (let changedAt = Date.now(); Date.now() < until && !(isDone() && Date.now() - changedAt > QUIET_MS); ) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    for (const report of await visitor.reports()) found.set(new URL(report.url).pathname, report);
    const now = paths
      .map((path) => found.get(path))
      .map((report) => report && told(report))
      .join('\n');
    if (now !== said) changedAt = Date.now();
    said = now;
  }
  return found;
}

interface Case {
  name: string;
  path: string;
}

async function inBrowser(browser: keyof typeof VISITORS, most: number, server: PageServer) {
  const visitor = await VISITORS[browser]();
  const failures: string[] = [];
  let unread = 0;
  try {
    await visitor.open(server.url('/empty'));
    const all = JSON.parse(await visitor.evaluate(MEMBER_NAMES)) as string[];
    const others = all.filter((name) => !MOST_READ.includes(name));
    const names = ['harmless', ...[...MOST_READ, ...others].slice(0, most)];
    const cases: Case[] = [
      ...names.map((name) => ({ name: `a form and a document with “${name}”`, path: `/name/${name}` })),
      ...Object.keys(ATTACKS).map((name, index) => ({ name, path: `/attack/${index}` })),
    ];
    for (const name of names) server.set(`/name/${name}`, clobberingPage(name));
    const expected = new Map<string, string>();
    for (let from = 0; from < cases.length; from += AT_ONCE) {
      const some = cases.slice(from, from + AT_ONCE);
      const reports = await visit(visitor, server, ['/name/harmless', '/attack/0', ...some.map(({ path }) => path)]);
      for (const [kind, path] of [
        ['name', '/name/harmless'],
        ['attack', '/attack/0'],
      ] as const) {
        const plain = reports.get(path);
        if (plain && isSettled(plain)) expected.set(kind, told(plain));
      }
      for (const { name, path } of some) {
        const report = reports.get(path);
        const where = `${browser}: ${name}`;
        if (!report || !isSettled(report)) failures.push(`${where}: no report`);
        else if (report.unread) unread += 1;
        else if (report.state === 'failed') failures.push(`${where}: failed`);
        if (!report || !isSettled(report) || report.unread) continue;
        const plain = expected.get(path.split('/')[1]!);
        if (!plain || plain === '[[],[]]') failures.push(`${where}: nothing to compare with`);
        else if (told(report) !== plain) failures.push(`${where}: ${told(report)} instead of ${plain}`);
      }
    }
    return {
      tried: cases.length,
      failures,
      note: `${browser} ${cases.length} pages, ${unread} of them said to be read in part`,
    };
  } finally {
    await visitor.close();
  }
}

/**
 * Pages that answer for the members of their own nodes, one for each member that there is, and pages that attack the reading otherwise. Each
 * must be read as the plain page is, or be said to be read in part: never silently as less.
 * @param most names tried in each browser
 */
export async function hostileNames(
  most = Number.POSITIVE_INFINITY,
  browsers: readonly (keyof typeof VISITORS)[] = ['chromium', 'firefox'],
): Promise<Outcome> {
  const server = await servePages({ '/empty': '<!doctype html>' });
  for (const [index, html] of Object.values(ATTACKS).entries()) server.set(`/attack/${index}`, html);
  try {
    const runs = [];
    for (const browser of browsers) runs.push(await inBrowser(browser, Math.max(1, most), server));
    return {
      name: 'hostile-names',
      tried: runs.reduce((sum, { tried }) => sum + tried, 0),
      failures: runs.flatMap(({ failures }) => failures),
      notes: runs.map(({ note }) => note),
    };
  } finally {
    await server.close();
  }
}
