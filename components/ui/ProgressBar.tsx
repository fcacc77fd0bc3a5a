import './progress-bar.css';

/** How far work is: `value` of `max`; moves only when work is done. */
export function ProgressBar({ value, max = 1, label }: { value: number; max?: number; label: string }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      class="zj-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
    >
      <div style={{ width: `${share * 100}%` }} />
    </div>
  );
}
