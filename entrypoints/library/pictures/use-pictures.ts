import { useState } from 'preact/hooks';
import type { Statement } from '../../../components/library/PictureForm.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import { t } from '../../../utils/base/i18n.ts';
import { localDay } from '../../../utils/base/local-day.ts';
import { sealExternalPicture } from '../../../utils/capture/pictures/seal-external.ts';
import { readSettings } from '../../../utils/store/settings.ts';
import { chooseFiles } from '../choose-file.ts';
import { openPicture } from './open-picture.ts';

/** Pictures that are taken in one turn: each is read, which takes seconds. */
const MOST_FILES = 20;
const LONGEST_NAME = 200;

/** What is under way with pictures from elsewhere. */
export interface PicturesControl {
  /** Null while none is handed over. */
  state: {
    names: readonly string[];
    progress: { done: number; total: number } | null;
    problems: readonly string[];
  } | null;
  /** Takes files that were dropped or chosen. */
  take: (files: readonly File[]) => void;
  choose: () => void;
  add: (stated: Statement) => void;
  close: () => void;
}

/** Whether a file wants to be a picture, by its stated type or its name; what it is its bytes say later. */
export const looksLikePicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(jpe?g|png|gif|webp|bmp|svg|hei[cf]|avif|tiff?)$/i.test(name);

/**
 * Pictures that an officer hands over: asked where they come from, read, and sealed one an item.
 * @param onSealed told the items when all were taken
 */
export function usePictures(onSealed: (itemIds: readonly string[]) => void): PicturesControl {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);

  const take = (handed: readonly File[]) => {
    if (done !== null || handed.length === 0) return;
    setFiles(handed.slice(0, MOST_FILES));
    setProblems(handed.length > MOST_FILES ? [t('picture_tooMany', MOST_FILES, handed.length - MOST_FILES)] : []);
  };
  const add = async (stated: Statement) => {
    const { referenceDate } = await readSettings();
    const today = referenceDate ?? localDay(new Date());
    const sealed: string[] = [];
    const left: File[] = [];
    const failures: string[] = [];
    for (const [index, file] of files.entries()) {
      setDone(index);
      const fileName = file.name.slice(0, LONGEST_NAME);
      try {
        const picture = await openPicture(file, today);
        const item = await sealExternalPicture(picture, {
          ...stated,
          fileName,
          fileModifiedAt: new Date(file.lastModified).toISOString(),
        });
        sealed.push(item.id);
      } catch (error) {
        left.push(file);
        failures.push(t('picture_failed', fileName, failureText(error)));
      }
    }
    setDone(null);
    setProblems(failures);
    setFiles(left);
    if (left.length === 0) onSealed(sealed);
  };
  return {
    state:
      files.length > 0
        ? {
            names: files.map(({ name }) => name),
            progress: done === null ? null : { done, total: files.length },
            problems,
          }
        : null,
    take,
    choose: () => void chooseFiles('image/*').then(take, reportError),
    add: (stated) => void add(stated).catch(reportError),
    close: () => setFiles([]),
  };
}
