import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import './note.css';

/** A sentence in a quiet box, about what is under way or has to be kept in mind. */
export function Note({
  icon,
  tone = 'plain',
  children,
}: {
  icon: IconName;
  tone?: 'plain' | 'weak' | 'missing';
  children: ComponentChildren;
}) {
  return (
    <div class={`zj-note zj-note-${tone}`}>
      <Icon name={icon} size={14} />
      <p>{children}</p>
    </div>
  );
}
