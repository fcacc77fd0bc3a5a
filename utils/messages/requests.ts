import * as v from 'valibot';
import { CERTIFICATE_FIELDS } from '../../rules/papers/certificate-terms.ts';
import { MOST_DRAWING } from '../reports/report-limits.ts';
import type { ProtocolMap } from './messaging.ts';
import { PAGE_PARTS } from './page-parts.ts';

/** Browsers give out ids over the whole range of 32 bits. */
const browserId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32));
const id = v.pipe(v.string(), v.maxLength(200));
const words = v.pipe(v.string(), v.maxLength(5_000));
const field = v.picklist(CERTIFICATE_FIELDS);
const address = v.pipe(v.string(), v.url(), v.maxLength(2_000));
const tab = { tabId: browserId };
const framed = { ...tab, frameId: browserId };
const job = v.object({ jobId: id });

/** What arrives at background, offscreen page and recording window. Reports and lists of frames are checked by `border.ts`. */
const REQUESTS = {
  // Checked whole, and cut to size, by its handler.
  reportFrame: v.looseObject({}),
  reportDocument: v.object({ ...tab, report: v.looseObject({}) }),
  openPdf: v.object(tab),
  loadPart: v.object({ part: v.picklist(PAGE_PARTS) }),
  getLexicon: v.any(),
  getOfficePack: v.any(),
  getPageSettings: v.object({ hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(200)) }),
  getTabReport: v.object(tab),
  readVisit: v.object({ ...tab, pictures: v.optional(v.picklist(['certificates', 'all'])) }),
  rescan: v.object(tab),
  runPatrols: v.any(),
  openPractice: v.any(),
  openReader: v.any(),
  revealFinding: v.object({ ...framed, findingId: id }),
  weighPage: v.object(tab),
  readTabText: v.object(tab),
  revealWords: v.object({ ...tab, words }),
  revealCertificate: v.object({ ...framed, certificateId: id, field: v.optional(field) }),
  startCapture: v.object({
    tabId: v.optional(browserId),
    mode: v.picklist(['full', 'view', 'scroller']),
    scrollers: v.optional(v.pipe(v.array(v.object({ frameId: browserId, path: words })), v.maxLength(20))),
  }),
  refuseCapture: v.object(tab),
  findScrollers: v.object(tab),
  cancelCapture: job,
  resumeCapture: job,
  discardCapture: job,
  openPanel: v.object({ tabId: v.optional(browserId) }),
  recognisePictures: v.object({ ...tab, all: v.optional(v.boolean()) }),
  getPicture: v.object({ ...tab, url: words }),
  stopRecording: v.object({ id }),
  getCaptureJob: job,
  writeReplay: v.object({ jobId: id, software: words }),
  stampWaiting: v.object({ url: address, forMs: v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000)) }),
  readPicture: v.object({ data: v.pipe(v.string(), v.maxLength(MOST_DRAWING)), keep: v.boolean() }),
  correctCertificate: v.object({ ...framed, certificateId: id, field, value: words }),
  strikeCertificate: v.object({ ...framed, certificateId: id, struckOff: v.boolean() }),
  dismissFinding: v.object({
    tabId: v.optional(browserId),
    frameId: v.optional(browserId),
    findingId: id,
    dismissed: v.boolean(),
  }),
  // Checked whole by its handler.
  keepMissed: v.looseObject({}),
  markSelection: v.object(tab),
} satisfies Partial<Record<keyof ProtocolMap, v.GenericSchema>>;

/**
 * Whether a message has the shape of its kind; kinds without an entry arrive at pages' scripts, from the extension alone.
 * @throws ValiError
 */
export function checkedRequest(name: keyof ProtocolMap, data: unknown): void {
  const schema: v.GenericSchema | undefined = (REQUESTS as Partial<Record<keyof ProtocolMap, v.GenericSchema>>)[name];
  if (schema) v.parse(schema, data);
}

/** The kinds of message whose shape is known here. */
export const CHECKED_REQUESTS: readonly string[] = Object.keys(REQUESTS);
