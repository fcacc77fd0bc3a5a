import type { Certificate } from '../certificate/certificate.ts';
import { placeInPicture } from './picture-place.ts';
import type { PictureReading } from './picture-reading.ts';

/** The fields, each with the place of its words in the picture that was read. */
export function placedFields(
  fields: Certificate['fields'],
  reading: Pick<PictureReading, 'lines'>,
): Certificate['fields'] {
  const entries = Object.entries(fields).map(([field, value]) => {
    const box = value.start === undefined ? null : placeInPicture(reading, value.start, value.raw.length);
    return [field, box ? { ...value, box } : value];
  });
  return Object.fromEntries(entries);
}
