import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icon-paths.ts';
import './toast.css';

/** How long a toast without an error stays, in milliseconds. */
const SHOWN_MS = 6_000;

export interface ToastProps {
  children: ComponentChildren;
  icon?: IconName;
  /** An error stays until it is closed. */
  error?: boolean;
  /** What lasts is said as long as it does; whoever shows it puts it away. */
  lasting?: boolean;
  action?: { label: string; onClick: () => void };
  onClose: () => void;
}

/** One short message at the bottom. Give it a `key` per message, so that each gets its own time. */
export function Toast({ children, icon, error = false, lasting = false, action, onClose }: ToastProps) {
  useEffect(() => {
    if (error || lasting) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={`zj-toast ${error ? 'zj-toast-error' : ''}`} role={error ? 'alert' : 'status'}>
      <Icon name={error ? 'warning' : (icon ?? 'info')} />
      <span class="zj-toast-text">{children}</span>
      {action && (
        <button type="button" class="zj-toast-action" onClick={action.onClick}>
          {action.label}
        </button>
      )}
      {error && <IconButton icon="close" size={14} label={t('close')} onClick={onClose} />}
    </div>
  );
}
