import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import './rule-details.css';

export interface RuleRowProps {
  label: string;
  /** What is still amiss; stands below. */
  defect?: string | undefined;
  children: ComponentChildren;
}

/** One part of a rule: its name at the left, its content, and below, once somebody has been there, what it still lacks. */
export function RuleRow({ label, defect, children }: RuleRowProps) {
  const [touched, setTouched] = useState(false);
  return (
    <div class="zj-rule-row" onFocusOut={() => setTouched(true)}>
      <span class="zj-rule-label">{label}</span>
      <div>
        {children}
        {defect && touched && (
          <p class="zj-field-error">
            <Icon name="warning" size={12} />
            {defect}
          </p>
        )}
      </div>
    </div>
  );
}
