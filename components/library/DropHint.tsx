import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import './drop-hint.css';

/** Covers the library while a file is held over it. */
export const DropHint = () => (
  <div class="zj-title zj-drop-hint" aria-hidden="true">
    <Icon name="shield-check" size={20} />
    {t('verify_drop')}
  </div>
);
