import { useState } from 'preact/hooks';
import type { ExposurePicture } from '../../../components/cases/ExposureDialog.tsx';
import { dataAddress } from '../../../utils/base/data-address.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { localDay } from '../../../utils/base/local-day.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { coverPicture } from '../../../utils/casework/cover-picture.ts';
import { coverPlaces } from '../../../utils/casework/cover-places.ts';
import { paperItems } from '../../../utils/casework/paper-sources.ts';
import { EXPOSURE_TITLE, exposureSheet, secretsOf } from '../../../utils/documents/exposure-sheet.ts';
import { answered, blanksOf } from '../../../utils/documents/paper.ts';
import type { PaperItem } from '../../../utils/documents/paper-item.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { digestBlob } from '../../../utils/evidence/digest.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { sendMessage } from '../../../utils/messages/messaging.ts';
import { addCaseEntry } from '../../../utils/store/cases.ts';
import { readSettings } from '../../../utils/store/settings.ts';

/** Pictures that are read at a time: what is published mostly shows a page or two, and reading takes seconds each. */
const AT_ONCE = 4;

/** A sheet for publication on its way: pictures are read, then a person looks at them, then it is made. */
export interface Exposure {
  /** Pictures read, of how many; null when none are being read. */
  reading: { done: number; total: number } | null;
  asked: {
    blanks: readonly string[];
    pictures: readonly ExposurePicture[];
    /** Pictures that were not read yet. */
    left: number;
    onMore: () => Promise<readonly ExposurePicture[]>;
  } | null;
  failure: string | null;
  made: string | null;
  start: () => void;
  make: (answers: ReadonlyMap<string, string>, pictures: readonly ExposurePicture[]) => void;
  end: () => void;
}

/** A picture of an item with the places that name the party; of one that could not be read nothing is known, and it stays out until an officer takes it. */
async function pictureOf({ id, picture }: PaperItem, secrets: readonly string[]): Promise<ExposurePicture | null> {
  if (!picture) return null;
  const { width, height, bytes } = picture;
  const blob = new Blob([bytes], { type: 'image/png' });
  const answer = await sendMessage('readPicture', { data: await dataAddress(blob), keep: false });
  const unread = 'skipped' in answer;
  const places = unread ? [] : coverPlaces(answer.reading.lines, secrets);
  return { itemId: id, blob, width, height, places, unread, shown: !unread };
}

async function readPictures(
  items: readonly PaperItem[],
  secrets: readonly string[],
  onProgress: (done: number) => void,
): Promise<ExposurePicture[]> {
  await sendMessage('openReader', undefined);
  const pictures: ExposurePicture[] = [];
  for (const [index, item] of items.entries()) {
    onProgress(index);
    const picture = await pictureOf(item, secrets);
    if (picture) pictures.push(picture);
  }
  return pictures;
}

/** What is read for a sheet, and what could be yet. */
interface Order {
  items: readonly PaperItem[];
  pictures: readonly ExposurePicture[];
  unread: readonly PaperItem[];
}

/** The redacted sheet of a case: what is sealed is only read. */
export function useExposure(about: Case, sealed: readonly EvidenceItem[], person: string): Exposure {
  const [reading, setReading] = useState<Exposure['reading']>(null);
  const [order, setOrder] = useState<Order | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [office, setOffice] = useState('');

  const read = async () => {
    setReading({ done: 0, total: 1 });
    const [items, settings] = await Promise.all([paperItems(sealed, true), readSettings()]);
    const secrets = secretsOf(about, items);
    const pictured = items.filter(({ picture }) => picture);
    const first = pictured.slice(0, AT_ONCE);
    const pictures = await readPictures(first, secrets, (done) => setReading({ done, total: first.length }));
    setOffice(settings.office);
    setOrder({ items, pictures, unread: pictured.slice(AT_ONCE) });
  };

  const readMore = async ({ items, unread }: Order) => {
    const more = await readPictures(unread.slice(0, AT_ONCE), secretsOf(about, items), () => undefined);
    setOrder((now) => now && { ...now, unread: unread.slice(AT_ONCE) });
    return more;
  };

  const write = async (answers: ReadonlyMap<string, string>, pictures: readonly ExposurePicture[]) => {
    const { paperDocx } = await import('../../../utils/documents/paper-docx.ts');
    const covered = await Promise.all(
      pictures
        .filter(({ shown }) => shown)
        .map(({ blob, places }) =>
          coverPicture(
            blob,
            places.flatMap((place) => (place.covered ? [place.box] : [])),
          ),
        ),
    );
    const sheet = exposureSheet(about, order!.items, { office, pictures: covered });
    const file = await paperDocx(answered(sheet, answers));
    const { sha256 } = await digestBlob(file);
    const text = `制作${EXPOSURE_TITLE}（已遮盖名称和号码），SHA-256 ${sha256}`;
    await addCaseEntry(about.id, { person, kind: 'note', text });
    // The name of the file is published with it.
    const name = `${EXPOSURE_TITLE}-${localDay(new Date())}.docx`;
    saveBlob(file, name);
    setMade(name);
  };

  const run = (work: () => Promise<void>) => {
    setFailure(null);
    setMade(null);
    work()
      .catch((error) => setFailure(failureText(error)))
      .finally(() => setReading(null));
  };
  return {
    reading,
    failure,
    made,
    asked: order && {
      blanks: blanksOf(exposureSheet(about, order.items, { office, pictures: [] })),
      pictures: order.pictures,
      left: order.unread.length,
      onMore: () => readMore(order),
    },
    start: () => {
      if (!reading) run(read);
    },
    make: (answers, pictures) => {
      setOrder(null);
      run(() => write(answers, pictures));
    },
    end: () => {
      setOrder(null);
      setFailure(null);
      setMade(null);
    },
  };
}
