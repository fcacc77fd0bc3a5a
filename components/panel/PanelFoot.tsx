import { t } from '../../utils/i18n.ts';
import { countText } from '../figures.ts';
import { Icon } from '../Icon.tsx';
import './panel-foot.css';

export interface PanelFootProps {
  /** Sealed captures of this address. */
  captures: number;
  rulePackVersion: string;
  itemCount: number;
  onOpenLibrary: () => void;
}

/** What is kept of this page, by which rules it was read, and the way to the library. */
export function PanelFoot({ captures, rulePackVersion, itemCount, onOpenLibrary }: PanelFootProps) {
  return (
    <footer class="zj-panel-foot">
      <Icon name={captures > 0 ? 'shield-check' : 'lock'} size={14} />
      <span>{captures > 0 ? t('pageCaptured', captures) : t('pageNotCaptured')}</span>
      <span class="zj-panel-pack">{rulePackVersion && t('rulePackVersion', rulePackVersion)}</span>
      <button type="button" onClick={onOpenLibrary}>
        {t('libraryCount', countText(itemCount))}
      </button>
    </footer>
  );
}
