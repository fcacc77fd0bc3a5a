// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { CaptureProgress } from '../../../components/capture/CaptureProgress.tsx';
import { stepInHand, stepsDone, timeLeft } from '../../../components/capture/capture-progress.ts';
import { FailedView } from '../../../components/capture/FailedView.tsx';
import { InterruptedView } from '../../../components/capture/InterruptedView.tsx';
import { SealedView } from '../../../components/capture/SealedView.tsx';
import { at, INTERRUPTED, ITEM, job } from '../../gallery/fixtures.ts';
import { click, draw, named } from '../draw.ts';

const nothing = () => {};

describe('capture progress', () => {
  it('counts the tiles as parts of their step', () => {
    expect(stepsDone(job())).toBeCloseTo(2 + 12 / 31);
    expect(stepInHand(job())).toBe('tiles');
  });

  it('foretells the rest from the tiles done', () => {
    const sixSecondsIn = Date.parse(at('14:31:52.300'));
    expect(timeLeft(job(), sixSecondsIn)).toBeCloseTo((6000 / 12) * 19);
    expect(timeLeft(INTERRUPTED, sixSecondsIn)).toBeNull();
  });
});

describe('CaptureProgress', () => {
  const view = (part = {}) => (
    <CaptureProgress job={job(part)} now={Date.parse(at('14:31:58'))} cancelling={false} onCancel={nothing} />
  );

  it('says the step, the time, and shows a cell per tile', async () => {
    await draw(view());
    expect(document.body.textContent).toContain('第 3 步，共 5 步');
    expect(document.body.textContent).toContain('00:14');
    expect(document.querySelectorAll('.zj-tiles span')).toHaveLength(31);
    expect(document.querySelectorAll('.zj-tile-done')).toHaveLength(12);
  });

  it('turns more than 64 tiles into a bar', async () => {
    const { steps } = job();
    await draw(view({ steps: { ...steps, tiles: { ...steps.tiles, total: 65 } } }));
    expect(document.querySelector('.zj-tiles')).toBeNull();
    expect(named('[role=progressbar]', '已完成 12 块，共 65 块')).toBeTruthy();
  });

  it('has four steps when only the view is taken', async () => {
    await draw(view({ mode: 'view' }));
    expect(document.querySelectorAll('.zj-step')).toHaveLength(4);
  });

  it('asks to come back when it is paused', async () => {
    await draw(view({ state: 'paused' }));
    expect(named('h2', '已暂停')).toBeTruthy();
    expect(document.body.textContent).toContain('请回到该标签页');
  });
});

describe('SealedView', () => {
  const view = (part: Partial<Parameters<typeof SealedView>[0]> = {}) => (
    <SealedView item={ITEM} timestamp="unset" onOpen={nothing} onExport={nothing} onCopy={nothing} {...part} />
  );

  it('shows both digests shortened and copies them whole', async () => {
    const onCopy = vi.fn();
    await draw(view({ onCopy }));
    expect(document.body.textContent).toContain('9f2c41ab…7d0e53c8');
    await click(named('button', '复制 SM3'));
    expect(onCopy).toHaveBeenCalledWith(ITEM.digest.sm3);
  });

  it('lists what was not captured, also when that is nothing', async () => {
    await draw(view());
    await click(named('button', '查看'));
    expect(document.body.textContent).toContain('跨站框架 1 个：浏览器不允许读取');
    await draw(view({ item: { ...ITEM, record: { ...ITEM.record, notCaptured: [] } } }));
    expect(document.body.textContent).toContain('未取得无');
  });

  it('calls a missing time-stamp service no fault', async () => {
    await draw(view());
    expect(document.body.textContent).toContain('时间戳未设置');
  });

  it('says when what was read back differs', async () => {
    await draw(view({ item: { ...ITEM, health: { checkedAt: at('14:32:07'), damaged: ['a', 'b'] } } }));
    expect(document.body.textContent).toContain('2 个文件不一致');
  });
});

describe('InterruptedView', () => {
  it('offers to go on only on the same page', async () => {
    const view = (resumable: boolean) => (
      <InterruptedView
        job={INTERRUPTED}
        resumable={resumable}
        onResume={nothing}
        onRestart={nothing}
        onDiscard={nothing}
      />
    );
    await draw(view(true));
    expect(document.body.textContent).toContain('可从第 13 块继续');
    expect(named('button', '继续取证')).toBeTruthy();
    await draw(view(false));
    expect(document.body.textContent).not.toContain('继续取证');
    expect(document.body.textContent).toContain('不能作为证据导出');
  });
});

describe('FailedView', () => {
  it('gives the one sentence of the failure', async () => {
    await draw(
      <FailedView
        job={job({ state: 'failed', failure: { key: 'error_storageFull', values: [] } })}
        onRestart={nothing}
        onDiscard={nothing}
      />,
    );
    expect(document.body.textContent).toContain('存储空间已满');
    expect(document.querySelector('.zj-ring')).toBeNull();
  });
});
