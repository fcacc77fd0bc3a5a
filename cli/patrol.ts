import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOfFile } from '../utils/patrol/address-list.ts';
import { outcomeLine, type VisitOutcome } from '../utils/patrol/outcome.ts';
import { auditProbes, type ProbeResult, probePlaces } from '../utils/patrol/probes.ts';
import { faultReason, stateOf } from '../utils/patrol/reason.ts';
import { buildExtension, NoBrowserError } from './browser.ts';
import { isDay } from './day.ts';
import { openFileBlob } from './file-blob.ts';
import { Journal, JournalError, writeWhole } from './journal.ts';
import { holdFolder, isOrphan } from './one-run.ts';
import { PatrolProgress } from './patrol-progress.ts';
import { type PatrolEntry, runPatrol } from './patrol-run.ts';
import { RecycledBrowser } from './recycled-browser.ts';
import { errorSentence, reasonSentence } from './sentence.ts';
import { serveProbes } from './serve-probes.ts';
import { visitOutcome } from './visit-outcome.ts';

const USAGE = `用法：npm run --silent patrol -- [选项] 名单…
  名单            .txt（一行一个网址）、.csv 或 .xlsx，UTF-8、UTF-16 或 GB 18030 编码
  --state 目录    巡查状态；中断后用同一目录再运行即续查，每个网址只输出一次
  --again         在同一状态目录中开始新一轮，文字未变的网页记为 unchanged，不重复取证
  --capture 目录  有疑似表述的网页取证，证据包存入此目录；加 --capture-all 则全部取证
  --pictures      识别像证书的图片（较慢）
  --pace 秒       同一网站两次访问的最短间隔，默认 2；本机网站不限
  --probes 个数   混入内容已知的网页，漏查超过 3% 时提示本次巡查不可靠
  --now 日期      按此日期核对有效期，如 2026-11-23
每个网址输出一行 JSON：url、flagged、state（done、unchanged、needs-officer、failed），未查成的另有 error 和 reason。
退出状态：0 全部查完；1 有网址未查成或待人工；2 用法或名单有误。`;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function usage(reason: string): never {
  refuse(`${reason}\n${USAGE}`);
}

interface Options {
  state: string | null;
  again: boolean;
  capture?: string;
  captureAll: boolean;
  pictures: boolean;
  paceMs: number;
  probes: number;
  now?: string;
}

function readArguments(): { options: Options; lists: string[] } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    usage(`参数有误：${(error as Error).message}`);
  }
  const { values, positionals: lists } = parsed;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const pace = Number(values.pace);
  if (!(pace >= 0 && pace <= 3600)) usage('--pace 应为 0 到 3600 之间的秒数。');
  const probes = Number(values.probes);
  if (!(Number.isInteger(probes) && probes >= 0 && probes <= 10_000)) usage('--probes 应为 0 到 10000 之间的整数。');
  if (values.now !== undefined && !isDay(values.now)) usage(`--now 应为真实日期，如 2026-11-23；${values.now} 不是。`);
  if (lists.length === 0) usage('没有给出名单。');
  if (values.again && values.state === undefined) usage('--again 需与 --state 一起使用。');
  for (const list of lists) if (!existsSync(list)) refuse(`没有这个名单：${list}`);
  return {
    lists,
    options: {
      state: values.state === undefined ? null : resolve(values.state),
      again: values.again,
      captureAll: values['capture-all'],
      pictures: values.pictures,
      paceMs: pace * 1000,
      probes,
      ...(values.capture === undefined ? {} : { capture: resolve(values.capture) }),
      ...(values.now === undefined ? {} : { now: values.now }),
    },
  };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      again: { type: 'boolean', default: false },
      capture: { type: 'string' },
      'capture-all': { type: 'boolean', default: false },
      pictures: { type: 'boolean', default: false },
      pace: { type: 'string', default: '2' },
      probes: { type: 'string', default: '0' },
      now: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

const { options, lists } = readArguments();
const stop = new AbortController();
let signalled = 0;
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const) {
  process.on(signal, () => {
    if (signalled) process.exit(128 + number);
    signalled = 128 + number;
    stop.abort();
  });
}
const watch = setInterval(() => {
  if (isOrphan()) stop.abort();
}, 200);
watch.unref();

const stateFolder = options.state ?? mkdtempSync(join(tmpdir(), 'zhengjian-patrol-'));
const release = await holdFolder(stateFolder);
if (!release) refuse(`状态目录 ${stateFolder} 正被另一次巡查使用。`);

/** A line goes out only while somebody reads: what is not printed now is printed by the next run. */
const print = (outcome: VisitOutcome): void => {
  if (isOrphan()) {
    stop.abort();
    throw new PrintEndedError();
  }
  try {
    writeWhole(1, `${outcomeLine(outcome, reasonSentence)}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw new PrintEndedError();
    throw error;
  }
};

/** Nobody reads what is printed any more. */
class PrintEndedError extends Error {
  override name = 'PrintEndedError';
}

/** The addresses of the lists, each once; what is none is written down at once. */
async function readLists(journal: Journal): Promise<PatrolEntry[]> {
  const entries: PatrolEntry[] = [];
  const seen = new Set<string>();
  for (const list of lists) {
    for await (const some of addressesOfFile(await openFileBlob(list), basename(list), stop.signal)) {
      for (const { written, address, fault } of some) {
        const key = address?.key ?? `? ${written}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (journal.stateOf(key)) continue;
        if (address) entries.push({ key, url: written, address: address.url, host: address.host });
        else {
          const reason = faultReason(fault);
          const visitedAt = new Date().toISOString();
          journal.append(key, { url: written, state: stateOf(reason), flagged: false, reason, visitedAt });
        }
      }
      journal.flush(print);
    }
  }
  return entries;
}

async function patrol(journal: Journal): Promise<number> {
  if (journal.unsure)
    process.stderr.write(
      `上次运行在输出 ${journal.unsure.url} 的结果时被终止，视为已输出；如未收到，结果在状态目录中。\n`,
    );
  journal.flush(print);
  const listed = await readLists(journal);
  const probes = listed.length > 0 && options.probes > 0 ? await serveProbes(options.probes) : null;
  const results: ProbeResult[] = [];
  const entries: PatrolEntry[] = listed;
  const places = probePlaces(listed.length, options.probes, listed.length);
  for (const [index, probe] of [...(probes?.probes ?? []).entries()].reverse()) {
    const { host } = new URL(probe.url);
    entries.splice(places[index]!, 0, { key: probe.url, url: probe.url, address: probe.url, host, probe: true });
  }
  const progress = new PatrolProgress(entries.length, () => journal.counts());
  if (entries.length > 0) buildExtension();
  const browser = new RecycledBrowser(options.now === undefined ? {} : { referenceDate: options.now });
  const aborted = () => void browser.close();
  stop.signal.addEventListener('abort', aborted);
  try {
    await runPatrol({
      entries,
      paceMs: options.paceMs,
      signal: stop.signal,
      visit: async (entry) => {
        const taken = await browser.take();
        const before = entry.probe ? undefined : journal.before.get(entry.key);
        const outcome = await visitOutcome(
          taken.browser,
          taken.client,
          { url: entry.url, address: entry.address },
          {
            pictures: options.pictures,
            captureAll: options.captureAll,
            ...(before ? { before } : {}),
            ...(options.capture === undefined || entry.probe ? {} : { capture: options.capture }),
          },
        );
        if (!browser.isAlive) throw new Error('the browser died');
        return outcome;
      },
      ended: (entry, outcome) => {
        if (entry.probe) {
          const flagged = probes!.probes.find(({ url }) => url === entry.url)!.flagged;
          results.push({ url: entry.url, flagged, seen: outcome.state === 'done' ? outcome.flagged : null });
        } else {
          journal.append(entry.key, outcome);
          journal.flush(print);
        }
        progress.step();
      },
    });
  } finally {
    stop.signal.removeEventListener('abort', aborted);
    await browser.close();
    await probes?.close();
  }
  progress.end(stop.signal.aborted);
  const audit = auditProbes(results);
  if (audit.reliable === false)
    process.stderr.write(`本次巡查不可靠：${audit.probes} 个内容已知的网页中查错 ${audit.missed.length} 个。\n`);
  const { failed, 'needs-officer': left } = journal.counts();
  return failed + left > 0 || audit.reliable === false ? 1 : 0;
}

let status: number;
try {
  if (options.capture) mkdirSync(options.capture, { recursive: true });
  const journal = Journal.open(stateFolder, options.again);
  status = await patrol(journal);
  journal.close();
} catch (error) {
  if (error instanceof PrintEndedError) status = 1;
  else if (error instanceof JournalError || error instanceof NoBrowserError) {
    process.stderr.write(`${error.message}\n`);
    status = 2;
  } else if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
    process.stderr.write('磁盘已满，已查的结果都已记下；腾出空间后用同一状态目录再运行即续查。\n');
    status = 1;
  } else if (stop.signal.aborted) status = 1;
  else {
    process.stderr.write(`${errorSentence(error)}\n`);
    status = 2;
  }
}
release();
if (options.state === null) rmSync(stateFolder, { recursive: true, force: true });
else if (stop.signal.aborted) process.stderr.write(`已停止；续查：同一命令再运行一次（状态在 ${stateFolder}）。\n`);
process.exit(signalled || status);
