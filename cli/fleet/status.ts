import type { Redis } from 'ioredis';
import { auditProbes, type ProbeAudit, type ProbeResult } from '../../utils/patrol/probes.ts';
import { Board } from './board.ts';
import { HostGate } from './host-gate.ts';
import { key } from './redis.ts';
import { openQueue } from './visit-queue.ts';

/** How the fleet stands. */
export interface FleetStatus {
  queue: Record<string, number>;
  paused: boolean;
  workers: number;
  pages: number;
  flagged: number;
  /** By how they ended: `state done`, `reason http-404` … */
  endings: Record<string, number>;
  lastHour: number;
  hosts: readonly string[];
  probes: ProbeAudit;
}

async function readProbes(board: Board): Promise<ProbeAudit> {
  const results: ProbeResult[] = [];
  for await (const { outcome, expected } of board.results()) {
    if (expected === undefined) continue;
    const seen = outcome.state === 'done' || outcome.state === 'unchanged' ? outcome.flagged : null;
    results.push({ url: outcome.url, flagged: expected, seen });
  }
  return auditProbes(results);
}

/** Reads how the fleet stands now. */
export async function readStatus(url: string, redis: Redis): Promise<FleetStatus> {
  const queue = openQueue(url);
  try {
    const board = new Board(redis);
    const [counts, paused, workers, kept, lastHour, hosts, probes] = await Promise.all([
      queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'),
      queue.isPaused(),
      queue.getWorkersCount(),
      board.counts(),
      board.pagesWithin(60),
      new HostGate(redis, 0).held(),
      readProbes(board),
    ]);
    const { pages = 0, flagged = 0, ...endings } = kept;
    return { queue: counts, paused, workers, pages, flagged, endings, lastHour, hosts, probes };
  } finally {
    await queue.close();
  }
}

const QUEUE_NAMES: Record<string, string> = {
  waiting: '等待',
  prioritized: '优先',
  delayed: '稍后',
  active: '在查',
  failed: '出错',
};

/** Names and values, for the terminal and for the page. */
export function statusRows(status: FleetStatus): [name: string, value: string][] {
  const { probes } = status;
  const reliable = probes.reliable === null ? '未设' : probes.reliable ? '可靠' : '不可靠';
  return [
    [
      '队列',
      `${Object.entries(status.queue)
        .map(([name, count]) => `${QUEUE_NAMES[name] ?? name} ${count}`)
        .join('  ')}${status.paused ? '  已暂停' : ''}`,
    ],
    ['工作机', String(status.workers)],
    ['已查', `${status.pages}，有疑似 ${status.flagged}`],
    ['近一小时', `${status.lastHour} 个`],
    ['正在访问的网站', status.hosts.slice(0, 12).join('  ') || '无'],
    ...Object.entries(status.endings)
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]): [string, string] => [name.replace(/^(state|reason) /, ''), String(count)]),
    ['内容已知的网页', `${probes.probes} 个，查错 ${probes.missed.length} 个，${reliable}`],
  ];
}

const label = (text: string) => text.replace(/[\\"\n]/g, '_');

/** The text format of Prometheus, version 0.0.4. */
export function statusMetrics(status: FleetStatus): string {
  const lines = [
    '# TYPE zhengjian_queue gauge',
    ...Object.entries(status.queue).map(([name, count]) => `zhengjian_queue{state="${label(name)}"} ${count}`),
    '# TYPE zhengjian_workers gauge',
    `zhengjian_workers ${status.workers}`,
    '# TYPE zhengjian_pages_total counter',
    `zhengjian_pages_total ${status.pages}`,
    '# TYPE zhengjian_flagged_total counter',
    `zhengjian_flagged_total ${status.flagged}`,
    '# TYPE zhengjian_endings_total counter',
    ...Object.entries(status.endings).map(
      ([name, count]) => `zhengjian_endings_total{ending="${label(name)}"} ${count}`,
    ),
    '# TYPE zhengjian_probes gauge',
    `zhengjian_probes ${status.probes.probes}`,
    `zhengjian_probes_missed ${status.probes.missed.length}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether anything still waits or runs. */
export const isIdle = ({ queue }: FleetStatus): boolean => Object.values(queue).every((count) => count === 0);

/** Empties what the fleet keeps of rounds that ended: results and counts. */
export async function forgetResults(redis: Redis): Promise<void> {
  await redis.del(
    key('results'),
    key('counts'),
    key('addresses'),
    key('begun'),
    key('crashes'),
    key('evidence'),
    key('sealed'),
    key('packs'),
  );
}
