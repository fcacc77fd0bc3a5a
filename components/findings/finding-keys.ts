export type FindingCommand = 'next' | 'previous' | 'locate' | 'basis' | 'dismiss' | 'missed' | 'undo';

const PLAIN_KEYS: Readonly<Record<string, FindingCommand>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  b: 'basis',
  m: 'dismiss',
  l: 'missed',
};

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
const HAS_OWN_ENTER = 'button:not(.zj-finding-main), a, summary, [role^=menuitem]';
const HAS_OWN_ARROWS = '[role=radio], [role=tab], [role^=menuitem]';

/** What a key means for the list of findings; null where a field, a button or a menu uses it itself. */
export function findingCommand(event: KeyboardEvent): FindingCommand | null {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || target?.closest(TYPING)) return null;
  const undo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (undo) return 'undo';
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.key === 'Enter') return target?.closest(HAS_OWN_ENTER) ? null : 'locate';
  if (event.key.startsWith('Arrow') && target?.closest(HAS_OWN_ARROWS)) return null;
  return PLAIN_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
