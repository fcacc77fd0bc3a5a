import type { ComponentChildren } from 'preact';
import { t } from '../../utils/base/i18n.ts';
import type { Patrol, PatrolEntry } from '../../utils/patrol/patrol.ts';
import { auditProbes } from '../../utils/patrol/probes.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { countViews, ENTRY_VIEWS, type EntryView } from './entry-views.ts';
import { type PatrolActs, PatrolControls, PatrolFigures } from './PatrolList.tsx';
import './patrol-page.css';

export interface PatrolPageProps extends PatrolActs {
  patrol: Patrol;
  entries: readonly PatrolEntry[];
  view: EntryView;
  onView: (view: EntryView) => void;
  onReview: () => void;
  onRetry: () => void;
  onCleanUp: (format: 'xlsx' | 'docx') => void;
  onBack: () => void;
  children: ComponentChildren;
}

/** The audit by probes, told once the patrol has ended. */
function Audit({ patrol, entries }: Pick<PatrolPageProps, 'patrol' | 'entries'>) {
  const probes = entries.filter(({ expected }) => expected !== undefined);
  if (patrol.state !== 'ended' || probes.length === 0) return null;
  const { reliable, missed } = auditProbes(
    probes.map(({ url, expected, outcome, state }) => ({
      url,
      flagged: expected!,
      seen: state === 'done' || state === 'unchanged' ? (outcome?.flagged ?? null) : null,
    })),
  );
  if (reliable) return <Note icon="check-circle">{t('patrol_reliable', probes.length, missed.length)}</Note>;
  const urls = missed.map(({ url }) => url).join('、');
  return (
    <Note icon="warning" tone="missing">
      {t('patrol_unreliable', probes.length, missed.length, urls)}
    </Note>
  );
}

/** One patrol: how it goes, and its addresses. */
export function PatrolPage(props: PatrolPageProps) {
  const { patrol, entries, view, onView, onReview, onRetry, onCleanUp, onBack, children } = props;
  const counts = countViews(entries);
  const ended = Object.values(patrol.counts).reduce((sum, count) => sum + count, 0);
  return (
    <main class="zj-pane zj-patrol">
      <header class="zj-page-head zj-patrol-head">
        <IconButton icon="back" label={t('section_patrol')} onClick={onBack} />
        <h1 class="zj-ellipsis">{patrol.name}</h1>
        <PatrolFigures patrol={patrol} />
        <PatrolControls {...props} />
      </header>
      {patrol.state !== 'ended' && <ProgressBar value={ended} max={patrol.total} label={t('patrol_progressLabel')} />}
      <Audit patrol={patrol} entries={entries} />
      <div class="zj-page-head zj-patrol-bar">
        <Tabs
          label={patrol.name}
          current={view}
          tabs={ENTRY_VIEWS.map((id) => ({ id, label: t(`patrol_view_${id}`), count: counts[id] }))}
          onSelect={onView}
        />
        <span class="zj-patrol-bar-acts">
          {patrol.state === 'ended' && counts.failed > 0 && (
            <Button icon="refresh" onClick={onRetry}>
              {t('patrol_retry')}
            </Button>
          )}
          <Button icon="download" disabled={counts.flagged === 0} onClick={() => onCleanUp('xlsx')}>
            {t('patrol_cleanUpXlsx')}
          </Button>
          <Button icon="document" disabled={counts.flagged === 0} onClick={() => onCleanUp('docx')}>
            {t('patrol_cleanUpDocx')}
          </Button>
          <Button icon="eye" variant="filled" disabled={counts.flagged === 0} onClick={onReview}>
            {t('patrol_review')}
          </Button>
        </span>
      </div>
      <div id={`panel-${view}`} role="tabpanel" aria-labelledby={`tab-${view}`} class="zj-pane">
        {children}
      </div>
    </main>
  );
}
