import type { ComponentChildren } from 'preact';
import { countText } from '../../utils/base/figures.ts';
import { Icon } from '../ui/Icon.tsx';

export interface FindingGroupProps {
  name: string;
  count: number;
  open: boolean;
  onToggle: () => void;
  children: ComponentChildren;
}

/** The findings of one rule in a long list; folds. */
export function FindingGroup({ name, count, open, onToggle, children }: FindingGroupProps) {
  return (
    <li>
      <button type="button" class="zj-line zj-finding-group" aria-expanded={open} onClick={onToggle}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        <span class="zj-ellipsis">{name}</span>
        <span class="zj-secondary">{countText(count)}</span>
      </button>
      {open && <ul aria-label={name}>{children}</ul>}
    </li>
  );
}
