import type { ComponentChildren } from 'preact';
import { clockText } from '../../utils/base/figures.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import { Icon } from '../ui/Icon.tsx';
import './capture-view.css';

export interface CaptureHeadProps {
  job: CaptureJob;
  kind: 'failed' | 'interrupted';
  title: string;
  children: ComponentChildren;
}

/** How a capture ended that was not sealed, when, and below it the sentence that says where or why. */
export function CaptureHead({ job, kind, title, children }: CaptureHeadProps) {
  return (
    <section class={`zj-capture-head zj-capture-${kind}`}>
      <div class="zj-line zj-capture-title" role={kind === 'failed' ? 'alert' : 'status'}>
        <h2>
          <Icon name="warning" size={20} />
          {title}
        </h2>
        <span class="zj-secondary">{clockText(job.endedAt ?? job.startedAt)}</span>
      </div>
      {children}
    </section>
  );
}
