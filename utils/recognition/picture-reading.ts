import type { DecodedCode } from '../certificate/certificate.ts';

/** A box in px of the picture as the page shows it (its natural size, before any preparation). */
export interface PictureBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One recognised character. */
export interface Glyph {
  char: string;
  /** 0…1: how probable the recogniser holds it; 1 for the tabs and spaces between words. */
  sure: number;
  /** 0…1: how probable it holds a character that looks like it (I for 1, O for 0); absent where hardly. */
  rival?: number;
  box: PictureBox;
}

/** One recognised line of text. */
export interface RecognisedLine {
  /** NFKC; columns are parted by tabs. */
  text: string;
  /** 0…1, the mean of its characters. */
  confidence: number;
  box: PictureBox;
  /** One for every character of `text`. */
  glyphs: readonly Glyph[];
}

/** Why a picture was not read; a locale key under `pictureSkipped_`. */
export const SKIP_REASONS = [
  'too-many',
  'too-large',
  'too-small',
  'too-heavy',
  'not-fetched',
  'not-decodable',
  'vector',
  'timeout',
  'reader-broken',
  'unsupported',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What one picture says. */
export interface PictureReading {
  /** SHA-256 of the picture's bytes; readings are cached by it. */
  digest: string;
  /** Natural size, px. */
  width: number;
  height: number;
  lines: readonly RecognisedLine[];
  codes: readonly DecodedCode[];
  /** Degrees clockwise by which the picture has to be turned to stand upright. */
  turned: number;
  /** What read it: a reading by another reader is none of this one's. */
  reader: string;
}

/** A picture on a page that is worth reading, as the content script finds it. */
export interface PagePicture {
  /** Unique in its frame for as long as the page lives. */
  id: string;
  /** Address as the page gives it, bounded; empty for a canvas. Never fetched: what the picture shows is asked of the page. */
  url: string;
  /** Natural size where the page knows it, else the rendered size; px. */
  width: number;
  height: number;
  /** Document coordinates, CSS px. */
  rect: PictureBox;
  /** 0…1: how much its size, proportions and words around it look like a certificate; the queue reads the likeliest first. */
  likeness: number;
}

/** Bounds: what is beyond them is skipped with a reason, never silently. */
export const MAX_PICTURES = 60;
export const MAX_BYTES = 24 * 1024 * 1024;
export const MAX_PIXELS = 40_000_000;
export const MIN_SIDE = 90;
export const PICTURE_TIMEOUT_MS = 120_000;
