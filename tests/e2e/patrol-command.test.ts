import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension } from '../../cli/browser.ts';
import { ENDINGS, type PatrolServer, servePatrol } from './patrol-server.ts';

const SLOW = { timeout: 240_000, retry: 0 };

let server: PatrolServer;
let folder: string;
beforeAll(async () => {
  buildExtension();
  server = await servePatrol();
  folder = mkdtempSync(join(tmpdir(), 'patrol-command-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Line {
  url: string;
  state: string;
  flagged: boolean;
  error?: string;
  evidence?: string;
}

interface Run {
  child: ChildProcess;
  lines: Line[];
  stderr(): string;
  ended: Promise<number | null>;
}

/** Runs the command; `onLine` hears each line as it comes. */
function patrol(args: readonly string[], onLine: (run: Run) => void = () => undefined): Run {
  const child = spawn(process.execPath, ['cli/patrol.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let rest = '';
  let said = '';
  const run: Run = {
    child,
    lines: [],
    stderr: () => said,
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
  child.stderr!.on('data', (chunk) => {
    said += chunk;
  });
  child.stdout!.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines.filter((each) => each.startsWith('{'))) {
      run.lines.push(JSON.parse(line));
      onLine(run);
    }
  });
  return run;
}

function list(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

it('says what became of every address, once each, also when it is killed in the middle', SLOW, async () => {
  const urls = Object.keys(ENDINGS).map((path) => server.url(path));
  const path = list('list.txt', [...urls, 'javascript:alert(1)', '  ', urls[0]!, 'http://no-such-host.invalid/']);
  const state = join(folder, 'state');
  const capture = join(folder, 'bundles');
  const args = ['--state', state, '--capture', capture, path];
  const first = patrol(args, ({ lines, child }) => {
    if (lines.length === 5) child.kill('SIGKILL');
  });
  await first.ended;
  const second = patrol(args);
  expect(await second.ended).toBe(1);
  const lines = [...first.lines, ...second.lines];
  const expected = Object.entries(ENDINGS).map(([each, ending]) => [server.url(each), ending] as const);
  expect(lines.map(({ url }) => url).sort()).toEqual(
    [...urls, 'javascript:alert(1)', 'http://no-such-host.invalid/'].sort(),
  );
  for (const [url, ending] of expected) expect(lines.find((line) => line.url === url)).toMatchObject(ending);
  const captured = lines.filter(({ evidence }) => evidence !== undefined);
  expect(captured.map(({ url }) => url).sort()).toEqual(
    expected.flatMap(([url, { flagged, state }]) => (flagged && state === 'done' ? [url] : [])).sort(),
  );
  expect(readdirSync(capture).length).toBeGreaterThanOrEqual(captured.length);
  const third = patrol(args);
  expect(await third.ended).toBe(1);
  expect(third.lines).toEqual([]);
});

it('comes back to a state for what changed, and hides probes among it', SLOW, async () => {
  server.set('/turns', '<p>容量 500 毫升，支持七天无理由退货，¥ 59。</p>');
  const path = list('again.txt', [server.url('/plain/1'), server.url('/turns')]);
  const state = join(folder, 'again');
  const first = patrol(['--state', state, '--probes', '2', path]);
  expect([await first.ended, first.lines.map((line) => line.state)]).toEqual([0, ['done', 'done']]);
  expect(first.stderr()).not.toContain('不可靠');
  server.set('/turns', '<h1>检测报告办理</h1><p>质检报告当天出证，不送样检测，检测包过，¥ 99 起。</p>');
  const second = patrol(['--state', state, '--again', path]);
  expect(await second.ended).toBe(0);
  expect(second.lines).toMatchObject([
    { url: server.url('/plain/1'), state: 'unchanged', flagged: false },
    { url: server.url('/turns'), state: 'done', flagged: true },
  ]);
});

it('says in one sentence what is wrong with how it was called', async () => {
  const empty = list('empty.txt', []);
  const binary = join(folder, 'binary.txt');
  writeFileSync(binary, Buffer.from([0, 1, 2, 3]));
  const calls = await Promise.all(
    [[], ['--help'], ['--now', '2026-02-30', empty], [join(folder, 'none.txt')], [binary], [empty]].map(
      async (args) => {
        const run = patrol(args);
        return [await run.ended, run.stderr().split('\n')[0]];
      },
    ),
  );
  expect(calls).toEqual([
    [2, '没有给出名单。'],
    [0, ''],
    [2, '--now 应为真实日期，如 2026-11-23；2026-02-30 不是。'],
    [2, `没有这个名单：${join(folder, 'none.txt')}`],
    [2, expect.stringMatching(/。$/)],
    [0, expect.stringContaining('巡查结束')],
  ]);
});
