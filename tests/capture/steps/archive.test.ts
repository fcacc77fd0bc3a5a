import { describe, expect, it, vi } from 'vitest';
import { ArchiveError, archivePage } from '../../../utils/capture/steps/archive.ts';

/** An answer of the browser whose file is gone when it is read. */
function lostArchive(error: Error): Blob {
  const blob = new Blob(['lost']);
  blob.arrayBuffer = () => Promise.reject(error);
  return blob;
}

const gone = () => lostArchive(new DOMException('the file is gone', 'NotFoundError'));

describe('the archive of a page', () => {
  it('is asked for again when its file is gone before it was read', async () => {
    const save = vi
      .fn()
      .mockResolvedValueOnce(gone())
      .mockResolvedValueOnce(gone())
      .mockResolvedValue(new Blob(['MHTML']));
    const archive = await archivePage(7, save);
    expect(await archive.text()).toBe('MHTML');
    expect(archive.type).toBe('multipart/related');
    expect(save).toHaveBeenCalledTimes(3);
    expect(save).toHaveBeenCalledWith(7);
  });

  it('is given up after four lost files, as an expected failure', async () => {
    const save = vi.fn(async () => gone());
    await expect(archivePage(7, save)).rejects.toThrow(ArchiveError);
    expect(save).toHaveBeenCalledTimes(4);
  });

  it('lets any other failure through at once', async () => {
    const save = vi.fn(async () => lostArchive(new RangeError('no memory')));
    await expect(archivePage(7, save)).rejects.toThrow(RangeError);
    expect(save).toHaveBeenCalledOnce();
  });
});
