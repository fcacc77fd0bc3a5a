import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import './panel-head.css';

export interface PanelHeadProps {
  title: string;
  host: string;
  /** Address of the page's icon. */
  iconUrl?: string | undefined;
  /** Absent while a capture runs. */
  onRescan?: (() => void) | undefined;
  menu: readonly MenuItem[];
}

/** Which page the panel speaks of; stays in view while the list scrolls. */
export function PanelHead({ title, host, iconUrl, onRescan, menu }: PanelHeadProps) {
  const [brokenIcon, setBrokenIcon] = useState<string>();
  return (
    <header class="zj-line zj-panel-head">
      {iconUrl && iconUrl !== brokenIcon ? (
        <img class="zj-panel-icon" src={iconUrl} alt="" onError={() => setBrokenIcon(iconUrl)} />
      ) : (
        <span class="zj-panel-icon" aria-hidden="true">
          {[...(title || host).trim()][0]}
        </span>
      )}
      <div class="zj-panel-page">
        <h1 class="zj-ellipsis" title={title}>
          {title || host}
        </h1>
        <p class="zj-secondary zj-ellipsis" title={host}>
          {host}
        </p>
      </div>
      {onRescan && <IconButton icon="refresh" label={t('rescan')} onClick={onRescan} />}
      <Menu label={t('more')} class="zj-icon-button" items={menu}>
        <Icon name="more" />
      </Menu>
    </header>
  );
}
