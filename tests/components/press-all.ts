import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { draw } from './draw.ts';

/** What a press may lead to besides a change of the view: acts that were asked for, counted by whoever fakes them. */
export interface Pressed {
  view: () => ComponentChildren;
  acts: () => number;
  /** Buttons whose disabled state is explained by what stands beside them. */
  explained?: readonly RegExp[];
}

const nameOf = (button: HTMLElement) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();

const buttons = (root: ParentNode = document.body) => [
  ...root.querySelectorAll<HTMLButtonElement>('button, [role=switch], [role=checkbox], [role=radio]'),
];

/** What opened over the view: pressed through in its turn. */
const opened = () => document.querySelector('[role=menu], dialog');

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

/** Why it cannot be pressed has to be said: on the button, or under its label. */
const saysWhy = (button: HTMLElement) =>
  (button.title !== '' && button.title !== button.getAttribute('aria-label')) ||
  button.querySelector('.zj-menu-note') !== null ||
  button.hasAttribute('aria-describedby');

/** Does what is pressed stand so already? A chosen tab or choice has nothing to answer. */
const isChosen = (button: HTMLElement) =>
  ['aria-selected', 'aria-checked', 'aria-current', 'aria-pressed'].some(
    (name) => button.getAttribute(name) === 'true',
  ) &&
  button.getAttribute('role') !== 'switch' &&
  button.getAttribute('role') !== 'checkbox';

/**
 * Presses every button of a view, each in a view drawn anew, and every button of a menu or dialog that opens.
 * @returns names of the buttons whose press led to nothing that anybody sees, or that cannot be pressed and do not say why
 */
export async function unanswered({ view, acts, explained = [] }: Pressed): Promise<string[]> {
  const anew = async () => {
    await draw(null);
    await draw(view());
    await settle();
  };
  const silent: string[] = [];
  const press = async (button: HTMLButtonElement, path: string): Promise<void> => {
    if (button.disabled) {
      if (!saysWhy(button) && !explained.some((name) => name.test(nameOf(button)))) silent.push(`${path} (disabled)`);
      return;
    }
    if (isChosen(button) || button.getAttribute('aria-busy') === 'true') return;
    const before = document.body.innerHTML;
    const asked = acts();
    await act(() => button.click());
    await settle();
    // A field that the press leads to is an answer, too.
    const led = document.activeElement?.matches('input, textarea, select') ?? false;
    if (!led && acts() === asked && document.body.innerHTML === before) silent.push(path);
  };
  await anew();
  const count = buttons().length;
  for (let index = 0; index < count; index += 1) {
    await anew();
    const button = buttons()[index]!;
    const name = nameOf(button);
    await press(button, name);
    const within = opened() ? buttons(opened()!).length : 0;
    for (let inner = 0; inner < within; inner += 1) {
      await anew();
      await act(() => buttons()[index]!.click());
      await settle();
      const choice = buttons(opened()!)[inner]!;
      await press(choice, `${name} › ${nameOf(choice)}`);
    }
  }
  return silent;
}
