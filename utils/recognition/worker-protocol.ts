import type { ModelList } from './model-files.ts';
import type { PictureReading, SkipReason } from './picture-reading.ts';

/** Page → worker. The first message starts it; each further one is a picture to be read. */
export type WorkerRequest =
  | {
      start: {
        /** Folder of the packed files, with a slash at its end. */
        folder: string;
        list: ModelList;
      };
    }
  | { id: number; bytes: ArrayBuffer; digest: string };

/** Worker → page, one for each picture; `defect` is an unknown failure. */
export type WorkerReply = { id: number } & (
  | { reading: Omit<PictureReading, 'reader'> }
  | { skipped: SkipReason }
  | { broken: string }
  | { defect: string }
);
