import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { asExpectedFailure } from '../utils/base/expected-failure.ts';
import { outcomeLine } from '../utils/patrol/outcome.ts';
import { buildExtension, NoBrowserError } from './browser.ts';
import { isDay } from './day.ts';
import { addLists } from './fleet/add.ts';
import { Board } from './fleet/board.ts';
import { fleetKey } from './fleet/fleet-key.ts';
import { handInFleet } from './fleet/fleet-library.ts';
import { connect, RedisError, redisSentence } from './fleet/redis.ts';
import { forgetResults, isIdle, readStatus, statusRows } from './fleet/status.ts';
import { serveStatus } from './fleet/status-page.ts';
import { openQueue } from './fleet/visit-queue.ts';
import { OtherPacksError, startWorker } from './fleet/worker.ts';
import { openPool } from './open-pool.ts';
import { errorSentence, reasonSentence } from './sentence.ts';

const USAGE = `用法：npm run --silent fleet -- 命令 --redis redis://主机:6379 [选项]
  add 名单…        名单（.txt、.csv、.xlsx）入队；已查过的不重复
      --every 7d   每 7 天（d）或小时（h）全部重查一轮   --priority N  1 最先
      --witness    每个网址由另一台工作机再查一次并比较   --probes N    混入内容已知的网页
  worker           本机参加巡查
      --store 处   证据存放处：目录，或 http(s)://用户:密码@主机/路径 的 WebDAV
      --pages N    同时打开的网页数，默认 2               --pace 秒     同一网站间隔，默认 2
      --pictures   识别像证书的图片                       --until-idle  队列查完即退出
  status           队列、工作机、原因；终端中持续刷新；--web 端口 另开本机网页和 /metrics
  results          每个网址一行 JSON：url、flagged、state，未查成的另有 error 和 reason
  hand-in          把入库的证据和结果写进证据池的日志，同事同步后即可取得；可重复
      --store 处   同 worker                              --key 文件    机群的签名密钥，没有则新建
  pause | resume   暂停、继续入队的全部网址             drain  清空尚未查的
  forget           清除结果，准备新一批
退出状态：0 完成；1 出错，原因一句话；2 用法有误。`;

const COMMANDS = ['add', 'worker', 'status', 'results', 'hand-in', 'pause', 'resume', 'drain', 'forget'] as const;

function usage(reason: string): never {
  process.stderr.write(`${reason}\n${USAGE}\n`);
  process.exit(2);
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      redis: { type: 'string' },
      store: { type: 'string' },
      key: { type: 'string' },
      every: { type: 'string' },
      priority: { type: 'string', default: '0' },
      witness: { type: 'boolean', default: false },
      probes: { type: 'string', default: '0' },
      pages: { type: 'string', default: '2' },
      pace: { type: 'string', default: '2' },
      pictures: { type: 'boolean', default: false },
      'until-idle': { type: 'boolean', default: false },
      now: { type: 'string' },
      web: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

/** A whole number between bounds. */
function count(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    usage(`${option} 应为 ${least} 到 ${most} 之间的整数。`);
  return value;
}

function readArguments() {
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
  const [name, ...rest] = positionals;
  const command = COMMANDS.find((each) => each === name);
  if (!command) usage(name === undefined ? '没有给出命令。' : `没有这个命令：${name}`);
  if (values.redis === undefined) usage('没有给出 --redis。');
  const every = values.every === undefined ? null : /^(\d{1,4})([dh])$/.exec(values.every);
  if (values.every !== undefined && !every) usage('--every 应为天数或小时数，如 7d、12h。');
  if (values.now !== undefined && !isDay(values.now)) usage(`--now 应为真实日期，如 2026-11-23；${values.now} 不是。`);
  const pace = Number(values.pace);
  if (!(pace >= 0 && pace <= 3600)) usage('--pace 应为 0 到 3600 之间的秒数。');
  if (command === 'hand-in' && (values.store === undefined || values.key === undefined))
    usage('hand-in 应给出 --store 和 --key。');
  if (command === 'add') {
    if (rest.length === 0) usage('没有给出名单。');
    for (const list of rest) if (!existsSync(list)) usage(`没有这个名单：${list}`);
  }
  return {
    command,
    lists: rest,
    url: values.redis,
    store: values.store,
    key: values.key,
    everyMs: every ? Number(every[1]) * (every[2] === 'd' ? 86_400_000 : 3_600_000) : undefined,
    priority: count(values.priority, '--priority', 0, 1_000_000),
    witness: values.witness,
    probes: count(values.probes, '--probes', 0, 10_000),
    pages: count(values.pages, '--pages', 1, 32),
    paceMs: pace * 1000,
    pictures: values.pictures,
    untilIdle: values['until-idle'],
    now: values.now,
    web: values.web === undefined ? undefined : count(values.web, '--web', 1, 65_535),
  };
}

const options = readArguments();
const { url } = options;
const say = (line: string) => void process.stderr.write(`${line}\n`);
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const stopping = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

/** Works until it is told to stop, or until nothing is left when that is asked for. */
async function work(redis: Awaited<ReturnType<typeof connect>>): Promise<void> {
  const store = options.store === undefined ? null : await openPool(options.store);
  buildExtension();
  let told = '';
  const worker = await startWorker({
    url,
    redis,
    store,
    pages: options.pages,
    paceMs: options.paceMs,
    pictures: options.pictures,
    ...(options.now === undefined ? {} : { now: options.now }),
    say: (line) => {
      const sentence = redisSentence(new Error(line), url) ?? line;
      if (sentence !== told) say(sentence);
      told = sentence;
    },
  });
  say(`${worker.name} 开始巡查。`);
  const idle = async () => {
    if (!options.untilIdle) return new Promise<void>(() => undefined);
    for (;;) {
      await pause(1_000);
      if (isIdle(await readStatus(url, redis))) return;
    }
  };
  await Promise.race([stopping, idle()]);
  await worker.close();
}

async function showStatus(redis: Awaited<ReturnType<typeof connect>>): Promise<void> {
  const draw = async () => {
    const rows = statusRows(await readStatus(url, redis));
    return rows.map(([name, value]) => `${name}：${value}`).join('\n');
  };
  if (options.web !== undefined) {
    const served = await serveStatus(options.web, () => readStatus(url, redis));
    say(`http://127.0.0.1:${options.web}/ 和 /metrics`);
    await stopping;
    served.close();
    return;
  }
  process.stdout.write(`${await draw()}\n`);
  if (!process.stdout.isTTY) return;
  let isStopped = false;
  void stopping.then(() => {
    isStopped = true;
  });
  while (!isStopped) {
    await Promise.race([pause(1_000), stopping]);
    process.stdout.write(`\u001B[H\u001B[J${await draw()}\n`);
  }
}

async function run(): Promise<void> {
  const redis = await connect(url, options.command === 'worker');
  try {
    if (options.command === 'add') {
      const { queued, known, faults } = await addLists(
        url,
        redis,
        {
          lists: options.lists,
          priority: options.priority,
          witness: options.witness,
          probes: options.probes,
          ...(options.everyMs === undefined ? {} : { everyMs: options.everyMs }),
        },
        (added) => process.stderr.isTTY && process.stderr.write(`\r已入队 ${added.queued}`),
      );
      say(`入队 ${queued} 个，已查过 ${known} 个，不是网址 ${faults} 行。`);
    } else if (options.command === 'worker') await work(redis);
    else if (options.command === 'status') await showStatus(redis);
    else if (options.command === 'results') {
      for await (const { outcome, expected, witness } of new Board(redis).results()) {
        if (expected !== undefined) continue;
        const line = JSON.parse(outcomeLine(outcome, reasonSentence));
        process.stdout.write(`${JSON.stringify(witness ? { ...line, witness } : line)}\n`);
      }
    } else if (options.command === 'hand-in') {
      const signingKey = await fleetKey(options.key!);
      const { handedIn, findings } = await handInFleet(redis, await openPool(options.store!), signingKey);
      say(`写入证据 ${handedIn} 件；缺少或被改动 ${findings.length} 处。密钥指纹 ${signingKey.fingerprint}`);
    } else if (options.command === 'forget') await forgetResults(redis);
    else {
      const queue = openQueue(url);
      if (options.command === 'pause') await queue.pause();
      else if (options.command === 'resume') await queue.resume();
      else await queue.drain(true);
      await queue.close();
    }
  } finally {
    redis.disconnect();
  }
}

try {
  await run();
  process.exit(0);
} catch (error) {
  const known = error instanceof RedisError || error instanceof OtherPacksError;
  const expected = known || error instanceof NoBrowserError ? error.message : null;
  const sentence = expected ?? (asExpectedFailure(error) ? null : redisSentence(error, url));
  say(sentence ?? errorSentence(error));
  process.exit(1);
}
