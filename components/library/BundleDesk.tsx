import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './bundle-desk.css';
import { DeskItems } from './DeskItems.tsx';
import { DeskKeys } from './DeskKeys.tsx';
import { DeskVerdict } from './DeskVerdict.tsx';
import type { DeskOutcome, DeskState } from './desk-state.ts';

export interface BundleDeskProps {
  state: DeskState;
  /**
   * `compared`: the person says that unknown fingerprints were compared by other means; `confirmed`: the same of those that were
   * registered at this desk and bring addenda.
   */
  onImport: (said: { compared: boolean; confirmed: boolean }) => void;
  /** Puts a key on the office's list. */
  onTrust: (fingerprint: string, holder: string) => void;
  onOpen: (itemId: string) => void;
  /** Stops what runs. */
  onCancel: () => void;
  onClose: () => void;
}

function Running({ state }: { state: Extract<DeskState, { phase: 'verifying' | 'importing' }> }) {
  const words =
    state.phase === 'verifying' || state.done < state.total
      ? t('verify_running')
      : t('import_running', state.taken, state.items);
  return (
    <div class="zj-stack zj-desk-running">
      <p role="status">{words}</p>
      <ProgressBar value={state.done} max={state.total} label={words} />
    </div>
  );
}

function Outcome({ outcome }: { outcome: DeskOutcome }) {
  const { imported, present, restored, supplemented, refused } = outcome;
  const doubled = supplemented.filter((each) => each.doubled.length > 0);
  return (
    <div class="zj-stack zj-desk-outcome" role="status">
      <p class="zj-line zj-verdict-result" data-ok="true">
        <Icon name="shield-check" size={20} />
        <b>{t('import_done', imported.length)}</b>
      </p>
      {restored.length > 0 && <p>{t('import_restored', restored.join(t('listComma')))}</p>}
      {refused.map(({ itemId, addenda }) => (
        <Note key={itemId} icon="warning" tone="missing">
          {t('import_refusedAddenda', itemId, addenda.join(t('listComma')))}
        </Note>
      ))}
      {supplemented.map(({ itemId, addenda }) => (
        <p key={itemId}>{t('import_supplemented', itemId, addenda.join(t('listComma')))}</p>
      ))}
      {doubled.map((each) => (
        <p key={each.itemId}>{t('import_doubled', each.itemId, each.doubled.join(t('listComma')))}</p>
      ))}
      {present.length > 0 && <p>{t('import_present', present.join(t('listComma')))}</p>}
      <p class="zj-secondary">{t('import_logHint')}</p>
    </div>
  );
}

/** A key that was registered at this very desk would have a say in addenda: that wants a confirmation of its own. */
const bringsAddendaOfNewKeys = ({ keys, items }: Extract<DeskState, { phase: 'verdict' }>): boolean => {
  const supplements = items.some(({ standing }) => standing === 'supplements' || standing === 'damaged');
  return keys.some((key) => key.justRegistered && (key.addenda > 0 || (key.signsBundle && supplements)));
};

const firstOf = ({ imported, restored, supplemented }: DeskOutcome) =>
  imported[0] ?? restored[0] ?? supplemented[0]?.itemId;

function Stopped({ reason, taken }: { reason: string; taken: readonly string[] }) {
  return (
    <Note icon="warning" tone="missing">
      {reason} {taken.length > 0 && t('import_kept', taken.join(t('listComma')))}
    </Note>
  );
}

/** One bundle from elsewhere: checked layer by layer and file by file, then taken into this library. */
export function BundleDesk({ state, onImport, onTrust, onOpen, onCancel, onClose }: BundleDeskProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [compared, setCompared] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    setCompared(false);
    setConfirmed(false);
  }, [state.name]);
  const running = state.phase === 'verifying' || state.phase === 'importing';
  const shown = state.phase === 'verdict' ? state : null;
  const wanted = shown?.items.filter(({ standing }) => standing !== 'present' && standing !== 'clash').length ?? 0;
  const strangers = shown?.keys.some(({ standing }) => standing.kind === 'unknown') ?? false;
  const unproved = shown ? bringsAddendaOfNewKeys(shown) : false;
  const first = state.phase === 'done' ? firstOf(state.outcome) : undefined;
  return (
    <dialog
      ref={dialog}
      class="zj-verdict"
      aria-labelledby="verdict-title"
      onCancel={(event) => {
        event.preventDefault();
        if (running) onCancel();
        else onClose();
      }}
    >
      <header>
        <h2 id="verdict-title">{t('verify_title')}</h2>
        <p class="zj-mono zj-ellipsis" title={state.name}>
          {state.name}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without focusable parts must be reachable by keys */}
      <div class="zj-scroller zj-verdict-body" tabIndex={0}>
        {running && <Running state={state} />}
        {shown && (
          <>
            <DeskVerdict verdict={shown.verdict} />
            {shown.keys.length > 0 && <DeskKeys keys={shown.keys} onTrust={onTrust} />}
            {shown.items.length > 0 && <DeskItems items={shown.items} />}
            {shown.refusal && (
              <Note icon="warning" tone="missing">
                {shown.refusal}
              </Note>
            )}
          </>
        )}
        {state.phase === 'done' && <Outcome outcome={state.outcome} />}
        {state.phase === 'cancelled' && <Stopped reason={t('import_cancelled')} taken={state.taken} />}
        {state.phase === 'failed' && <Stopped {...state} />}
      </div>
      <footer class="zj-line zj-verdict-acts">
        {shown && wanted > 0 && strangers && (
          <Checkbox checked={compared} onChange={setCompared} label={t('import_compared')} />
        )}
        {shown && wanted > 0 && unproved && (
          <Checkbox checked={confirmed} onChange={setConfirmed} label={t('import_confirmAddenda')} />
        )}
        <span class="zj-library-space" />
        <Button onClick={running ? onCancel : onClose}>{t(running ? 'cancel' : 'close')}</Button>
        {shown && wanted > 0 && (
          <Button
            variant="filled"
            icon="download"
            disabled={(strangers && !compared) || (unproved && !confirmed)}
            onClick={() => onImport({ compared: strangers && compared, confirmed: unproved && confirmed })}
          >
            {t('import_start', wanted)}
          </Button>
        )}
        {first !== undefined && (
          <Button variant="filled" icon="eye" onClick={() => onOpen(first)}>
            {t('openEvidence')}
          </Button>
        )}
      </footer>
    </dialog>
  );
}
