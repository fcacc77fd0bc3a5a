import { useState } from 'preact/hooks';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { PassphraseForm } from '../ui/PassphraseForm.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface StoreLock {
  /** Null until known. */
  state: 'off' | 'open' | 'locked' | null;
  /** Files of a locked store that are still kept as they are: kept before the passphrase was set. */
  plain: number;
  /** A passphrase is being turned into a key. */
  busy: boolean;
  /** Files converted of those to convert. */
  work: { done: number; total: number } | null;
  failure: string | null;
  set: (passphrase: string, again: string) => void;
  /** Answers whether it was done. */
  change: (old: string, passphrase: string, again: string) => Promise<boolean>;
  remove: (passphrase: string) => void;
  unlock: (passphrase: string) => void;
  lock: () => void;
  /** Encrypts the files that are still kept as they are. */
  encryptRest: () => void;
  stop: () => void;
}

/** Idle times to choose from, in minutes. */
const IDLE_MINUTES: readonly number[] = [10, 30, 60, 120, 0];

export interface LockGroupProps {
  lock: StoreLock;
  /** After so many minutes without an act it locks itself; 0 is never. */
  idleMinutes: number;
  onIdleMinutes: (minutes: number) => void;
}

type OpenForm = 'change' | 'remove' | null;

/** The passphrase that the files of the evidence are encrypted under. */
export function LockGroup({ lock, idleMinutes, onIdleMinutes }: LockGroupProps) {
  const [form, setForm] = useState<OpenForm>(null);
  const { state, work, failure, busy } = lock;
  return (
    <SettingsGroup title={t('lock_title')} hint={t('lock_hint')}>
      {work && (
        <div role="status">
          <ProgressBar value={work.done} max={work.total} label={t('lock_converting')} />
          <p class="zj-secondary">{t('lock_convertingFiles', countText(work.done), countText(work.total))}</p>
          <Button size="small" onClick={lock.stop}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {state === 'off' && (
        <>
          <Note icon="warning" tone="weak">
            {t('lock_lossWarning')}
          </Note>
          <PassphraseForm
            labels={[t('lock_passphrase'), t('lock_again')]}
            action={t('lock_set')}
            error={failure}
            busy={busy}
            onSubmit={([passphrase, again]) => lock.set(passphrase!, again!)}
          />
        </>
      )}
      {state === 'locked' && <UnlockForm lock={lock} />}
      {state === 'open' && !work && <OpenLock {...{ lock, idleMinutes, onIdleMinutes, form }} onForm={setForm} />}
    </SettingsGroup>
  );
}

/** What is done with a passphrase that is set, while the store is open. */
function OpenLock({
  lock,
  idleMinutes,
  onIdleMinutes,
  form,
  onForm,
}: LockGroupProps & { form: OpenForm; onForm: (form: OpenForm) => void }) {
  const { failure, busy } = lock;
  return (
    <>
      <p>{t('lock_on')}</p>
      {/* Told to whoever was second of two windows, and of files that could not be encrypted: no form stands there to say it. */}
      {failure && form === null && (
        <div role="alert">
          <Note icon="warning" tone="missing">
            {failure}
          </Note>
        </div>
      )}
      {lock.plain > 0 && (
        <Note icon="warning" tone="weak">
          {t('lock_plainFiles', countText(lock.plain))}{' '}
          <Button size="small" onClick={lock.encryptRest}>
            {t('lock_encryptRest')}
          </Button>
        </Note>
      )}
      <div class="zj-acts zj-lock-acts">
        <Button size="small" icon="lock" onClick={lock.lock}>
          {t('lock_now')}
        </Button>
        <Button size="small" expanded={form === 'change'} onClick={() => onForm(form === 'change' ? null : 'change')}>
          {t('lock_change')}
        </Button>
        <Button size="small" expanded={form === 'remove'} onClick={() => onForm(form === 'remove' ? null : 'remove')}>
          {t('lock_remove')}
        </Button>
      </div>
      <Managed setting="lockIdleMinutes">
        <ChoiceField
          label={t('lock_idle')}
          value={idleMinutes}
          choices={IDLE_MINUTES}
          words={(minutes) => (minutes === 0 ? t('lock_idleNever') : t('settings_deskIdleMinutes', minutes))}
          onChange={onIdleMinutes}
        />
      </Managed>
      {form === 'change' && (
        <PassphraseForm
          key="change"
          labels={[t('lock_old'), t('lock_new'), t('lock_again')]}
          action={t('lock_change')}
          error={failure}
          busy={busy}
          onSubmit={async ([old, passphrase, again]) => {
            if (await lock.change(old!, passphrase!, again!)) onForm(null);
          }}
        />
      )}
      {form === 'remove' && (
        <PassphraseForm
          key="remove"
          labels={[t('lock_passphrase')]}
          action={t('lock_remove')}
          error={failure}
          busy={busy}
          onSubmit={([passphrase]) => lock.remove(passphrase!)}
        />
      )}
    </>
  );
}

/** The one line that opens a locked store. */
export const UnlockForm = ({ lock, focused = false }: { lock: StoreLock; focused?: boolean }) => (
  <PassphraseForm
    labels={[t('lock_passphrase')]}
    focused={focused}
    action={t('lock_unlock')}
    error={lock.failure}
    busy={lock.busy}
    onSubmit={([passphrase]) => lock.unlock(passphrase!)}
  />
);
