import type { ComponentChildren } from 'preact';
import './fact-row.css';

/** A label, its value, and at the right a sign or an act; 28 CSS px high. */
export function FactRow({
  label,
  children,
  trailing,
}: {
  label: string;
  children: ComponentChildren;
  trailing?: ComponentChildren;
}) {
  return (
    <div class="zj-fact">
      <span class="zj-fact-label">{label}</span>
      <div class="zj-line zj-fact-body">
        <span class="zj-fact-value">{children}</span>
        {trailing}
      </div>
    </div>
  );
}
