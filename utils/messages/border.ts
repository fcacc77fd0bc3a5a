import * as v from 'valibot';
import { box, coordinate, count, id, text } from '../base/shape.ts';
import { certificateShape } from '../certificate/certificate-shape.ts';
import { PAGE_LACKS } from '../pdf/pdf-page.ts';
import { MAX_PICTURES, SKIP_REASONS } from '../recognition/picture-reading.ts';
import { MOST_LINES } from '../reports/measured-places.ts';
import { MOST_CERTIFICATES, MOST_DRAWING, MOST_FINDINGS, MOST_TEXT } from '../reports/report-limits.ts';
import type { FrameReport } from '../reports/tab-report.ts';
import { findingShape, signShape } from '../scan/finding-shape.ts';
import { PAGE_KINDS } from '../scan/page-telling.ts';
import { PAGE_PARTS, type PagePart } from './page-parts.ts';

/** Browsers give out ids over the whole range of 32 bits. */
const browserId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

/** As many packs as a ruleset can have; a digest is SHA-256 in hex. */
const rulePacks = v.pipe(
  v.array(v.object({ id, version: text(40), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
  v.maxLength(20),
);

const frameReport = v.object({
  state: v.picklist(['scanning', 'done', 'failed', 'off']),
  arriving: v.exactOptional(v.literal(true)),
  url: text(8000),
  title: text(1000),
  documentKey: v.pipe(v.string(), v.regex(/^[0-9a-f-]{8,64}$/)),
  findings: v.pipe(v.array(findingShape), v.maxLength(MOST_FINDINGS)),
  unread: v.exactOptional(count),
  omitted: count,
  certificates: v.pipe(v.array(certificateShape), v.maxLength(MOST_CERTIFICATES)),
  pictures: count,
  timings: v.object({
    textMs: milliseconds,
    matchMs: milliseconds,
    contextMs: milliseconds,
    paintMs: milliseconds,
    characters: count,
  }),
  scannedAt: v.pipe(v.string(), v.isoTimestamp()),
  rulePacks,
  page: v.exactOptional(v.object({ kind: v.picklist(PAGE_KINDS), signs: v.pipe(v.array(signShape), v.maxLength(10)) })),
}) satisfies v.GenericSchema<unknown, FrameReport>;

const documentReport = v.object({
  ...frameReport.entries,
  pdf: v.object({
    origin: v.picklist(['fetched', 'file']),
    sha256: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    bytes: count,
    pages: count,
    read: count,
    asPictures: count,
    lacks: v.pipe(v.array(v.object({ lack: v.picklist(PAGE_LACKS), pages: count })), v.maxLength(10)),
    scripts: v.boolean(),
    truncated: v.boolean(),
    failure: v.exactOptional(v.object({ key: text(100), values: v.pipe(v.array(text(200)), v.maxLength(10)) })),
  }),
}) satisfies v.GenericSchema<unknown, FrameReport>;

/** What the viewer of PDFs says of its document, cut to size: its text is a stranger's. @throws ValiError */
export function checkedDocumentReport(value: unknown): FrameReport {
  return v.parse(documentReport, value);
}

/** What a content script says of its frame, checked: it runs beside a hostile page. @throws ValiError */
export function checkedFrameReport(value: unknown): FrameReport {
  return v.parse(frameReport, value);
}

const places = v.object({
  scroll: v.object({ x: coordinate, y: coordinate }),
  boxes: v.pipe(
    v.array(v.object({ findingId: id, x: coordinate, y: coordinate, width: coordinate, height: coordinate })),
    v.maxLength(MOST_FINDINGS * MOST_LINES),
  ),
});

/** Where a frame says its findings stand, checked. @throws ValiError */
export function checkedPlaces(value: unknown): v.InferOutput<typeof places> {
  return v.parse(places, value);
}

const dismissal = v.object({
  tabId: v.exactOptional(browserId),
  frameId: v.exactOptional(browserId),
  findingId: id,
  dismissed: v.boolean(),
});

const drawing = v.pipe(v.string(), v.startsWith('data:image/'), v.maxLength(MOST_DRAWING));

/** The pixels of a picture as a content script hands them on, checked. @throws ValiError */
export function checkedDrawing(value: unknown): string {
  return v.parse(drawing, value);
}

const pictureList = v.object({
  pictures: v.pipe(
    v.array(
      v.object({
        id,
        url: text(4000),
        width: coordinate,
        height: coordinate,
        rect: box,
        likeness: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      }),
    ),
    v.maxLength(MAX_PICTURES),
  ),
  skipped: v.pipe(v.array(v.object({ url: text(200), reason: v.picklist(SKIP_REASONS) })), v.maxLength(20_000)),
});

/** The pictures that a frame says it shows, checked. @throws ValiError */
export function checkedPictures(value: unknown): v.InferOutput<typeof pictureList> {
  return v.parse(pictureList, value);
}

/** A false positive marked or restored. @throws ValiError */
export function checkedDismissal(value: unknown): v.InferOutput<typeof dismissal> {
  return v.parse(dismissal, value);
}

/** The text of a frame, bounded. @throws ValiError */
export function checkedText(value: unknown): string {
  return v.parse(text(MOST_TEXT), value);
}

const partRequest = v.object({ part: v.picklist(PAGE_PARTS) });

/** The part that a content script asks for: one of those that there are, never a path. @throws ValiError */
export function checkedPart(value: unknown): PagePart {
  return v.parse(partRequest, value).part;
}
