/** How a picture that no page brought came to the officer. */
export const PICTURE_MANNERS = ['screenshot', 'photograph', 'provided'] as const;
export type PictureManner = (typeof PICTURE_MANNERS)[number];

/** Where a picture from elsewhere comes from, as an officer stated it: nothing of it was seen by the software. */
export interface StatedOrigin {
  manner: PictureManner;
  /** App, mini-program or place. */
  where: string;
  /** Local time, `2026-11-23` or `2026-11-23T10:15`. */
  when: string;
  /** Who gave it; empty when the officer took it. */
  from: string;
  note: string;
  /** Name and last change of the file as it was handed over. */
  fileName: string;
  /** UTC, ISO 8601. */
  fileModifiedAt: string;
}

/** Whether an item is a picture from elsewhere (外来图片): nothing of it was captured from a page. */
export const isExternal = ({ external }: { external?: StatedOrigin }): boolean => external !== undefined;
