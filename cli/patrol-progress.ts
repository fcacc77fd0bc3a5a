import type { VisitState } from '../utils/patrol/reason.ts';

/** Milliseconds between two lines where there is no terminal to draw in. */
const LINE_EVERY_MS = 10_000;

const duration = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return '—';
  if (seconds < 90) return `${Math.ceil(seconds)} 秒`;
  if (seconds < 5_400) return `${Math.ceil(seconds / 60)} 分钟`;
  return `${(seconds / 3600).toFixed(1)} 小时`;
};

/** Says on stderr how far a patrol is, how fast, and how long it will take. */
export class PatrolProgress {
  private readonly total: number;
  private readonly counts: () => Record<VisitState, number>;
  private readonly startedAt = Date.now();
  private steps = 0;
  private saidAt = 0;

  constructor(total: number, counts: () => Record<VisitState, number>) {
    this.total = total;
    this.counts = counts;
  }

  private line(): string {
    const { done, unchanged, failed, 'needs-officer': left } = this.counts();
    const perSecond = this.steps / ((Date.now() - this.startedAt) / 1000);
    return [
      `${this.steps} / ${this.total}`,
      `已查 ${done}`,
      ...(unchanged > 0 ? [`无变化 ${unchanged}`] : []),
      `待人工 ${left}`,
      `未查成 ${failed}`,
      `${(perSecond * 60).toFixed(0)} 个/分钟`,
      `约剩 ${duration((this.total - this.steps) / perSecond)}`,
    ].join('  ');
  }

  step(): void {
    this.steps += 1;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001B[K${this.line()}`);
      return;
    }
    if (Date.now() - this.saidAt < LINE_EVERY_MS) return;
    this.saidAt = Date.now();
    process.stderr.write(`${this.line()}\n`);
  }

  end(stopped: boolean): void {
    if (process.stderr.isTTY && this.steps > 0) process.stderr.write('\r\u001B[K');
    const { done, unchanged, failed, 'needs-officer': left } = this.counts();
    process.stderr.write(
      `${stopped ? '已停止' : '巡查结束'}：已查 ${done}，无变化 ${unchanged}，待人工 ${left}，未查成 ${failed}。\n`,
    );
  }
}
