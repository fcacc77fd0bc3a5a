import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Key } from './Key.tsx';
import { Ring } from './Ring.tsx';
import './button.css';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: (() => void) | undefined;
  /** One `filled` per view: its main act. */
  variant?: 'filled' | 'outline' | 'plain';
  /** 28, 32 or 44 CSS px high. */
  size?: 'small' | 'normal' | 'main';
  icon?: IconName | undefined;
  /** Caps of a real shortcut, shown inside at the right. */
  keys?: readonly string[] | undefined;
  disabled?: boolean | undefined;
  /** Work under way: keeps the width, swaps the icon for the ring, takes no clicks. */
  busy?: boolean | undefined;
  /** For a button that shows and hides something. */
  expanded?: boolean;
  /** Takes all the width there is. */
  wide?: boolean;
  /** Shown on hover, for what the label leaves out. */
  title?: string;
  type?: 'button' | 'submit';
  buttonRef?: Ref<HTMLButtonElement>;
  class?: string;
}

export function Button({
  children,
  onClick,
  variant = 'outline',
  size = 'normal',
  icon,
  keys,
  disabled = false,
  busy = false,
  expanded,
  wide = false,
  title,
  type = 'button',
  buttonRef,
  class: className = '',
}: ButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type={type}
      class={`zj-button zj-button-${variant} zj-button-${size} ${wide ? 'zj-button-wide' : ''} ${className}`}
      disabled={disabled}
      aria-busy={busy}
      {...(title ? { title } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      onClick={() => {
        if (!busy) onClick?.();
      }}
    >
      {busy ? <Ring /> : icon && <Icon name={icon} />}
      <span class="zj-button-label">{children}</span>
      {keys && !disabled && <Key keys={keys} />}
    </button>
  );
}
