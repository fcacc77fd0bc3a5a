import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { registerFirstPage } from '../../../entrypoints/background/install-first-page.ts';

const opened = vi.fn();

/** Tells the background, installed in this way, why it starts. */
async function installed(installType: string, reason: string): Promise<void> {
  browser.management.getSelf = vi.fn(async () => ({ installType })) as never;
  registerFirstPage();
  await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
}

beforeEach(() => {
  fakeBrowser.reset();
  opened.mockReset();
  browser.tabs.create = opened as never;
});

it.each(['normal', 'admin'])('opens the library once it is installed (%s)', async (installType) => {
  await installed(installType, 'install');
  expect(opened).toHaveBeenCalledExactlyOnceWith({ url: expect.stringMatching(/\/library\.html$/) });
});

it('opens nothing after an update, nor where it was loaded from a folder', async () => {
  await installed('normal', 'update');
  await installed('development', 'install');
  expect(opened).not.toHaveBeenCalled();
});
