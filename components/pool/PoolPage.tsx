import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ClashList } from './ClashList.tsx';
import { FindingTable } from './FindingTable.tsx';
import { LockState } from './LockState.tsx';
import { MemberTable } from './MemberTable.tsx';
import { PooledItems } from './PooledItems.tsx';
import type { PoolRun, PoolView } from './pool-view.ts';
import { StrangerList } from './StrangerList.tsx';
import './pool-page.css';

export interface PoolPageProps {
  /** Folder or address; null while none is chosen. */
  where: string | null;
  view: PoolView;
  run: PoolRun;
  /** Fingerprint of this machine's key; null until it is read. */
  ownKey: string | null;
  onSync: () => void;
  onCancel: () => void;
  onConfirm: (key: string, holder: string) => void;
  onSettle: (key: string, whose: 'mine' | 'theirs') => void;
  onPutBack: () => void;
  /** Attacks the store; absent where a browser cannot try everything. */
  onProbe?: (() => void) | undefined;
}

function Head({ where, view, run, onSync, onCancel }: PoolPageProps) {
  const last = view.report?.at;
  return (
    <header class="zj-page-head zj-patrol-head">
      <h1>{t('section_pool')}</h1>
      {where !== null && <span class="zj-secondary zj-ellipsis">{where}</span>}
      <span class="zj-secondary">{last ? t('pool_last', dateTimeText(last)) : t('pool_never')}</span>
      <span class="zj-patrol-bar-acts">
        {run.state === 'running' ? (
          <Button onClick={onCancel}>{t('cancel')}</Button>
        ) : (
          <Button icon="refresh" variant="filled" disabled={where === null} onClick={onSync}>
            {t('pool_sync')}
          </Button>
        )}
      </span>
    </header>
  );
}

function Status({ run, view }: Pick<PoolPageProps, 'run' | 'view'>) {
  const { report } = view;
  return (
    <div role="status" class="zj-pool-status">
      {run.state === 'running' && (
        <ProgressBar value={run.done} max={run.total || 1} label={t(`pool_phase_${run.phase}`, run.done, run.total)} />
      )}
      {run.state === 'failed' && (
        <Note icon="warning" tone="missing">
          {run.reason}
        </Note>
      )}
      {run.state === 'idle' && report && (
        <p class="zj-secondary">
          {report.handedIn + report.taken + report.addenda + report.values === 0
            ? t('pool_upToDate')
            : t('pool_report', report.handedIn, report.taken, report.addenda, report.values)}
        </p>
      )}
    </div>
  );
}

/** The office's common pool of evidence: what is where, from whom, and what needs an officer. */
export function PoolPage(props: PoolPageProps) {
  const { where, view, run, ownKey, onConfirm, onSettle, onPutBack, onProbe } = props;
  const strangers = view.report?.strangers ?? [];
  const findings = view.report?.findings ?? [];
  return (
    <main class="zj-pane zj-patrol">
      <Head {...props} />
      <div class="zj-pane zj-pool-body">
        {where === null ? (
          <EmptyState icon="library" title={t('pool_none')} action={<a href="#/settings">{t('pool_toSettings')}</a>}>
            {t('pool_noneText')}
          </EmptyState>
        ) : (
          <>
            <Status {...props} />
            {strangers.length > 0 && <StrangerList {...{ strangers, ownKey, onConfirm }} />}
            {view.clashes.length > 0 && <ClashList clashes={view.clashes} onSettle={onSettle} />}
            {findings.length > 0 && <FindingTable {...{ findings, onPutBack }} members={view.members} />}
            <MemberTable members={view.members} />
            {onProbe && <LockState lock={view.lock} onProbe={run.state === 'running' ? undefined : onProbe} />}
            <PooledItems items={view.items} />
          </>
        )}
      </div>
    </main>
  );
}
