import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { nextIndex } from './arrow-keys.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import './menu.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  /** The choice in force, in a menu of choices. */
  checked?: boolean;
  disabled?: boolean;
  /** Why it is disabled, or what it leaves out; stands under the label. */
  note?: string;
  onSelect: () => void;
}

export interface MenuProps {
  /** Spoken name of the trigger; it also is its hint. */
  label: string;
  items: readonly MenuItem[];
  /** What the trigger shows. */
  children: ComponentChildren;
  /** Class of the trigger. */
  class?: string;
  align?: 'left' | 'right';
  /** Opens above its trigger, at the lower edge of a page. */
  up?: boolean;
  disabled?: boolean;
  /** The list is about to be shown. */
  onOpen?: () => void;
}

/** A button that opens a short list of acts; arrows move, Enter picks, Esc closes and gives focus back. */
export function Menu({
  label,
  items,
  children,
  class: className = '',
  align = 'right',
  up = false,
  disabled = false,
  onOpen,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  const show = () => {
    onOpen?.();
    setOpen(true);
  };

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', away);
    addEventListener('blur', away);
    return () => {
      removeEventListener('pointerdown', away);
      removeEventListener('blur', away);
    };
  }, [open]);

  return (
    <div ref={root} class="zj-menu">
      <button
        ref={trigger}
        type="button"
        class={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        {...(open ? { 'aria-controls': id } : {})}
        onClick={() => (open ? setOpen(false) : show())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show();
        }}
      >
        {children}
      </button>
      {open && <MenuList {...{ id, label, items, align, up }} onLeave={() => setOpen(false)} onClose={close} />}
    </div>
  );
}

interface MenuListProps extends Required<Pick<MenuProps, 'label' | 'items' | 'align' | 'up'>> {
  id: string;
  /** The focus goes on to what stands behind. */
  onLeave: () => void;
  /** The focus goes back to the trigger. */
  onClose: () => void;
}

function MenuList({ id, label, items, align, up, onLeave, onClose }: MenuListProps) {
  return (
    <div
      id={id}
      role="menu"
      aria-label={label}
      class={`zj-menu-list zj-menu-${align} ${up ? 'zj-menu-up' : ''}`}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') return onClose();
        if (event.key === 'Tab') return onLeave();
        const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
        const next = nextIndex(event.key, choices.indexOf(document.activeElement as HTMLElement), choices.length);
        if (next === null) return;
        event.preventDefault();
        choices[next]?.focus();
      }}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          tabIndex={-1}
          disabled={item.disabled ?? false}
          {...(item.checked === undefined
            ? { role: 'menuitem' as const }
            : { role: 'menuitemradio' as const, 'aria-checked': item.checked })}
          onClick={() => {
            onClose();
            item.onSelect();
          }}
        >
          {item.icon && <Icon name={item.icon} />}
          <span class="zj-ellipsis">
            {item.label}
            {item.note && <span class="zj-menu-note">{item.note}</span>}
          </span>
          {item.checked && <Icon name="check" size={14} class="zj-menu-check" />}
        </button>
      ))}
    </div>
  );
}
