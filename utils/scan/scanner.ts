import type { RulePack } from '../../rules/rule.ts';
import { sizeOf } from './automaton.ts';
import { compile, type Lexicon } from './compile.ts';
import { judge } from './context.ts';
import { Detector } from './detector.ts';
import type { Confidence } from './evasion.ts';
import type { Channel, Evasion, Finding } from './finding.ts';
import { createMatcher } from './matcher.ts';
import type { Hit } from './meet.ts';
import { unpackSteps } from './packed-lexicon.ts';
import type { PageFrame } from './page-frame.ts';
import { slotChains } from './slot-chains.ts';

/** A place where the page's own structure joined two characters: between text[at - 1] and text[at]. */
export interface Seam {
  at: number;
  kind: Extract<Evasion, 'inline-split' | 'hidden-filler' | 'ruby' | 'vertical' | 'line-break'>;
}

export interface ScanTextOptions {
  channel?: Channel;
  page?: PageFrame;
  /** Nearest heading or list lead before the text; asked for where something is found. */
  heading?: string | (() => string);
  seams?: readonly Seam[];
  /** Keep findings that need another finding's support, for a caller that sees the whole page. */
  keepUnsupported?: boolean;
}

/** A finding in one text: text.slice(start, end). */
export interface TextFinding extends Omit<Finding, 'id' | 'position' | 'rect' | 'gone' | 'hidden'> {
  start: number;
  end: number;
  confidence: Confidence;
}

export interface Scanner {
  /**
   * Every finding in one text, ascending. U+2029 parts paragraphs, `\n` is a line break inside one.
   * Findings of weak confidence (homophones, initials) appear only beside a claim of better confidence.
   */
  scanText(text: string, options?: ScanTextOptions): TextFinding[];
  /** A reader for streams of text nodes that names the places worth {@link scanText}. */
  detector(): Detector;
  /** Bytes of the compiled tables, and how many states the automaton has. */
  readonly size: { bytes: number; states: number };
}

const ORDINARY: PageFrame = { host: '', title: '', kind: 'ordinary' };
/** Characters of context that a judgement is given on either side. */
const CONTEXT = 200;
const QUOTE = 32;

/** Drops what no better finding supports. */
export function supported<T extends { confidence: Confidence; disposition: string }>(findings: readonly T[]): T[] {
  const support = findings.some(({ confidence, disposition }) => confidence !== 'weak' && disposition === 'claim');
  return support ? [...findings] : findings.filter(({ confidence }) => confidence !== 'weak');
}

function describe(hit: Hit, text: string, options: ScanTextOptions): TextFinding {
  const from = Math.max(0, hit.start - CONTEXT);
  const { heading = '' } = options;
  const { disposition, reason } = judge({
    text: text.slice(from, hit.end + CONTEXT),
    start: hit.start - from,
    end: hit.end - from,
    heading: typeof heading === 'function' ? heading() : heading,
    frame: options.page ?? ORDINARY,
    rule: hit.rule,
  });
  const seams = (options.seams ?? []).filter(({ at }) => hit.words.some(({ start, end }) => at > start && at < end));
  return {
    ruleId: hit.rule.id,
    category: hit.rule.category,
    level: hit.confidence === 'weak' ? 'weak' : hit.rule.level,
    ruleName: hit.rule.name,
    phrase: hit.phrase,
    matchedText: text.slice(hit.start, hit.end),
    disposition,
    ...(reason === undefined ? {} : { reason }),
    channel: options.channel ?? 'text',
    evasions: [...new Set([...hit.evasions, ...seams.map(({ kind }) => kind)])],
    prefix: text
      .slice(Math.max(0, hit.start - QUOTE), hit.start)
      .split('\u2029')
      .at(-1)!,
    suffix: text.slice(hit.end, hit.end + QUOTE).split('\u2029')[0]!,
    legalBasis: hit.rule.legalBasis,
    start: hit.start,
    end: hit.end,
    confidence: hit.confidence,
  };
}

export interface ScannerOptions {
  /** Ways of writing around a phrase that are not read. */
  without?: readonly Evasion[];
}

/** Compiles rule packs into a scanner. The packs' words are written out (see rules/expand-words.ts). */
export function createScanner(packs: readonly RulePack[], options?: ScannerOptions): Scanner {
  return scannerOf(compile(packs), options);
}

/** The scanner of a packed lexicon, in steps of about a millisecond, for a thread that has other things to do. */
export function* unpackScanner(packed: string): Generator<void, Scanner> {
  return scannerOf(yield* unpackSteps(packed));
}

/** The scanner of a compiled lexicon. */
export function scannerOf(lexicon: Lexicon, { without = [] }: ScannerOptions = {}): Scanner {
  const unread = new Set(without);
  const match = createMatcher(lexicon, unread);
  const chains = slotChains(lexicon.families, lexicon.slotFamily.length);
  return {
    scanText(text, options = {}) {
      const findings = match(text)
        .map((hit) => describe(hit, text, options))
        .filter(({ evasions }) => !evasions.some((one) => unread.has(one)));
      return options.keepUnsupported ? findings : supported(findings);
    },
    detector: () => new Detector(lexicon, chains),
    size: {
      bytes: sizeOf(lexicon.automaton) + lexicon.fold.byteLength + lexicon.alert.byteLength,
      states: lexicon.automaton.states,
    },
  };
}
