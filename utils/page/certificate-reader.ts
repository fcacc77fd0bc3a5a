import { certificatesOf, readCertificatesFromLines } from '../certificate/read.ts';
import { readGroups } from '../certificate/read-fields.ts';
import { eachCertificateRegion, rangeOfField } from './certificate-regions.ts';
import { drawPicture } from './draw-picture.ts';
import { listPictures } from './pictures.ts';

/**
 * All that reading certificates takes, as one value: label tables, number formats and layout rules weigh as much as the scan itself, and
 * most pages show no certificate. Who watches a page takes it as an argument when there is something to read.
 */
export const certificateReader = {
  eachCertificateRegion,
  readGroups,
  certificatesOf,
  rangeOfField,
  listPictures,
  drawPicture,
  readCertificatesFromLines,
};

export type CertificateReader = typeof certificateReader;
