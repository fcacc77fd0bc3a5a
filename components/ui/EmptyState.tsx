import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import './empty-state.css';
import './round-sign.css';

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

/** Nothing to show here: what that means and what to do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class="zj-empty">
      <span class="zj-round-sign">
        <Icon name={icon} size={20} />
      </span>
      <div class="zj-empty-body">
        <p>
          <b>{title}</b>
        </p>
        {children && <div class="zj-empty-text">{children}</div>}
        {action && <div class="zj-empty-action">{action}</div>}
      </div>
    </div>
  );
}
