import type { ComponentChildren } from 'preact';
import './settings-page.css';

export interface SettingsGroupProps {
  title: string;
  hint?: string;
  children: ComponentChildren;
}

/** Settings of one subject: what it is at the left, the controls at the right. */
export function SettingsGroup({ title, hint, children }: SettingsGroupProps) {
  return (
    <section class="zj-settings-group">
      <div class="zj-settings-title">
        <h2>{title}</h2>
        {hint && <p class="zj-secondary">{hint}</p>}
      </div>
      <div class="zj-settings-fields">{children}</div>
    </section>
  );
}
