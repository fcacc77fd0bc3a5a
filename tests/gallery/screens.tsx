import type { ComponentChildren } from 'preact';
import type { DeskLineProps } from '../../components/desk/DeskLine.tsx';
import type { PanelViewProps } from '../../components/panel/PanelView.tsx';
import { PanelView } from '../../components/panel/PanelView.tsx';
import type { PanelActions } from '../../components/panel/panel-actions.ts';
import { PopupView, type PopupViewProps } from '../../components/popup/PopupView.tsx';
import { weigh } from '../../components/popup/popup-verdict.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import {
  at,
  explain,
  FINDINGS,
  finding,
  INTERRUPTED,
  ITEM,
  job,
  MANY_FINDINGS,
  REPORT_CERTIFICATE,
  report,
  SYSTEM_CERTIFICATE,
} from './fixtures.ts';
import { Primitives } from './Primitives.tsx';
import { REGISTER_SCREENS } from './register-screens.tsx';

const nothing = () => {};

const ACTIONS = new Proxy({} as PanelActions, { get: () => nothing });

const ZHANG = { name: '张示例', licence: '35000000001' };
const LI = { name: '李示例', licence: '35000000002' };
const DESK: DeskLineProps = {
  state: 'present',
  desk: { officer: ZHANG, companion: LI, since: at('14:20:00') },
  officers: [ZHANG, LI],
  onTake: nothing,
  onRegister: nothing,
};

function popup(part: Partial<PopupViewProps>): ComponentChildren {
  return (
    <PopupView
      verdict="found"
      counts={{ strong: 2, weak: 1 }}
      characters={4120}
      pictures={6}
      host="www.mm-jiance.example"
      itemCount={42}
      desk={DESK}
      captureKeys={['Alt', 'Q']}
      panelKeys={['Alt', 'W']}
      certificates={{ count: 0, missing: 0, problems: 0 }}
      capturing={false}
      onCapture={nothing}
      onToggleSite={nothing}
      onOpenPanel={nothing}
      onOpenLibrary={nothing}
      onOpenSettings={nothing}
      {...part}
    />
  );
}

const latest = (shown: CaptureJob): PopupViewProps['latest'] => ({
  job: shown,
  cancelling: false,
  resumable: true,
  onCancel: nothing,
  onResume: nothing,
  onDiscard: nothing,
  onOpen: nothing,
});

/** Two cases, one of them with a long name and about another site. */
const filing = (caseId: string): PanelViewProps['filing'] => ({
  cases: [
    { id: 'case-1', name: '示例案 2026-011', platform: 'mm-jiance.example' },
    { id: 'case-2', name: '某某检测认证服务有限公司涉嫌虚假宣传线索 2026-012', platform: 'shop-a.example' },
  ],
  caseId,
  host: 'mm-jiance.example',
  onChoose: nothing,
  onNew: nothing,
});

function panel(part: Partial<PanelViewProps> = {}): ComponentChildren {
  return (
    <PanelView
      page={{ title: report().title, host: 'www.mm-jiance.example' }}
      report={report()}
      updated={false}
      capture={{ state: 'none' }}
      now={Date.parse(at('14:31:58'))}
      filing={filing('case-1')}
      desk={DESK}
      scrollers={[]}
      captureKeys={['Alt', 'Q']}
      itemCount={42}
      captures={0}
      explain={explain}
      hasPortal={() => true}
      actions={ACTIONS}
      {...part}
    />
  );
}

const LONG_PAGE = {
  title: '全国通用质检报告、体系认证、产品认证、CMA 检测、CNAS 认可、入驻资料、标书资料一站式办理，当天受理，欢迎咨询',
  host: 'a-very-long-host-name.with-many-labels.and-more.mm-jiance-service.example',
};

export interface Screen {
  /** CSS px. */
  width: number;
  height: number;
  draw: () => ComponentChildren;
}

/** Every state of popup, panel and the office's lists, by name; the pictures and the accessibility test go through all of them. */
export const SCREENS: Readonly<Record<string, Screen>> = {
  primitives: { width: 760, height: 640, draw: () => <Primitives /> },
  'popup-found': {
    width: 360,
    height: 360,
    draw: () => popup({ certificates: { count: 1, missing: 2, problems: 2 }, weighed: weigh(report()) }),
  },
  'popup-none': {
    width: 360,
    height: 360,
    draw: () => popup({ verdict: 'none', counts: { strong: 0, weak: 0 }, host: 'www.mm-qiye.example' }),
  },
  'popup-unreadable': {
    width: 360,
    height: 360,
    draw: () => popup({ verdict: 'unreadable', counts: { strong: 0, weak: 0 }, host: null }),
  },
  'popup-desk-empty': {
    width: 360,
    height: 400,
    draw: () =>
      popup({
        desk: { ...DESK, state: 'empty', desk: null },
        failure: t('error_nobodyAtDesk'),
      }),
  },
  'popup-desk-idle': { width: 360, height: 400, draw: () => popup({ desk: { ...DESK, state: 'idle' } }) },
  'popup-desk-alone': {
    width: 360,
    height: 400,
    draw: () => popup({ desk: { ...DESK, desk: { officer: ZHANG, since: at('14:20:00') }, officers: [ZHANG] } }),
  },
  'popup-desk-none': {
    width: 360,
    height: 400,
    draw: () => popup({ desk: { ...DESK, state: 'empty', officers: [] } }),
  },
  'popup-off': {
    width: 360,
    height: 360,
    draw: () => popup({ verdict: 'off', counts: { strong: 0, weak: 0 }, host: LONG_PAGE.host }),
  },
  'popup-capturing': {
    width: 360,
    height: 400,
    draw: () => popup({ capturing: true, latest: latest(job()), filing: filing('case-1') }),
  },
  'popup-sealed': {
    width: 360,
    height: 400,
    draw: () =>
      popup({
        latest: latest(job({ state: 'sealed', endedAt: at('14:32:07'), itemId: ITEM.id })),
        filing: filing('case-1'),
      }),
  },
  'popup-interrupted': { width: 360, height: 400, draw: () => popup({ latest: latest(INTERRUPTED) }) },
  'popup-capture-failed': {
    width: 360,
    height: 400,
    draw: () =>
      popup({
        latest: latest(
          job({ state: 'failed', endedAt: at('14:32:07'), failure: { key: 'error_storageFull', values: [] } }),
        ),
      }),
  },
  'popup-scanning': {
    width: 360,
    height: 360,
    draw: () =>
      popup({
        verdict: 'scanning',
        counts: { strong: 0, weak: 0 },
        failure: '存储空间不足，取证未开始。请先导出或清理。',
      }),
  },
  'panel-found': { width: 400, height: 1032, draw: () => panel() },
  'panel-low-screen': { width: 400, height: 688, draw: () => panel() },
  'panel-narrow': {
    width: 320,
    height: 1032,
    draw: () =>
      panel({
        page: LONG_PAGE,
        filing: filing('case-2'),
        report: report({ certificates: [REPORT_CERTIFICATE, SYSTEM_CERTIFICATE] }),
      }),
  },
  'panel-360': {
    width: 360,
    height: 688,
    draw: () => panel({ report: report({ certificates: [REPORT_CERTIFICATE, SYSTEM_CERTIFICATE] }) }),
  },
  'panel-dismissed': {
    width: 400,
    height: 900,
    draw: () =>
      panel({
        updated: true,
        report: report({
          findings: [
            ...FINDINGS.map((each) => (each.id === 'a' ? { ...each, dismissed: true } : each)),
            finding({
              id: 'x',
              matchedText: '当\u200b天 出 证'.repeat(12),
              prefix: '长前缀'.repeat(10),
              suffix: '长后缀'.repeat(10),
              hidden: true,
              gone: true,
              channel: 'generated',
              position: 9,
            }),
          ],
          certificates: [SYSTEM_CERTIFICATE, REPORT_CERTIFICATE],
          reading: { done: 2, total: 6 },
        }),
      }),
  },
  'panel-many': {
    width: 400,
    height: 900,
    draw: () => panel({ report: report({ findings: MANY_FINDINGS, omitted: 1300, certificates: [] }) }),
  },
  'panel-none': {
    width: 400,
    height: 688,
    draw: () => panel({ report: report({ findings: [], certificates: [], unreadableFrames: 2 }) }),
  },
  'panel-scanning': { width: 400, height: 688, draw: () => panel({ report: undefined }) },
  'panel-failed': {
    width: 400,
    height: 688,
    draw: () => panel({ report: report({ state: 'failed', findings: [], certificates: [] }) }),
  },
  'panel-unreadable': {
    width: 400,
    height: 688,
    draw: () => panel({ report: report({ state: 'unreadable', findings: [], certificates: [] }) }),
  },
  'panel-off': {
    width: 400,
    height: 688,
    draw: () => panel({ report: report({ state: 'off', findings: [], certificates: [] }) }),
  },
  'capture-running': {
    width: 400,
    height: 740,
    draw: () => panel({ capture: { state: 'running', job: job(), cancelling: false } }),
  },
  'capture-paused': {
    width: 400,
    height: 740,
    draw: () =>
      panel({
        capture: {
          state: 'running',
          cancelling: true,
          job: job({
            state: 'paused',
            steps: { ...job().steps, tiles: { state: 'stopped', startedAt: at('14:31:46'), done: 80, total: 131 } },
          }),
        },
      }),
  },
  'capture-sealed': {
    width: 400,
    height: 740,
    draw: () =>
      panel({
        captures: 1,
        capture: {
          state: 'sealed',
          item: ITEM,
          caseName: '示例案 2026-011',
          pictureUrl: REPORT_CERTIFICATE.pictureUrl,
          timestamp: 'stamped',
        },
      }),
  },
  'capture-interrupted': {
    width: 400,
    height: 740,
    draw: () => panel({ capture: { state: 'interrupted', job: INTERRUPTED, resumable: true } }),
  },
  'capture-interrupted-changed': {
    width: 400,
    height: 740,
    draw: () => panel({ capture: { state: 'interrupted', job: INTERRUPTED, resumable: false } }),
  },
  'capture-failed': {
    width: 400,
    height: 740,
    draw: () =>
      panel({
        capture: {
          state: 'failed',
          job: job({ state: 'failed', endedAt: at('14:31:59'), failure: { key: 'error_storageFull', values: [] } }),
        },
      }),
  },
  ...REGISTER_SCREENS,
};
