import type { Ref } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import './icon-button.css';

export interface IconButtonProps {
  icon: IconName;
  /** Spoken name, and the hint on hover. */
  label: string;
  onClick?: (() => void) | undefined;
  disabled?: boolean;
  /** For a button that stays down. */
  pressed?: boolean;
  size?: 14 | 16;
  buttonRef?: Ref<HTMLButtonElement>;
  class?: string;
}

/** A 28×28 button that shows only its icon. */
export function IconButton({
  icon,
  label,
  onClick,
  disabled = false,
  pressed,
  size = 16,
  buttonRef,
  class: className = '',
}: IconButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      class={`zj-icon-button ${className}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => onClick?.()}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
