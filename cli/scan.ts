import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, type ExtensionBrowser, launchBrowser, WINDOW } from './browser.ts';
import { captureAndExport } from './capture-and-export.ts';
import { isDay } from './day.ts';
import { ExtensionClient } from './extension-client.ts';
import { type ScanLine, scanLine } from './scan-line.ts';
import { scanText } from './scan-text.ts';
import { errorSentence } from './sentence.ts';
import { serveFolder } from './serve.ts';
import { closePage, visit } from './visit.ts';

const USAGE = `用法：npm run --silent scan -- [选项] 网址|网页文件.html|文件.pdf|名单.txt…
  --json          每页输出一行 JSON
  --capture 目录  每页取证，证据包存入此目录
  --no-pictures   不识别图片
  --now 日期      按此日期核对有效期，如 2026-11-23
退出状态：0 全部扫描；1 有网页未能全部扫描（其行写明原因）；2 用法有误。`;

interface Options {
  json: boolean;
  capture?: string;
  pictures: boolean;
  now?: string;
}

function usage(reason: string): never {
  process.stderr.write(`${reason}\n${USAGE}\n`);
  process.exit(2);
}

/** Reads the command line; a list stands for the addresses on its lines, blank lines and `#` comments left out. */
function readArguments(): { options: Options; targets: string[] } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    usage(`参数有误：${(error as Error).message}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  if (values.now !== undefined && !isDay(values.now)) usage(`--now 应为真实日期，如 2026-11-23；${values.now} 不是。`);
  const targets = positionals.flatMap((target) => {
    if (extname(target) !== '.txt' || /^https?:/i.test(target)) return [target];
    if (!existsSync(target)) usage(`没有这个名单：${target}`);
    const lines = readFileSync(target, 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  });
  if (targets.length === 0) usage('没有给出要扫描的网页。');
  return {
    options: {
      json: values.json ?? false,
      pictures: !(values['no-pictures'] ?? false),
      ...(values.capture === undefined ? {} : { capture: resolve(values.capture) }),
      ...(values.now === undefined ? {} : { now: values.now }),
    },
    targets,
  };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      capture: { type: 'string' },
      'no-pictures': { type: 'boolean' },
      now: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

/** Scans one target; files are served on loopback for as long as the visit lasts. */
async function scanTarget(
  browser: ExtensionBrowser,
  client: ExtensionClient,
  target: string,
  options: Options,
): Promise<ScanLine> {
  const isAddress = /^https?:\/\//i.test(target);
  if (!isAddress && !statSync(target, { throwIfNoEntry: false })?.isFile()) throw new Error('没有这个文件');
  const server = isAddress ? null : await serveFolder(dirname(resolve(target)));
  try {
    const address = server ? `${server.origin}/${encodeURIComponent(basename(target))}` : target;
    const { page, tabId, report, reading } = await visit(browser, client, address, options);
    try {
      const evidence = options.capture
        ? await captureAndExport(browser, client, { page, tabId, folder: options.capture })
        : undefined;
      return scanLine(target, { report, reading }, options.now ?? report.scannedAt.slice(0, 10), evidence);
    } finally {
      await closePage(page);
    }
  } finally {
    await server?.close();
  }
}

const { options, targets } = readArguments();
buildExtension();
if (options.capture) {
  mkdirSync(options.capture, { recursive: true });
  // The browser starts with an empty profile: it knows no officer, and a record names nobody who was not there.
  process.stderr.write('没有在岗人员：封存的记录不写取证人员姓名。\n');
}
const browser = await launchBrowser({ window: WINDOW });
let failures = 0;
try {
  const client = await ExtensionClient.open(browser);
  if (options.now) await client.changeSettings({ referenceDate: options.now });
  for (const target of targets) {
    try {
      const line = await scanTarget(browser, client, target, options);
      if (!line.complete) failures += 1;
      process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : scanText(line));
    } catch (error) {
      failures += 1;
      const reason = errorSentence(error);
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ url: target, flagged: false, complete: false, error: reason })}\n`
          : `${target}\n  未能扫描：${reason}\n`,
      );
    }
  }
} finally {
  await browser.close();
}
process.exit(failures === 0 ? 0 : 1);
