import { useState } from 'preact/hooks';

/**
 * What is typed over a value until the value changes. Not by an effect: one that comes late, as in a window behind another or on a busy
 * machine, would put the value back over what was typed meanwhile.
 */
export function useDraft(value: string): [string, (text: string) => void] {
  const [typed, setTyped] = useState<{ over: string; text: string } | null>(null);
  return [typed?.over === value ? typed.text : value, (text) => setTyped({ over: value, text })];
}
