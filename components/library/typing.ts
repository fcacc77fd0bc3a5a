/** Whether a key press belongs to a field that takes text, so that single letters are no shortcuts there. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.isComposing) return true;
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
}
