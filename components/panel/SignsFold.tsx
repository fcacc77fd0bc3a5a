import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import './verdict-signs.css';

export interface SignsFoldProps {
  lead: string;
  /** What stands beside the lead while it is folded. */
  summary: string;
  /** One `li` a sign. */
  children: ComponentChildren;
  /** What the signs do not mean. */
  remark: string;
}

/** What is said of the page in one line, unfolded on demand into the signs for it. */
export function SignsFold({ lead, summary, children, remark }: SignsFoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="zj-signs">
      <button type="button" class="zj-signs-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{lead}</b>
        <span class="zj-ellipsis">{!open && summary}</span>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={14} />
      </button>
      {open && (
        <>
          <ul aria-label={lead}>{children}</ul>
          <p class="zj-secondary">{remark}</p>
        </>
      )}
    </div>
  );
}

/** Words of the page that a sign rests on; pressing them scrolls the page there. */
export function SignWords({ words, onLocate }: { words: string; onLocate: (words: string) => void }) {
  return (
    <button type="button" class="zj-signs-words" title={t('locateWords', words)} onClick={() => onLocate(words)}>
      {`“${words}”`}
    </button>
  );
}
