import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { ManagedSetting } from '../../utils/store/managed-settings.ts';
import { Icon } from '../ui/Icon.tsx';
import './managed.css';

/** Settings that the administrator fixed for every machine of the office. */
export const LockedSettings = createContext<readonly ManagedSetting[]>([]);

/** The controls of one setting; where the administrator fixed it they show its value, cannot be used, and say why. */
export function Managed({ setting, children }: { setting: ManagedSetting; children: ComponentChildren }) {
  if (!useContext(LockedSettings).includes(setting)) return <>{children}</>;
  return (
    <fieldset class="zj-managed" disabled>
      <legend>
        <Icon name="lock" size={12} /> {t('managed_locked')}
      </legend>
      {children}
    </fieldset>
  );
}
