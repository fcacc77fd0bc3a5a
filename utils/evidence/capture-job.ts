import type { FailureKey } from '../base/expected-failure.ts';
import type { EvidenceRecord, NotCaptured, Officer } from './record.ts';

/** The five steps that the officer sees, in order (当前画面 网页存档 全页分块 网络信息 封存). */
export const CAPTURE_STEPS = ['view', 'archive', 'tiles', 'network', 'seal'] as const;

export type CaptureStep = (typeof CAPTURE_STEPS)[number];

export type CaptureState = 'running' | 'paused' | 'interrupted' | 'failed' | 'cancelled' | 'sealed';

/** Progress of one step; written down when it ran. */
export interface StepProgress {
  state: 'waiting' | 'now' | 'done' | 'stopped';
  startedAt?: string;
  endedAt?: string;
  /** Bytes kept by the step. */
  size?: number;
  /** Tiles only. */
  done?: number;
  total?: number;
}

/** The whole page, the view alone, or only parts of the page that scroll by themselves. */
export type CaptureMode = 'full' | 'view' | 'scroller';

/** A part of the page that scrolls by itself, as the officer chose it. */
export interface ChosenScroller {
  /** The frame that holds it; 0 is the top document. */
  frameId: number;
  /**
   * The way to the element from the root of its document: places among the children, `s` into a shadow root; empty for the document of a
   * frame itself. Only compared and walked.
   */
  path: string;
}

/** The persisted state machine of a capture. Bytes are staged in the store under [job id, artefact name]. */
export interface CaptureJob {
  id: string;
  tabId: number;
  windowId: number;
  /** The document as its frame report names it; tells the panel which page a capture belongs to. */
  documentKey: string;
  /** Changes with every load of the document, whether it was scanned or not; a resume needs the same one. */
  loadKey: string;
  url: string;
  title: string;
  mode: CaptureMode;
  /** What is captured, where it is no page: the PDF that the extension's viewer shows, or a picture that an officer handed over. */
  document?: 'pdf' | 'picture';
  /** Parts that scroll by themselves and that the officer chose: into the same item as the page in mode `full`, alone in mode `scroller`. */
  scrollers?: readonly ChosenScroller[];
  state: CaptureState;
  steps: Record<CaptureStep, StepProgress>;
  startedAt: string;
  endedAt?: string;
  notCaptured: readonly NotCaptured[];
  /** Why it stopped: a locale key under `error_` and its substitutions. */
  failure?: { key: string; values: readonly string[] };
  /** How the full-page tiles are taken; set when they begin, so that a resumed capture goes on in the same way. */
  method?: EvidenceRecord['method'];
  /** Number of the custody line that says that it began: the item has no number yet then. */
  startedLine?: number;
  /** Who was at the desk when it began, and since when; absent in jobs of earlier versions. */
  officers?: readonly Officer[];
  attendedSince?: string;
  /** The sealed item. */
  itemId?: string;
  /** Case that the item is filed under when it is sealed: the one set when the capture began. */
  caseId?: string;
}

/** Why a capture does not start: the sentence for the officer, as a locale key and its substitutions. */
export interface CaptureRefusal {
  key: FailureKey;
  values: readonly string[];
}
