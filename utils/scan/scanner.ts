import { type Judging, USUAL_JUDGING } from '../../rules/judging.ts';
import type { RulePack } from '../../rules/rule.ts';
import { claimVector } from '../judge/claim-vector.ts';
import { type Cluster, clustersOf } from '../judge/cluster.ts';
import { type CategorisedDecision as Decision, Judge, type Weighing } from '../judge/judge.ts';
import type { MarkedCluster } from '../judge/mark.ts';
import { packVector } from '../judge/packed-vector.ts';
import { PAGE_BEGINNING, pageVector, runsVector } from '../judge/page-reading.ts';
import type { JudgeWeights } from '../judge/weights.ts';
import { sizeOf } from './automaton.ts';
import { compile, type Lexicon } from './compile.ts';
import { judge } from './context.ts';
import { Detector } from './detector.ts';
import type { Confidence } from './evasion.ts';
import type { Channel, Evasion, Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';
import { createMatcher } from './matcher.ts';
import type { Hit } from './meet.ts';
import { unpackSteps } from './packed-lexicon.ts';
import type { PageTelling } from './page-telling.ts';
import { slotChains } from './slot-chains.ts';

export type { CategorisedDecision as Decision } from '../judge/judge.ts';

/** A place where the page's own structure joined two characters: between text[at - 1] and text[at]. */
export interface Seam {
  at: number;
  kind: Extract<Evasion, 'inline-split' | 'hidden-filler' | 'ruby' | 'vertical' | 'line-break'>;
}

export interface ScanTextOptions {
  channel?: Channel;
  /** What is known of the page; told from the text itself without it. */
  page?: PageTelling;
  /** Name of the element whose text it is. */
  element?: string;
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
  /** What is decided anew when more is known of the page; see {@link Scanner.decide}. */
  weighing: Weighing;
  /** Worth telling an officer of; the others are kept while the page may still tell more. */
  listed: boolean;
}

export interface Scanner {
  /**
   * Every finding in one text, ascending. U+2029 parts paragraphs, `\n` is a line break inside one.
   * Findings of weak confidence (homophones, initials) appear only beside a claim of better confidence.
   */
  scanText(text: string, options?: ScanTextOptions): TextFinding[];
  /** What a page is, by its title and the beginning of its text. */
  tellPage(page: { host: string; title: string; text: string }): PageTelling;
  /** Whether a page of this kind asserts what was weighed, and how strongly. */
  decide(
    finding: Pick<TextFinding, 'weighing' | 'confidence' | 'level' | 'category' | 'ruleId'>,
    page: PageTelling,
  ): Decision;
  /** What the judge sees of the words text.slice(start, end), to be learnt from without the text: one entry a cluster that stands in them. */
  clustersAt(
    text: string,
    place: { start: number; end: number },
    options: Pick<ScanTextOptions, 'heading' | 'element'>,
  ): MarkedCluster[];
  /** What the judge sees of a page, to be learnt from without its text. */
  pageFeatures(page: { title: string; text: string }): { page: string; runs: string };
  /** A reader for streams of text nodes that names the places worth {@link scanText}. */
  detector(): Detector;
  /** Bytes of the compiled tables, and how many states the automaton has. */
  readonly size: { bytes: number; states: number };
}

/** Characters of context that a judgement is given on either side. */
const CONTEXT = 200;
const QUOTE = 32;
const LONGEST_PHRASE = 100;
/** Clusters of marked words that are learnt from, at most. */
const MOST_MARKED = 20;

/** Drops what no better finding supports. */
export function supported<T extends { confidence: Confidence; disposition: string }>(findings: readonly T[]): T[] {
  const support = findings.some(({ confidence, disposition }) => confidence !== 'weak' && disposition === 'claim');
  return support ? [...findings] : findings.filter(({ confidence }) => confidence !== 'weak');
}

/** The readable cues around a hit: quoted, warned of, forbidden, asked about, denied; a claim where none speaks. */
function cueOf({ start, end, exact, hits }: Cluster, text: string, heading: string): Judgement {
  const from = Math.max(0, start - CONTEXT);
  return judge({
    text: text.slice(from, end + CONTEXT),
    start: start - from,
    end: end - from,
    heading,
    rule: (exact ?? hits[0]!).rule,
  });
}

const FORCE_ORDER = ['firm', 'fair', 'loose'] as const;
/** The hit that lends a cluster its rule: a listed wording, else the signal that says most, and of these the longest. */
function leadOf({ exact, hits }: Cluster): Hit {
  const order = ({ rule }: Hit) => FORCE_ORDER.indexOf(rule.force ?? 'loose');
  return exact ?? [...hits].sort((a, b) => order(a) - order(b) || b.end - b.start - (a.end - a.start))[0]!;
}

function describe(cluster: Cluster, text: string, cue: Judgement, options: ScanTextOptions): Judged {
  const { start, end } = cluster;
  const lead = leadOf(cluster);
  const { rule, confidence } = lead;
  const words = cluster.exact ? lead.words : cluster.hits.flatMap((hit) => hit.words);
  const seams = (options.seams ?? []).filter(({ at }) => words.some((word) => at > word.start && at < word.end));
  return {
    ruleId: rule.id,
    category: rule.category,
    level: rule.level,
    ruleName: rule.name,
    phrase: lead.phrase.slice(0, LONGEST_PHRASE),
    matchedText: text.slice(start, end),
    ...(cue.reason === undefined ? {} : { reason: cue.reason }),
    channel: options.channel ?? 'text',
    evasions: [...new Set([...lead.evasions, ...seams.map(({ kind }) => kind)])],
    prefix: text
      .slice(Math.max(0, start - QUOTE), start)
      .split('\u2029')
      .at(-1)!,
    suffix: text.slice(end, end + QUOTE).split('\u2029')[0]!,
    legalBasis: rule.legalBasis,
    start,
    end,
    confidence,
  };
}

/** A finding before it was decided whether the page asserts it. */
type Judged = Omit<TextFinding, 'disposition' | 'weighing' | 'signs' | 'listed'>;

/** How often words of each signal stand in a text, and listed wordings together. */
export function hitsByRule({
  exact,
  signals,
}: {
  exact: readonly Hit[];
  signals: readonly Hit[];
}): Map<string, number> {
  const hits = new Map<string, number>();
  for (const { rule } of [...exact, ...signals]) {
    const key = rule.force ? rule.id : 'exact';
    hits.set(key, (hits.get(key) ?? 0) + 1);
  }
  return hits;
}

export interface ScannerOptions {
  /** Ways of writing around a phrase that are not read. */
  without?: readonly Evasion[];
  /** What was learnt; those of the lexicon without it. */
  weights?: JudgeWeights;
  /** What the office sets of the judge; the usual without it. */
  judging?: Judging;
}

/** Compiles rule packs into a scanner. The packs' words are written out (see rules/expand-words.ts). */
export function createScanner(packs: readonly RulePack[], options?: ScannerOptions): Scanner {
  return scannerOf(compile(packs), options);
}

/** The scanner of a packed lexicon, in steps of about a millisecond, for a thread that has other things to do. */
export function* unpackScanner(packed: string, judging: Judging = USUAL_JUDGING): Generator<void, Scanner> {
  return scannerOf(yield* unpackSteps(packed), { judging });
}

/** The same at once, where nobody waits for anything else. */
export function unpackWhole(packed: string, judging: Judging): Scanner {
  const steps = unpackScanner(packed, judging);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The scanner of a compiled lexicon. */
export function scannerOf(
  lexicon: Lexicon,
  { without = [], weights = lexicon.weights, judging = USUAL_JUDGING }: ScannerOptions = {},
): Scanner {
  const unread = new Set(without);
  const match = createMatcher(lexicon, unread);
  const chains = slotChains(lexicon.families, lexicon.slotFamily.length);
  const weigher = new Judge(weights, judging);
  const rules = new Map([...lexicon.wordings, ...lexicon.families].map(({ rule }) => [rule.id, rule]));

  const tellPage: Scanner['tellPage'] = ({ host, title, text }) => {
    const beginning = text.slice(0, PAGE_BEGINNING);
    return weigher.tell({ host, title, text: beginning }, hitsByRule(match(beginning)));
  };
  const decide: Scanner['decide'] = (finding, page) => {
    const { weighing, confidence, ruleId } = finding;
    // What was found by rules that have changed since is weighed once more before it goes: then its rule may be gone.
    const { level, category } = rules.get(ruleId) ?? finding;
    return weigher.decide(weighing, page, { category, level: confidence === 'weak' ? 'weak' : level });
  };
  return {
    tellPage,
    decide,
    scanText(text, options = {}) {
      const { exact, signals } = match(text);
      const clusters = clustersOf(text, exact, signals);
      if (clusters.length === 0) return [];
      const page = options.page ?? tellPage({ host: '', title: '', text });
      const { element = '' } = options;
      const heading = typeof options.heading === 'function' ? options.heading() : (options.heading ?? '');
      const findings = clusters.flatMap((cluster): TextFinding[] => {
        const cue = cueOf(cluster, text, heading);
        const weighed = weigher.weigh(cluster, { text, heading, element, cue: cue.disposition });
        const judged = { ...describe(cluster, text, cue, options), ...weighed };
        if (judged.evasions.some((one) => unread.has(one))) return [];
        const decision = decide(judged, page);
        return decision.listed || options.keepUnsupported ? [{ ...judged, ...decision }] : [];
      });
      return options.keepUnsupported ? findings : supported(findings);
    },
    clustersAt(text, place, { heading: nearest = '', element = '' }) {
      const { exact, signals } = match(text);
      const heading = typeof nearest === 'function' ? nearest() : nearest;
      return clustersOf(text, exact, signals)
        .filter(({ start, end }) => start < place.end && place.start < end)
        .slice(0, MOST_MARKED)
        .map((cluster) => {
          const { disposition: cue } = cueOf(cluster, text, heading);
          const own = packVector(claimVector(cluster, { text, heading, element, cue }));
          return { own, exact: cluster.exact !== null, cue };
        });
    },
    pageFeatures({ title, text }) {
      const beginning = text.slice(0, PAGE_BEGINNING);
      const hits = hitsByRule(match(beginning));
      return {
        page: packVector(pageVector(title, beginning, hits)),
        runs: packVector(runsVector(title, beginning)),
      };
    },
    detector: () => new Detector(lexicon, chains),
    size: {
      bytes: sizeOf(lexicon.automaton) + lexicon.fold.byteLength + lexicon.alert.byteLength,
      states: lexicon.automaton.states,
    },
  };
}
