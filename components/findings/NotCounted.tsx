import type { VNode } from 'preact';
import { t } from '../../utils/base/i18n.ts';
import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import { SectionHead } from '../ui/SectionHead.tsx';

export interface NotCountedProps {
  title: string;
  rows: readonly FramedFinding[];
  open: boolean;
  onToggle: () => void;
  row: (finding: FramedFinding) => VNode;
}

/** Findings that are no claims, folded under a heading that says that they do not count; nothing where there are none. */
export function NotCounted({ title, rows, open, onToggle, row }: NotCountedProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <SectionHead
        title={title}
        count={rows.length}
        open={open}
        onToggle={onToggle}
        trailing={<span class="zj-secondary">{t('notCounted')}</span>}
      />
      {open && <ul aria-label={title}>{rows.map(row)}</ul>}
    </>
  );
}
