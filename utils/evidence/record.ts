import type { RulePackStamp } from '../../rules/rule.ts';
import type { Explanation } from '../../rules/ruleset.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { PartyFact } from '../party/party-fact.ts';
import type { Finding } from '../scan/finding.ts';
import type { StatedOrigin } from './external-picture.ts';
import type { FindingPlace } from './finding-place.ts';

/** Both digests of one artefact, lower-case hex. */
export interface Digests {
  sha256: string;
  sm3: string;
}

export type ArtefactRole =
  | 'view-marked'
  | 'view-before'
  | 'view-after'
  | 'tile'
  | 'stitched'
  | 'annotated'
  | 'thumbnail'
  | 'archive'
  | 'source'
  | 'server-source'
  | 'text'
  | 'metadata'
  | 'network'
  | 'environment'
  | 'findings'
  | 'certificates'
  | 'page-states'
  | 'not-captured'
  | 'tls'
  | 'recording'
  | 'replay'
  | 'document'
  | 'original'
  | 'pdf-page'
  | 'external-picture';

/** One captured file; its bytes live in the store under [item id, name]. */
export interface Artefact extends Digests {
  /** Path inside the bundle's `data/`, ASCII, e.g. `screenshot/tile-0001.png`. */
  name: string;
  role: ArtefactRole;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** UTC, ISO 8601 with milliseconds, when the bytes were complete. */
  capturedAt: string;
  /** How it was made, one Chinese sentence (制作方法). */
  method: string;
  /** Made from other artefacts: never the original. */
  derivedFrom?: readonly string[];
  /** Pictures: CSS px region of the page that it shows. */
  region?: { x: number; y: number; width: number; height: number; scale: number };
  /**
   * Pictures of a part of the page that scrolls by itself: which of the parts, counted from 1. Their regions are in the coordinates of that
   * part's content, not of the page.
   */
  part?: number;
  /** Pictures: where the findings stood when it was taken, where that was measured. */
  places?: readonly FindingPlace[];
}

/** Something that was not captured, and why; shown even when empty. */
export interface NotCaptured {
  what: string;
  reason: string;
}

/** A person of the office who enforces the law. */
export interface Officer {
  name: string;
  /** 执法证号 */
  licence: string;
}

/** A named reason that weighs on a page's claims, with the page's own words; without words for what is not there. */
export interface PageSign {
  id: string;
  /** Chinese name of a sign of the page's kind; those that weigh on its claims are named by their ids. */
  name?: string;
  words: readonly string[];
}

/** What was said of a rule when its finding was sealed. */
export interface FrozenExplanation extends Explanation {
  ruleId: string;
}

/** The sealed record of one capture. Canonical JSON (RFC 8785) of it is what the item digest covers. */
export interface EvidenceRecord {
  /** 2: {@link external}; versions that do not know that kind do not open it, and so cannot show it as a page. */
  schema: 1 | 2;
  /** `E` + local date + `-` + sequence of the day, e.g. E20261123-0007. */
  id: string;
  /** UTC, ISO 8601. */
  startedAt: string;
  sealedAt: string;
  /** IANA zone of the machine. */
  timeZone: string;
  page: {
    url: string;
    /** Where the document was loaded from, when its scripts have put another address into the address bar since. */
    loadedFrom?: string;
    title: string;
    /** CSS px. */
    viewport: { width: number; height: number; devicePixelRatio: number };
    document: { width: number; height: number };
    scroll: { x: number; y: number };
    referrer: string;
    language: string;
    charset: string;
    lastModified: string;
  };
  /**
   * The item is a picture from elsewhere (外来图片) and this is where it comes from, as an officer stated it; {@link page} then only names the
   * file and its size.
   */
  external?: StatedOrigin;
  /** Sealed of the practice page that the product brings along: no evidence of anything. */
  practice?: true;
  /** How the full-page tiles were taken; `rendered`: the pages of a PDF were drawn from its bytes. */
  method: 'debugger' | 'scroll' | 'capture-tab' | 'view-only' | 'rendered' | 'external';
  software: { name: string; version: string; userAgent: string };
  /** At the desk when the capture began: who captured, then the companion. Empty when nobody was known. */
  officers: readonly Officer[];
  /**
   * When the first of {@link officers} had last said that they were at the desk, UTC, ISO 8601. A record without it names
   * nobody, or was sealed by a version that wrote down every officer of the settings.
   */
  attendedSince?: string;
  office: string;
  rulePacks: readonly RulePackStamp[];
  findings: readonly Finding[];
  /** Ids of findings that a person had marked as false positives before the capture. Absent in records of earlier versions. */
  dismissed?: readonly string[];
  /** What the page as a whole is, how much its claims weigh, and the signs for both; absent where that was not read. */
  pageKind?: string;
  weight?: 'none' | 'weak' | 'medium' | 'strong';
  pageSigns?: readonly PageSign[];
  /** Who stands behind the page as it says itself, with the words around; absent where that was not read. */
  party?: readonly PartyFact[];
  /** What was said of the rules that have findings, with the law of the day; absent in records of earlier versions. */
  explanations?: readonly FrozenExplanation[];
  certificates: readonly Certificate[];
  artefacts: readonly Artefact[];
  notCaptured: readonly NotCaptured[];
  /** The newest earlier capture of the same address (复查), by number and record digest; absent for the first. */
  follows?: { id: string; sha256: string };
  /** Last line of the custody log when this was sealed: a time stamp over the record stands for the log up to there. */
  logHead?: { sequence: number; sha256: string };
}

/** A record with its seal, as the store keeps it. */
export interface EvidenceItem {
  id: string;
  record: EvidenceRecord;
  /** Digests of the canonical JSON of `record`. */
  digest: Digests;
  /** ECDSA P-256 over the canonical JSON, DER, base64; the SHA-256 of the SPKI public key, and that key, base64. */
  signature?: { der: string; keyFingerprint: string; publicKey: string };
  /** Everything below is about the item, not in its seal; changes are lines of the custody log. */
  status: ItemStatus;
  caseId?: string;
  /** Last time everything was read back and re-hashed, and what did not match. */
  health: { checkedAt: string; damaged: readonly string[] };
  exportedAt?: string;
  /** Time of the RFC 3161 token over the record; without it the item is 未加盖时间戳. */
  stampedAt?: string;
  /** Confirmations by a second officer, oldest first. */
  confirmations?: readonly Confirmation[];
  /** Papers made from it, oldest first. */
  papers?: readonly MadePaper[];
  /** Findings marked as false positives by a person, by finding id. */
  dismissed: readonly string[];
}

/** A paper that was made from items (文书), kept with each of them. */
export interface MadePaper {
  /** Kind and format, as in `extraction-record.docx`. */
  name: string;
  title: string;
  /** 文号; empty when papers are numbered by hand. */
  number: string;
  /** All items that it is about. */
  itemIds: readonly string[];
  /** UTC, ISO 8601. */
  madeAt: string;
  /** Digest of the file as it was handed over, hex. */
  sha256: string;
  /** What a person said for it of what no record knows, by the paper's own labels; the bundle's copy is filled in with it. */
  answers?: Readonly<Record<string, string>>;
  /** The office's template that it was made from. */
  template?: { name: string; sha256: string };
}

/** What a second officer can have compared before confirming an item. */
export const CONFIRMED_POINTS = ['pictures', 'address', 'findings', 'certificates', 'log'] as const;
export type ConfirmedPoint = (typeof CONFIRMED_POINTS)[number];

/** A second officer's confirmation (复核). */
export interface Confirmation {
  officer: Officer;
  points: readonly ConfirmedPoint[];
  /** What else was seen; may be empty. */
  remark: string;
  /** UTC, ISO 8601. */
  at: string;
}

export type ItemStatus = 'pending' | 'investigating' | 'transferred' | 'unfounded';

/** The acts that the custody log knows. */
export type CustodyAct =
  | 'capture-started'
  | 'captured'
  | 'capture-cancelled'
  | 'capture-interrupted'
  | 'viewed'
  | 'verified'
  | 'exported'
  | 'imported'
  | 'noted'
  | 'status-changed'
  | 'dismissed'
  | 'restored'
  | 'confirmed'
  | 'paper-made'
  | 'stamped'
  | 'supplemented'
  | 'register-imported'
  | 'register-removed'
  | 'surveyed'
  | 'desk-changed'
  | 'settings-changed'
  | 'deleted';

/** One line of the append-only log. `previous` is the SHA-256 of the line before, byte for byte. */
export interface CustodyLine {
  /** 1, 2, 3 … without gaps over the whole store. */
  sequence: number;
  /** SHA-256 hex of the previous line's bytes (its canonical JSON, UTF-8, no line feed); 64 zeros for the first. */
  previous: string;
  at: string;
  act: CustodyAct;
  itemId?: string;
  person: string;
  /** Chinese detail: the reason of a deletion, the name of a bundle, the text of a note. */
  detail: string;
  /** Item digest (SHA-256) at that time, for captured/exported/verified/deleted. */
  itemSha256?: string;
  /** Hex, the same in all lines of one item: with it the item's commitment can be told. Absent in lines of 0.1.0. */
  salt?: string;
}
