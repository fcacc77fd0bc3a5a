// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PanelView, type PanelViewProps } from '../../../components/panel/PanelView.tsx';
import type { PanelActions } from '../../../components/panel/panel-actions.ts';
import { at, explain, INTERRUPTED, ITEM, job, report } from '../../gallery/fixtures.ts';
import { click, draw, named, press } from '../draw.ts';

function panel(part: Partial<PanelViewProps> = {}, acts: Partial<PanelActions> = {}) {
  const actions = new Proxy(acts as PanelActions, { get: (target, name) => Reflect.get(target, name) ?? (() => {}) });
  return (
    <PanelView
      page={{ title: '某某检测认证服务', host: 'www.mm-jiance.example' }}
      report={report()}
      updated={false}
      capture={{ state: 'none' }}
      now={Date.parse(at('14:31:58'))}
      filing={{
        cases: [{ id: 'case-1', name: '示例案 2026-011', platform: 'shop-a.example' }],
        caseId: null,
        host: 'mm-jiance.example',
        onChoose: actions.onChooseCase,
        onNew: () => {},
      }}
      captureKeys={['Alt', 'Q']}
      scrollers={[]}
      itemCount={42}
      captures={0}
      explain={explain}
      hasPortal={() => false}
      actions={actions}
      {...part}
    />
  );
}

/** The line that says something of the page, by its beginning. */
const lineOf = (lead: string) =>
  [...document.querySelectorAll('.zj-signs-line')].find((line) => line.textContent?.startsWith(lead));

describe('PanelView', () => {
  it('offers to capture a part of the page that scrolls by itself, looked for as the menu opens', async () => {
    const onLookForScrollers = vi.fn();
    const onCaptureScrollers = vi.fn();
    const scrollers = [
      { frameId: 0, path: '/1/2', frameUrl: '', width: 620, height: 540, contentHeight: 5200, reachable: true },
      {
        frameId: 7,
        path: '',
        frameUrl: 'https://shop.test/a',
        width: 400,
        height: 300,
        contentHeight: 900,
        reachable: true,
      },
    ];
    await draw(panel({ scrollers }, { onLookForScrollers, onCaptureScrollers }));
    await click(document.querySelector('.zj-panel-capture-more')!);
    expect(onLookForScrollers).toHaveBeenCalledOnce();
    await click(named('[role=menuitem]', '截取滚动区域（620 × 540）')!);
    expect(onCaptureScrollers).toHaveBeenLastCalledWith('scroller', [scrollers[0]]);
    await click(document.querySelector('.zj-panel-capture-more')!);
    expect(named('[role=menuitem]', '截取滚动区域（400 × 300）在框架 shop.test 中')).toBeTruthy();
    await click(named('[role=menuitem]', '整页和 2 处滚动区域')!);
    expect(onCaptureScrollers).toHaveBeenLastCalledWith('full', scrollers);
  });

  it('does not offer a part whose frame stands nobody knows where, and says so', async () => {
    const scrollers = [
      {
        frameId: 7,
        path: '',
        frameUrl: 'https://shop.test/a',
        width: 400,
        height: 300,
        contentHeight: 900,
        reachable: false,
      },
    ];
    await draw(panel({ scrollers }));
    await click(document.querySelector('.zj-panel-capture-more')!);
    const item = [...document.querySelectorAll<HTMLButtonElement>('[role=menuitem]')].at(-1)!;
    expect(item.disabled).toBe(true);
    expect(item.textContent).toContain('框架在窗口中的位置无法确定');
  });

  it('counts claims only', async () => {
    await draw(panel());
    expect(named('h2', '疑似 3 处')).toBeTruthy();
    expect(document.querySelector('.zj-panel-levels')?.textContent).toBe('重点 2一般 1引用或否定 2');
  });

  it('says how much the claims weigh, and shows the words that rests on', async () => {
    const onLocate = vi.fn();
    const onLocateWords = vi.fn();
    await draw(panel({}, { onLocate, onLocateWords }));
    const line = lineOf('线索较强');
    expect(line).toBeTruthy();
    expect(document.querySelector('.zj-signs-words')).toBeNull();
    await click(line);
    await click(document.querySelector('.zj-signs-words'));
    await click(named('.zj-signs-words', '“¥1.00”'));
    expect(onLocate.mock.calls[0]?.[0]).toMatchObject({ matchedText: '当天出证' });
    expect(onLocateWords.mock.calls).toEqual([['¥1.00']]);
  });

  it('says what the page is taken for, and shows the words that tells it', async () => {
    const onLocateWords = vi.fn();
    await draw(panel({}, { onLocateWords }));
    await click(lineOf('认证、检测服务销售页'));
    await click(named('.zj-signs-words', '“微信”'));
    expect(onLocateWords.mock.calls).toEqual([['微信']]);
    const { page: _untold, ...untold } = report();
    await draw(panel({ report: untold }));
    expect(document.querySelector('.zj-panel')?.textContent).not.toContain('认证、检测服务销售页');
  });

  it('says whether a seller shows a permission, and what the office’s lists say of it', async () => {
    const { signs } = report();
    await draw(panel());
    expect(lineOf('未见许可公示')).toBeTruthy();
    const words = '批准号：CNCA-R-2002-034';
    const approvals = [{ kind: 'certification-body' as const, number: 'CNCA-R-2002-034', words, listed: [] }];
    await draw(panel({ report: report({ signs: { ...signs, approvals } }) }));
    await click(lineOf('公示的许可编号'));
    expect(document.querySelector('.zj-panel')?.textContent).toContain('名录未收录');
    await draw(panel({ report: report({ page: { kind: 'shop', signs: [] } }) }));
    expect(lineOf('未见许可公示')).toBeUndefined();
  });

  it('tells what weighed most in a decision, for and against, with the words of the page', async () => {
    await draw(panel());
    await press('b');
    const basis = document.querySelector('.zj-finding-basis')?.textContent;
    expect(basis).toContain('识别依据当天或即时出证“当天出证”；前文有承诺“保证”');
    expect(basis).toContain('相反因素后文有要求“需要”');
  });

  it('weighs nothing before the page was read for it, nor when every claim was put aside', async () => {
    const { signs: _unread, ...unread } = report();
    await draw(panel({ report: unread }));
    expect(document.querySelector('.zj-panel')?.textContent).not.toContain('线索');
    const dismissed = report().findings.map((each) => ({ ...each, dismissed: true }));
    await draw(panel({ report: report({ findings: dismissed }) }));
    expect(document.querySelector('.zj-panel')?.textContent).not.toContain('线索');
    expect(named('h2', '本页未发现疑似表述')).toBeTruthy();
  });

  it('captures the whole page, or the view from the menu', async () => {
    const onCapture = vi.fn();
    await draw(panel({}, { onCapture }));
    await click(document.querySelector('.zj-button-main'));
    await click(named('button', '取证方式'));
    await click(named('[role=menuitem]', '仅当前画面'));
    expect(onCapture.mock.calls).toEqual([['full'], ['view']]);
  });

  it('files new captures under the chosen case', async () => {
    const onChooseCase = vi.fn();
    await draw(panel({}, { onChooseCase }));
    await click(named('button', '归入案件：未归案'));
    await click(named('[role=menuitemradio]', '示例案 2026-011'));
    expect(onChooseCase).toHaveBeenCalledWith('case-1');
  });

  it('says beside the button that the page was captured before, and that it is of another site than the case', async () => {
    const filing: PanelViewProps['filing'] = {
      cases: [{ id: 'case-1', name: '示例案 2026-011', platform: 'shop-a.example' }],
      caseId: 'case-1',
      host: 'mm-jiance.example',
      onChoose: vi.fn(),
      onNew: vi.fn(),
    };
    await draw(panel({ filing, captures: 2 }));
    const top = document.querySelector('.zj-panel-top')?.textContent;
    expect(top).toContain('本页已取证 2 次');
    expect(top).toContain('本案网站为 shop-a.example，当前页面为 mm-jiance.example');
    await draw(panel({ filing: { ...filing, host: 'shop-a.example' } }));
    expect(document.querySelector('.zj-panel-top')?.textContent).not.toContain('本案网站为');
  });

  it('says what was read and what was not when nothing was found', async () => {
    await draw(panel({ report: report({ findings: [], certificates: [], unreadableFrames: 2 }) }));
    expect(document.body.textContent).toContain('已扫描文字 4,120 字、图片 6 张');
    expect(document.body.textContent).toContain('未扫描：视频内容、2 个无法读取的框架');
    expect(document.body.textContent).toContain('未发现不等于没有问题');
  });

  it('lets a scan under way be captured, and an unreadable page not', async () => {
    await draw(panel({ report: undefined }));
    expect((document.querySelector('.zj-button-main') as HTMLButtonElement).disabled).toBe(false);
    await draw(panel({ report: report({ state: 'unreadable', findings: [] }) }));
    expect((document.querySelector('.zj-button-main') as HTMLButtonElement).disabled).toBe(true);
  });

  it('cancels with Esc and shows no list while it captures', async () => {
    const onCancel = vi.fn();
    await draw(panel({ capture: { state: 'running', job: job(), cancelling: false } }, { onCancel }));
    expect(document.querySelector('.zj-finding')).toBeNull();
    await press('Escape');
    expect(onCancel).toHaveBeenCalledWith('job-1');
  });

  it('opens the sealed item with Enter, and folds the lists below', async () => {
    const onOpenItem = vi.fn();
    await draw(panel({ capture: { state: 'sealed', item: ITEM, timestamp: 'unset' } }, { onOpenItem }));
    expect(document.querySelector('.zj-finding')).toBeNull();
    await press('Enter');
    expect(onOpenItem).toHaveBeenCalledWith('E20261123-0007');
  });

  it('leads from an interrupted capture on, back to the start, or away', async () => {
    const acts = { onResume: vi.fn(), onRestart: vi.fn(), onDiscard: vi.fn() };
    await draw(panel({ capture: { state: 'interrupted', job: INTERRUPTED, resumable: true } }, acts));
    await click(named('button', '继续取证'));
    await click(named('button', '重新取证'));
    await click(named('button', '放弃'));
    for (const act of Object.values(acts)) expect(act).toHaveBeenCalledWith('job-1');
  });
});

describe('the recording of the session', () => {
  const startedAt = at('14:31:00');

  it('is not spoken of where the office does not record', async () => {
    await draw(panel());
    expect(document.querySelector('.zj-recording-bar')).toBeNull();
  });

  it('is started from the panel, shows its time and is stopped there', async () => {
    const onStartRecording = vi.fn();
    const onStopRecording = vi.fn();
    await draw(panel({ recording: null }, { onStartRecording }));
    await click(named('button', '开始录屏')!);
    expect(onStartRecording).toHaveBeenCalledOnce();
    await draw(panel({ recording: { state: 'running', startedAt, until: startedAt } }, { onStopRecording }));
    expect(document.querySelector('[role=timer]')?.textContent).toBe('00:58');
    await click(named('button', '结束录屏')!);
    expect(onStopRecording).toHaveBeenCalledOnce();
  });

  it('waits for its capture when it was cut off, unless the officer drops it', async () => {
    const onDiscardRecording = vi.fn();
    const recording = { state: 'interrupted' as const, startedAt, until: at('14:31:20') };
    await draw(panel({ recording }, { onDiscardRecording }));
    expect(document.querySelector('.zj-recording-bar')?.textContent).toContain('录屏中断00:20');
    await click(named('button', '放弃')!);
    expect(onDiscardRecording).toHaveBeenCalledOnce();
  });
});
