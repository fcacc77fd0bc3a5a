import { dataAddress } from '../../../utils/base/data-address.ts';
import type { ExternalPicture } from '../../../utils/capture/pictures/seal-external.ts';
import type { NotCaptured } from '../../../utils/evidence/record.ts';
import { sendMessage } from '../../../utils/messages/messaging.ts';
import { certificatesInPicture, findingsInPicture, pictureText } from '../../../utils/recognition/picture-contents.ts';
import { inspectPicture, MOST_PICTURE_BYTES, PictureRefusedError } from '../../../utils/recognition/picture-file.ts';
import { MAX_BYTES, type PictureReading, type SkipReason } from '../../../utils/recognition/picture-reading.ts';
import { scaledLine } from '../../../utils/recognition/scaled-line.ts';
import { UNREAD_WORDS } from '../../../utils/recognition/unread-words.ts';
import { unpackWhole } from '../../../utils/scan/scanner.ts';

/** Pixels that are read of one picture: photographs of telephones above this show no finer print. */
const MOST_READ_PIXELS = 12_000_000;

/** The picture as it is read, as a `data:` address: itself, or a smaller copy of one that is too large. */
async function readable(file: Blob, bitmap: ImageBitmap): Promise<{ data: string; scale: number }> {
  const scale = Math.min(1, Math.sqrt(MOST_READ_PIXELS / (bitmap.width * bitmap.height)));
  if (scale === 1 && file.size < MAX_BYTES) return { data: await dataAddress(file), scale };
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return { data: await dataAddress(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })), scale };
}

type Read = Pick<PictureReading, 'lines' | 'codes'>;

async function read(data: string, scale: number): Promise<Read | { skipped: SkipReason }> {
  await sendMessage('openReader');
  const answer = await sendMessage('readPicture', { data, keep: true });
  if ('skipped' in answer) return answer;
  const { lines, codes } = answer.reading;
  return { lines: lines.map((line) => scaledLine(line, scale)), codes };
}

async function decoded(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (error) {
    throw new PictureRefusedError('error_pictureUnreadable', [], { cause: error });
  }
}

/**
 * Opens, reads and scans a picture from elsewhere as a page's picture is read. `today` is ISO 8601.
 * @throws PictureRefusedError for what is not taken as a picture
 */
export async function openPicture(file: File, today: string): Promise<ExternalPicture> {
  if (file.size > MOST_PICTURE_BYTES) throw new PictureRefusedError('error_pictureTooHeavy');
  const { mediaType, extension, animated } = inspectPicture(new Uint8Array(await file.arrayBuffer()));
  const bitmap = await decoded(file);
  const { width, height } = bitmap;
  const copy = await readable(file, bitmap);
  bitmap.close();
  const answer = await read(copy.data, copy.scale);
  const notRead: NotCaptured[] = [
    ...('skipped' in answer ? [{ what: '图片文字', reason: UNREAD_WORDS[answer.skipped] }] : []),
    ...(animated ? [{ what: '动图其余画面的文字', reason: '动图只识别第一帧；文件的全部字节已保存' }] : []),
    ...(copy.scale < 1 ? [{ what: '原尺寸的识别', reason: '图片较大，按缩小的副本识别；文件的全部字节已保存' }] : []),
  ];
  const { lines, codes }: Read = 'skipped' in answer ? { lines: [], codes: [] } : answer;
  const { packed, stamps, judging } = await sendMessage('getLexicon');
  const reading = { lines, codes, width, height };
  return {
    file,
    ...{ mediaType, extension, width, height, notRead },
    text: pictureText(reading),
    findings: findingsInPicture(reading, unpackWhole(packed, judging)),
    certificates: certificatesInPicture(reading, today),
    rulePacks: stamps,
  };
}
