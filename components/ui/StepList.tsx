import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { Ring } from './Ring.tsx';
import './step-list.css';

export type StepState = 'done' | 'now' | 'waiting' | 'stopped';

export interface Step {
  id: string;
  label: string;
  state: StepState;
  /** Spoken word for the state. */
  stateLabel: string;
  /** Size, format or what it waits for. */
  detail?: ComponentChildren;
  /** Seconds or count, at the right. */
  figure?: string;
  /** Tile grid or the like. */
  body?: ComponentChildren;
}

const MARK = {
  done: <Icon name="check-circle" />,
  now: <Ring />,
  waiting: <Icon name="circle" />,
  stopped: <Icon name="warning" />,
} as const;

/** Steps in order, joined by a line: done, under way, waiting, stopped. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="zj-steps">
      {steps.map((step) => (
        <li
          key={step.id}
          class={`zj-step zj-step-${step.state}`}
          {...(step.state === 'now' ? { 'aria-current': 'step' } : {})}
        >
          <span class="zj-step-mark">{MARK[step.state]}</span>
          <div class="zj-step-body">
            <p class="zj-step-head">
              <b>{step.label}</b>
              <span class="zj-unseen">{step.stateLabel}</span>
              {step.figure && <span class="zj-secondary">{step.figure}</span>}
            </p>
            {step.detail && <p class="zj-step-detail">{step.detail}</p>}
            {step.body}
          </div>
        </li>
      ))}
    </ol>
  );
}
