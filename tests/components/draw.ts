import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { browser } from '#imports';
import { message } from '../gallery/locale.ts';

browser.i18n.getMessage = ((key: string, values?: string[]) =>
  message('zh_CN', key, values)) as typeof browser.i18n.getMessage;

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

/** Draws into the document, in Chinese; drawn again it updates what stands there. */
export async function draw(view: ComponentChildren): Promise<HTMLElement> {
  await act(() => render(view, document.body));
  return document.body;
}

/** The one element with this role (or tag) and accessible name: its label, or its text. */
export function named(selector: string, name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() === name,
  );
  if (found.length !== 1) throw new Error(`${found.length} elements match ${selector} “${name}”`);
  return found[0]!;
}

export async function click(element: Element | null | undefined): Promise<void> {
  if (!element) throw new Error('nothing to click');
  await act(() => (element as HTMLElement).click());
}

/** Puts text into the one field that is drawn. */
export async function type(text: string): Promise<void> {
  const input = document.querySelector('input');
  if (!input) throw new Error('nothing to type into');
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): Promise<void> {
  await act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  });
}
