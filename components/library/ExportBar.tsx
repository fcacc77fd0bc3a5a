import type { ComponentChildren } from 'preact';
import { sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './export-bar.css';
import { PaperMenu, type PaperMenuProps } from './PaperMenu.tsx';

/** Where an export stands. */
export type ExportState = { phase: 'idle' } | Running | Ended;

/** `done` of `total` bytes. */
interface Running {
  phase: 'writing' | 'verifying';
  items: number;
  done: number;
  total: number;
}

/** `damaged`: files that did not hold before, and are named so in the bundle. */
type Ended = { phase: 'done'; name: string; size: number; damaged: number } | { phase: 'failed'; reason: string };

export interface ExportBarProps {
  /** Items chosen that hold. */
  picked: number;
  /** Bytes of their artefacts. */
  pickedSize: number;
  /** Chosen items that no longer hold: they are kept apart until a bundle mends them. */
  damaged: number;
  state: ExportState;
  papers: PaperMenuProps;
  /** Acts on all chosen items, damaged ones among them. */
  acts: ComponentChildren;
  /** Saves the table of the chosen items (.xlsx). */
  onTable: () => void;
  onExport: () => void;
  onCancel: () => void;
  /** Takes the selection back, or puts a finished run away. */
  onClear: () => void;
}

function RunningLines({ state, onCancel }: { state: Running; onCancel: () => void }) {
  const share = state.total > 0 ? state.done / state.total : 0;
  return (
    <>
      <div class="zj-acts zj-export-line" role="status">
        <b>{t('export_running')}</b>
        <span class="zj-secondary">
          {t(state.phase === 'writing' ? 'export_writing' : 'export_verifying', state.items)}
        </span>
        <span class="zj-export-share">{Math.floor(share * 100)}%</span>
      </div>
      <ProgressBar value={state.done} max={state.total} label={t('export_running')} />
      <div class="zj-acts zj-export-line">
        <Button icon="download" busy>
          {t('export_bundle')}
        </Button>
        <span class="zj-export-space" />
        <Button variant="plain" keys={['Esc']} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}

export const doneText = (damaged: number): string =>
  damaged > 0 ? t('export_doneDamaged', damaged) : t('export_done');

/** The result of a run in one line: written and verified, or why not. */
function Outcome({ state }: { state: Ended }) {
  return state.phase === 'done' ? (
    <span class="zj-line zj-export-done" role="status">
      <Icon name="shield-check" />
      <b>{doneText(state.damaged)}</b>
      <span class="zj-mono zj-ellipsis">{state.name}</span>
      <span class="zj-secondary">{sizeText(state.size)}</span>
    </span>
  ) : (
    <span class="zj-line zj-export-failed" role="alert">
      <Icon name="warning" />
      {state.reason}
    </span>
  );
}

/** Rises with a selection; shows the run while it lasts and what came of it. */
export function ExportBar(props: ExportBarProps) {
  const { picked, pickedSize, damaged, state, papers, acts, onTable, onExport, onCancel, onClear } = props;
  if ('done' in state)
    return (
      <section class="zj-stack zj-export" aria-label={t('export_bundle')}>
        <RunningLines state={state} onCancel={onCancel} />
      </section>
    );
  if (picked + damaged === 0 && state.phase === 'idle') return null;
  return (
    <section class="zj-stack zj-export" aria-label={t('export_bundle')}>
      <div class="zj-acts zj-export-line">
        {state.phase === 'idle' ? (
          <span>
            <b>{t('items_picked', picked + damaged)}</b>
            <span class="zj-secondary zj-export-note">
              {sizeText(pickedSize)}
              {damaged > 0 && ` · ${t('export_damagedLeftOut', damaged)}`}
            </span>
          </span>
        ) : (
          <Outcome state={state} />
        )}
        <span class="zj-export-space" />
        <Button variant="plain" keys={['Esc']} onClick={onClear}>
          {t(state.phase === 'idle' ? 'items_unpick' : 'close')}
        </Button>
        {acts}
        {picked > 0 && (
          <>
            <PaperMenu {...papers} />
            <Button icon="columns" onClick={onTable}>
              {t('export_table')}
            </Button>
            <Button variant="filled" icon="download" keys={['Ctrl', 'E']} onClick={onExport}>
              {t('export_bundle')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
