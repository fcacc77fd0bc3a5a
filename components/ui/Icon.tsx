import { ICON_PATHS, type IconName } from './icon-paths.ts';
import './icon.css';

export interface IconProps {
  name: IconName;
  /** CSS px: 16 beside body text, 14 or 12 beside small text, 20 in a state heading. */
  size?: 12 | 14 | 16 | 20;
  /** Spoken name; without one the icon is decoration and stays silent. */
  label?: string;
  class?: string;
}

/** One icon of the family, in the current colour; the stroke stays 1.5 px from 14 px upward. */
export function Icon({ name, size = 16, label, class: className = '' }: IconProps) {
  const drawing = (
    <svg
      class={`zj-icon ${label ? '' : className}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      stroke-width={(1.5 * 16) / Math.max(size, 14)}
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
  if (!label) return drawing;
  return (
    <span role="img" class={`zj-icon-named ${className}`} aria-label={label}>
      {drawing}
    </span>
  );
}
