/** Where a back-up lies: a folder, or one file. Paths are relative, parts joined by `/`. */
export interface BackupTarget {
  /** Undefined where there is none. */
  read(path: string): Promise<Blob | undefined>;
  /** Whole or not at all; the file is there when the promise resolves. */
  write(path: string, blob: Blob): Promise<void>;
}
