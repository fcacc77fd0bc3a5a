import type {
  CertificateField,
  CertificateKind,
  FurtherItem,
  MissingReason,
  RequiredField,
} from '../../rules/papers/certificate-terms.ts';
import type { RegisterCheck } from '../lists/register.ts';

/** Whether such an item was read. */
export interface FurtherState {
  item: FurtherItem;
  shown: boolean;
}

/** What can be wrong with a certificate by itself, as the reader beside the page tells it. */
export const READ_PROBLEMS = [
  'expired',
  'future-date',
  'date-order',
  'number-format',
  'number-year-mismatch',
  'issuer-mismatch',
  'state-name',
  'uscc-check-digit',
  'qr-host',
  'qr-mismatch',
  'number-doubtful',
] as const;

/** The others take the office's own lists and evidence to tell. */
export type ProblemCode = (typeof READ_PROBLEMS)[number] | 'not-in-register' | 'register-standing' | 'number-reused';

/** Something that does not fit together: what was compared, with both values. */
export interface Problem {
  code: ProblemCode;
  /** One Chinese line with both values, for logs and the command line. */
  detail: string;
  /** Label–value pairs shown side by side; label is a locale key under `problem_`. */
  compared: readonly { label: string; value: string }[];
  /** `doubt`: contradicts itself; `check`: a person has to look it up. */
  weight: 'doubt' | 'check';
}

/** A value as it was read. */
export interface FieldValue {
  /** As printed, trimmed; dates in ISO 8601. */
  value: string;
  /** The page's own characters. */
  raw: string;
  /** Characters offset of `raw` in the text it was read from, when known. */
  start?: number;
  /** 0…1, pictures only: of the least probable character. */
  confidence?: number;
  /** A number of a picture with a weak character: it has to be compared with the picture before anything is built on it. */
  doubtful?: boolean;
  /** Look-alike characters of a picture were exchanged because only so the number has the structure of its kind; `raw` is as read. */
  mended?: boolean;
  /** Where it stands in the picture that it was read from, px of the picture. */
  box?: { x: number; y: number; width: number; height: number };
}

/** A decoded QR or bar code. Shown, never opened. */
export interface DecodedCode {
  format: string;
  text: string;
  /** Host of a web link, lower case. */
  host?: string;
  official?: boolean;
}

/** One certificate or report shown on the page. */
export interface Certificate {
  id: string;
  kind: CertificateKind;
  source: 'text' | 'image' | 'pdf';
  /** Only what is shown. */
  fields: Partial<Record<CertificateField, FieldValue>>;
  /** The required fields that apply to the kind, in the notice's order. */
  applicable: readonly RequiredField[];
  /** Of those, the ones not shown. */
  missing: readonly RequiredField[];
  /** Why, for each of them. Absent in records of earlier versions. */
  missingReasons?: Readonly<Partial<Record<RequiredField, MissingReason>>>;
  /** What other rules want on this kind (另应载明); never part of `missing`. Absent in records of earlier versions. */
  further?: readonly FurtherState[];
  problems: readonly Problem[];
  codes: readonly DecodedCode[];
  /** Values put right by a person; each stands beside the reading, never over it. */
  corrections?: Partial<Record<CertificateField, string>>;
  /** A person said that it is none, or was misread: listed, never counted. */
  struckOff?: boolean;
  /** Bodies on it that were looked for in the office's own lists; never said by a page. */
  registerChecks?: readonly RegisterCheck[];
  /** The picture it was read from, as the page addresses it. */
  pictureUrl?: string;
  /** Natural size of that picture, px. */
  pictureSize?: { width: number; height: number };
  /** Where it stands on the page, CSS px of the document. */
  rect?: { x: number; y: number; width: number; height: number };
}
