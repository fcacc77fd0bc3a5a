import { ExpectedFailure } from '../base/expected-failure.ts';

/** The disk or the quota is used up; nothing of the transaction was kept and everything before is intact. */
export class StorageFullError extends ExpectedFailure {
  override name = 'StorageFullError';
  constructor(cause: unknown) {
    super('error_storageFull', [], { cause });
  }
}

/**
 * Room that is always left free, bytes. Chromium whose database meets a disk without a byte to spare may take it for broken,
 * delete it and begin an empty one (seen by `npm run torture`): the product never uses the last of the disk, and does not open
 * the store while it is gone.
 */
const RESERVE = 24 * 1024 * 1024;

/** Whether so many bytes leave the reserve as it is. */
export async function hasRoom(bytes: number): Promise<boolean> {
  // Absent where there is no browser.
  const { usage = 0, quota = Number.POSITIVE_INFINITY } = (await navigator.storage?.estimate()) ?? {};
  return quota - usage >= RESERVE + bytes;
}

/** @throws StorageFullError when `bytes` would come too near to the end of the disk; nothing was written then */
export async function ensureRoomFor(bytes: number): Promise<void> {
  if (!(await hasRoom(bytes))) throw new StorageFullError(new Error('the reserve of the disk is reached'));
}
