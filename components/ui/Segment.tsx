import { nextIndex } from './arrow-keys.ts';
import './segment.css';

export interface SegmentProps<Value extends string> {
  /** Spoken name of the choice. */
  label: string;
  options: readonly { value: Value; label: string }[];
  /** Null while nothing is chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of a few, all in view; arrow keys move the choice. */
export function Segment<Value extends string>({ label, options, value, onChange }: SegmentProps<Value>) {
  return (
    <div class="zj-segment" role="radiogroup" aria-label={label}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold its own label in one target
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value || (value === null && index === 0) ? 0 : -1}
          onClick={() => onChange(option.value)}
          onKeyDown={(event) => {
            const next = nextIndex(event.key, index, options.length);
            if (next === null) return;
            event.preventDefault();
            onChange(options[next]!.value);
            (event.currentTarget.parentElement?.children[next] as HTMLElement | undefined)?.focus();
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
