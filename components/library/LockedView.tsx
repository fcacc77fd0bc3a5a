import { t } from '../../utils/base/i18n.ts';
import { type StoreLock, UnlockForm } from '../settings/LockGroup.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import './locked-view.css';

/** In place of the evidence while its files are locked. */
export const LockedView = ({ lock, count }: { lock: StoreLock; count: number }) => (
  <main class="zj-locked">
    <h1 class="zj-unseen">{t('section_items')}</h1>
    <EmptyState icon="lock" title={t('lock_locked', count)} action={<UnlockForm lock={lock} focused />}>
      {t('lock_lockedHint')}
    </EmptyState>
  </main>
);
