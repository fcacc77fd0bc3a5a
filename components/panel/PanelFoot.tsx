import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import './panel-foot.css';

export interface PanelFootProps {
  /** Sealed captures of this address, and all sealed items; null until the store has answered. */
  captures: number | null;
  rulePackVersion: string;
  itemCount: number | null;
  onOpenLibrary: () => void;
}

/** What is kept of this page, by which rules it was read, and the way to the library. */
export function PanelFoot({ captures, rulePackVersion, itemCount, onOpenLibrary }: PanelFootProps) {
  return (
    <footer class="zj-line zj-panel-foot">
      <Icon name={captures ? 'shield-check' : 'lock'} size={14} />
      {captures !== null && <span>{captures > 0 ? t('pageCaptured', captures) : t('pageNotCaptured')}</span>}
      <span class="zj-panel-pack">{rulePackVersion && t('rulePackVersion', rulePackVersion)}</span>
      <button type="button" onClick={onOpenLibrary}>
        {itemCount === null ? t('library') : t('libraryCount', countText(itemCount))}
      </button>
    </footer>
  );
}
