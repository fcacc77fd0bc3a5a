import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import './unread-pictures.css';

/** How many pictures were left alone because they do not look like certificates, and a way to have them read too. */
export function UnreadPictures({ count, onReadAll }: { count: number | undefined; onReadAll: () => void }) {
  if (!count) return null;
  return (
    <p class="zj-unread">
      <span>{t('picturesUnlike', countText(count))}</span>
      <Button variant="plain" size="small" onClick={onReadAll}>
        {t('readAllPictures')}
      </Button>
    </p>
  );
}
