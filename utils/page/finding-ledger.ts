import type { Finding } from '../scan/finding.ts';
import { type Decision, supported, type TextFinding } from '../scan/scanner.ts';
import { DocumentOrder, holds } from './document-order.ts';
import * as dom from './dom.ts';

/** Part of a finding in one text node: node.data.slice(start, end). */
export interface Span {
  node: Text;
  start: number;
  end: number;
}

/** A finding with its place on the page. */
export interface Placed {
  finding: TextFinding;
  hidden: boolean;
  spans: readonly Span[];
  /** The nearest element: the one that bears the attribute, generates the text or holds the first span. */
  element: Element;
  /** Attribute name, or the pseudo-element's element again; tells findings of one element apart. */
  source: string;
  /** Ascending in document order among those that have one: telling order by the tree costs the siblings that lie between. */
  rank?: number;
}

interface Entry extends Placed {
  published: Finding;
}

/** Findings kept at most; beyond, a page repeats itself. */
const MOST = 20_000;
const MOST_GONE = 200;
/** So many findings are asked one by one. */
const FEW = 200;

const anchorOf = ({ spans, element }: Placed): Node => spans[0]?.node ?? element;

const sameWords = (entry: Entry, placed: Placed) =>
  entry.finding.ruleId === placed.finding.ruleId &&
  entry.finding.matchedText === placed.finding.matchedText &&
  entry.finding.channel === placed.finding.channel;

/**
 * The findings of a document by their places, in document order. A place read again keeps its finding's id; words that go away
 * are kept as gone, and get their id back when they return.
 */
export class FindingLedger {
  /** Is to be told where the page's elements change. */
  readonly order = new DocumentOrder();
  #live: Entry[] = [];
  #gone: Entry[] = [];
  #withdrawn: Entry[] = [];
  readonly #byNode = new Map<Node, Set<Entry>>();
  readonly #byId = new Map<string, Entry>();
  #issued = 0;
  #list: readonly Finding[] | null = null;
  /** Tells, after the rules have changed, which findings of before hold by the new ones. */
  #holds: ((finding: Finding) => boolean) | null = null;

  /** Sets aside what stands at a node, until it is noted again or the change is settled. */
  withdraw(node: Node): void {
    for (const entry of this.#byNode.get(node) ?? []) {
      this.#remove(entry);
      this.#withdrawn.push(entry);
    }
  }

  note(placed: Placed): void {
    for (const entry of this.#byNode.get(anchorOf(placed)) ?? []) {
      if (!sameWords(entry, placed) || entry.source !== placed.source) continue;
      if ((entry.spans[0]?.start ?? entry.finding.start) !== (placed.spans[0]?.start ?? placed.finding.start)) continue;
      this.#remove(entry);
      this.#insert(placed, entry.published.id);
      return;
    }
    if (this.#live.length >= MOST) return;
    this.#insert(placed, this.#returning(this.#withdrawn, placed) ?? this.#returning(this.#gone, placed));
  }

  /** What was withdrawn and not noted again has gone; hidden words leave no trace. */
  settle(): void {
    for (const entry of this.#withdrawn) {
      this.#byId.delete(entry.published.id);
      this.#list = null;
      if (entry.hidden || !entry.finding.listed || this.#refuted(entry)) continue;
      entry.published = { ...entry.published, gone: true };
      this.#gone.push(entry);
    }
    this.#withdrawn = [];
    this.#holds = null;
    if (this.#gone.length > MOST_GONE) this.#gone.splice(0, this.#gone.length - MOST_GONE);
  }

  /** Something was withdrawn and not yet noted again. */
  get unsettled(): boolean {
    return this.#withdrawn.length > 0;
  }

  entry(id: string): Placed | undefined {
    return this.#byId.get(id);
  }

  /** Places of all findings that stand on the page, in document order. */
  places(): readonly Placed[] {
    return this.#live;
  }

  /** Places inside an element, its shadow trees included: found by halving, as they stand in document order. */
  within(element: Element): readonly Placed[] {
    let low = 0;
    let high = this.#live.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // An element comes before what stands in it.
      if (this.order.compare(anchorOf(this.#live[middle]!), element) < 0) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.#live.length && holds(element, anchorOf(this.#live[end]!))) end++;
    return this.#live.slice(low, end);
  }

  /** Sets aside what stands at a node that was taken out, and below it. */
  withdrawBelow(node: Node): void {
    this.withdraw(node);
    if (dom.nodeType(node) !== Node.ELEMENT_NODE) return;
    if (this.#live.length <= FEW) {
      for (const placed of [...this.#live]) if (dom.contains(node, anchorOf(placed))) this.withdraw(anchorOf(placed));
      return;
    }
    // Many findings: asking what was taken out costs less than asking them all.
    const walker = dom.createTreeWalker(dom.documentOf(node), node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) this.withdraw(walker.currentNode);
  }

  /** Findings in document order, then those that went away. Weak ones appear only beside a better claim. */
  findings(): readonly Finding[] {
    if (!this.#list) {
      const listed = [...this.#live, ...this.#gone].filter(({ finding }) => finding.listed);
      const shown = supported(listed.map((entry) => ({ ...weightOf(entry), entry })));
      this.#list = shown.map(({ entry }, position) => {
        if (entry.published.position !== position) entry.published = { ...entry.published, position };
        return entry.published;
      });
    }
    return this.#list;
  }

  /**
   * The rules have changed: what still stands on the page and is not noted again is no finding any more, and of what went away
   * stays what holds.
   */
  renew(holds: (finding: Finding) => boolean): void {
    this.clear();
    this.#gone = this.#gone.filter(({ published }) => holds(published));
    this.#holds = holds;
  }

  /** Decides anew, now that more is known of the page, which findings are claims and which are worth listing. */
  decide(decide: (finding: TextFinding) => Decision): void {
    for (const entry of [...this.#live, ...this.#gone, ...this.#withdrawn]) {
      const { disposition, level, category, listed } = decide(entry.finding);
      const { finding } = entry;
      if (
        finding.disposition === disposition &&
        finding.level === level &&
        finding.listed === listed &&
        finding.category === category
      )
        continue;
      entry.finding = { ...finding, disposition, level, category, listed };
      entry.published = { ...entry.published, disposition, level, category };
      this.#list = null;
    }
  }

  #refuted(entry: Entry): boolean {
    return this.#holds !== null && (dom.isConnected(anchorOf(entry)) || !this.#holds(entry.published));
  }

  clear(): void {
    for (const entry of this.#live) this.#withdrawn.push(entry);
    this.#live = [];
    this.#byNode.clear();
    this.#list = null;
  }

  #returning(from: Entry[], placed: Placed): string | undefined {
    const same = from.filter((entry) => sameWords(entry, placed));
    const nearest = same.find((entry) => entry.finding.prefix === placed.finding.prefix) ?? same[0];
    if (!nearest) return undefined;
    from.splice(from.indexOf(nearest), 1);
    return nearest.published.id;
  }

  /** Document order of two places; negative when `a` comes first. */
  #compare(a: Placed, b: Placed): number {
    if (a.rank !== undefined && b.rank !== undefined && a.rank !== b.rank) return a.rank - b.rank;
    const order = this.order.compare(anchorOf(a), anchorOf(b));
    return order === 0 ? (a.spans[0]?.start ?? a.finding.start) - (b.spans[0]?.start ?? b.finding.start) : order;
  }

  #insert(placed: Placed, id = `f${++this.#issued}`): void {
    const entry: Entry = {
      ...placed,
      published: { ...told(placed.finding), id, hidden: placed.hidden, gone: false, position: -1 },
    };
    const last = this.#live.at(-1);
    let low = 0;
    let high = this.#live.length;
    if (last && this.#compare(last, placed) <= 0) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#live[middle]!, placed) <= 0) low = middle + 1;
      else high = middle;
    }
    this.#live.splice(low, 0, entry);
    for (const node of nodesOf(entry)) {
      const entries = this.#byNode.get(node);
      if (entries) entries.add(entry);
      else this.#byNode.set(node, new Set([entry]));
    }
    this.#byId.set(id, entry);
    this.#list = null;
  }

  #remove(entry: Entry): void {
    this.#live.splice(this.#live.indexOf(entry), 1);
    for (const node of nodesOf(entry)) {
      const entries = this.#byNode.get(node);
      entries?.delete(entry);
      if (entries?.size === 0) this.#byNode.delete(node);
    }
    this.#list = null;
  }
}

/** What is told of a finding: what only the scan needs stays behind. */
function told(finding: TextFinding) {
  const { start: _start, end: _end, confidence: _confidence, weighing: _weighing, listed: _listed, ...rest } = finding;
  return rest;
}

const weightOf = ({ finding }: Entry) => ({ confidence: finding.confidence, disposition: finding.disposition });

function nodesOf(entry: Placed): Set<Node> {
  return new Set<Node>(entry.spans.length > 0 ? entry.spans.map(({ node }) => node) : [entry.element]);
}
