import { countText, dateTimeText } from '../../utils/base/figures.ts';
import { type MessageKey, t } from '../../utils/base/i18n.ts';
import type { Attack } from '../../utils/pool/attacks.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import type { PoolLock } from './pool-view.ts';

const NAMES: Readonly<Record<Attack, MessageKey>> = {
  delete: 'pool_attack_delete',
  overwrite: 'pool_attack_overwrite',
  empty: 'pool_attack_empty',
  'write-inside': 'pool_attack_writeInside',
  rename: 'pool_attack_rename',
  'move-over': 'pool_attack_moveOver',
  'move-over-unasked': 'pool_attack_moveOverUnasked',
  'copy-over': 'pool_attack_copyOver',
  'delete-folder': 'pool_attack_deleteFolder',
  'rename-folder': 'pool_attack_renameFolder',
  'change-properties': 'pool_attack_changeProperties',
  'lock-and-overwrite': 'pool_attack_lockAndOverwrite',
};

function Standing({ lock }: { lock: PoolLock | null }) {
  if (!lock) return <p class="zj-secondary">{t('pool_lockUnknown')}</p>;
  const at = dateTimeText(lock.at);
  if (lock.succeeded.length === 0) return <Note icon="lock">{t('pool_lockHeld', at)}</Note>;
  const names = lock.succeeded.map((attack) => t(NAMES[attack])).join('、');
  return (
    <Note icon="warning" tone="weak">
      {t('pool_lockOpen', at, countText(lock.succeeded.length), names)}
    </Note>
  );
}

/** Whether the server lets what lies in the pool be changed: only by attack, never by what it says of itself. */
export function LockState({ lock, onProbe }: { lock: PoolLock | null; onProbe?: (() => void) | undefined }) {
  return (
    <section class="zj-pool-part">
      <h2>{t('pool_lock')}</h2>
      <Standing lock={lock} />
      <p class="zj-secondary">{t('pool_lockHint')}</p>
      <div class="zj-pool-acts">
        <Button disabled={!onProbe} onClick={() => onProbe?.()}>
          {t('pool_lockProbe')}
        </Button>
      </div>
    </section>
  );
}
