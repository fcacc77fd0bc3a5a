import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import './section-head.css';

export interface SectionHeadProps {
  title: string;
  count?: number | undefined;
  /** Absent for a section that does not fold. */
  open?: boolean;
  onToggle?: () => void;
  /** Hints or figures at the right; outside the button, so they may hold controls. */
  trailing?: ComponentChildren;
  /** Id of what folds. */
  controls?: string;
}

/** Head of a section, 36 CSS px high; folds when `open` is given. */
export function SectionHead({ title, count, open, onToggle, trailing, controls }: SectionHeadProps) {
  const words = (
    <>
      <span class="zj-section-title">{title}</span>
      {count !== undefined && <span class="zj-section-count">{count.toLocaleString('en-US')}</span>}
    </>
  );
  return (
    <div class="zj-line zj-section-head">
      <h2 class="zj-line">
        {open === undefined ? (
          words
        ) : (
          <button
            type="button"
            class="zj-line zj-section-fold"
            aria-expanded={open}
            {...(controls ? { 'aria-controls': controls } : {})}
            onClick={onToggle}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
            {words}
          </button>
        )}
      </h2>
      {trailing && <div class="zj-line zj-section-trailing">{trailing}</div>}
    </div>
  );
}
