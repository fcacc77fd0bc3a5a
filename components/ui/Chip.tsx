import type { ComponentChildren } from 'preact';
import './chip.css';

export type ChipTone = 'missing' | 'doubt' | 'ok' | 'accent' | 'weak' | 'cited' | 'outline' | 'plain';

/** A soft label, 20 CSS px high; never clickable. `onSelected`: it stands on a selected row. */
export function Chip({
  tone = 'plain',
  onSelected = false,
  children,
}: {
  tone?: ChipTone;
  onSelected?: boolean;
  children: ComponentChildren;
}) {
  return <span class={`zj-chip zj-chip-${tone} ${onSelected ? 'zj-chip-on-selected' : ''}`}>{children}</span>;
}
