import { t } from '../../utils/i18n.ts';
import { sizeText } from '../figures.ts';
import { Note } from '../Note.tsx';

/** Share of the storage from which it is said. */
const NEARLY_FULL = 0.8;

/** One line over the list when the storage runs out. All in bytes. */
export function StorageLine({ usage, quota }: { usage: number; quota: number }) {
  if (quota === 0 || usage / quota < NEARLY_FULL) return null;
  return (
    <Note icon="warning" tone="weak">
      {t('storage_nearlyFull', Math.floor((usage / quota) * 100), sizeText(Math.max(0, quota - usage)))}
    </Note>
  );
}
