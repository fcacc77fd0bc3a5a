import type { BackupTarget } from '../backup/backup-target.ts';

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

/** A folder that the officer chose. A file is written beside its place and takes it whole when it is closed. */
export function folderTarget(root: FileSystemDirectoryHandle): BackupTarget {
  const place = async (path: string, create: boolean) => {
    const parts = path.split('/');
    const name = parts.pop()!;
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
    return folder.getFileHandle(name, { create });
  };
  return {
    async read(path) {
      try {
        return await (await place(path, false)).getFile();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(path, blob) {
      const sink = await (await place(path, true)).createWritable();
      await blob.stream().pipeTo(sink);
    },
  };
}
