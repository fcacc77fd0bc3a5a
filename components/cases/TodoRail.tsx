import { countText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import './todo-rail.css';

/** Kinds of work that wait on the desk; labels live under `todo_<kind>`. */
export const TODO_KINDS = [
  'overdue',
  'near',
  'pending',
  'unconfirmed',
  'interrupted',
  'unexported',
  'unstamped',
  'damaged',
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

export interface Todo {
  kind: TodoKind;
  count: number;
  /** Where this work is done, `#/items?due=passed`. */
  href: string;
}

/** What waits to be done, each line a way to it; a line at zero disappears. */
export function TodoRail({ todos }: { todos: readonly Todo[] }) {
  const waiting = todos.filter(({ count }) => count > 0);
  return (
    <nav class="zj-todos" aria-label={t('todo_title')}>
      <h2>{t('todo_title')}</h2>
      {waiting.length === 0 && <p class="zj-secondary">{t('todo_none')}</p>}
      {waiting.map(({ kind, count, href }) => (
        <a key={kind} href={href} data-kind={kind}>
          <span>{t(keyOf('todo', kind))}</span>
          <span class="zj-todo-count">{countText(count)}</span>
        </a>
      ))}
    </nav>
  );
}
