// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { useStored } from '../../utils/live/use-stored.ts';
import { notify } from '../../utils/store/notices.ts';

afterEach(() => render(null, document.body));

it('shows what it has read while changes come faster than it reads, and reads once for all that came meanwhile', async () => {
  let reads = 0;
  let answer: ((value: number) => void) | undefined;
  const read = () =>
    new Promise<number>((resolve) => {
      reads += 1;
      answer = resolve;
    });
  const Shown = () => <p>{String(useStored(['item'], read))}</p>;
  await act(() => render(<Shown />, document.body));
  const shown = () => document.body.textContent;
  expect(shown()).toBe('null');
  for (let round = 1; round <= 3; round += 1) {
    for (let change = 0; change < 5; change += 1) notify({ kind: 'item', key: String(change) });
    const settled = new BroadcastChannel('zhengjian');
    // What was sent before this has been heard when this is.
    await new Promise((resolve) => {
      settled.onmessage = resolve;
      notify({ kind: 'mark', key: '' });
    });
    settled.close();
    expect(reads).toBe(round);
    await act(async () => answer!(round));
    await vi.waitFor(() => expect(shown()).toBe(String(round)));
  }
});
