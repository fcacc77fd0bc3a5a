import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endOrphans, forgetOrphan, noteOrphan } from '../../utils/background/orphans.ts';

beforeEach(() => fakeBrowser.reset());

it('ends what a dead worker left attached or open, once, and nothing that was ended in order', async () => {
  const detach = vi.fn(async () => {});
  const remove = vi.spyOn(fakeBrowser.tabs, 'remove').mockResolvedValue(undefined);
  vi.stubGlobal('chrome', { debugger: { detach } });
  await Promise.all([
    noteOrphan('attached', 3),
    noteOrphan('attached', 4),
    noteOrphan('opened', 5),
    noteOrphan('opened', 6),
  ]);
  await Promise.all([forgetOrphan('attached', 4), forgetOrphan('opened', 6)]);
  await endOrphans();
  await endOrphans();
  expect(detach.mock.calls).toEqual([[{ tabId: 3 }]]);
  expect(remove.mock.calls).toEqual([[5]]);
  vi.unstubAllGlobals();
});
