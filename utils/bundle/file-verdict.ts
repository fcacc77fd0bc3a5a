/**
 * What the manifests say of one file: it is the one that was listed, its bytes differ, it is listed and not there, it is
 * there and not listed, or it is made over the manifests themselves and vouched for by its own check.
 */
export const FILE_STATES = ['differs', 'missing', 'extra', 'unlisted', 'ok'] as const;

export type FileState = (typeof FILE_STATES)[number];

export interface FileVerdict {
  /** Below the bag's folder. */
  path: string;
  state: FileState;
  /** Bytes; absent for a file that is not there or cannot be read. */
  size?: number;
}
