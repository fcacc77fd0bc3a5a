import { expect, it, vi } from 'vitest';
import { ensureRoom, neededRoom, StorageLowError } from '../../../utils/capture/job/storage-room.ts';

const page = (height: number, devicePixelRatio = 1) => ({
  document: { width: 1280, height },
  viewport: { width: 1280, height: 720, devicePixelRatio },
});

it('grows with the area of the page in device pixels', () => {
  expect(neededRoom(page(10_000, 2)) - neededRoom(page(0))).toBe(4 * (neededRoom(page(10_000)) - neededRoom(page(0))));
});

it('refuses to begin where the page may not fit', async () => {
  const estimate = vi.fn(async () => ({ usage: 900e6, quota: 1000e6 }));
  vi.stubGlobal('navigator', { storage: { estimate, persisted: async () => false } });
  await expect(ensureRoom(page(2000))).resolves.toBeUndefined();
  await expect(ensureRoom(page(60_000))).rejects.toThrow(StorageLowError);
  vi.unstubAllGlobals();
});
