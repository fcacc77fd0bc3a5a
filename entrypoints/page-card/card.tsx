import { render } from 'preact';
import { InPageCard, type InPageCardProps } from '../../components/ui/InPageCard.tsx';
import type { Ruleset } from '../../rules/ruleset.ts';
import { type CardPlace, heldPlace, placeCard } from '../../utils/page/card-position.ts';
import * as dom from '../../utils/page/dom.ts';
import type { Box } from '../../utils/page/range-boxes.ts';
import type { Sequence } from '../../utils/page/reading-order.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { type CardRoot, openCardRoot } from './card-root.ts';
import { type CardExplanation, ruleExplanations } from './rule-explanations.ts';

export interface CardOptions {
  document: Document;
  isDark: () => boolean;
  /** Where a finding is drawn now, CSS px of the viewport. */
  placeOf: (finding: Finding) => Box | null;
  /** ISO 8601 day whose law is shown. */
  today: () => string;
  isDismissed: (finding: Finding) => boolean;
  /** What the page as a whole is taken for; undefined until it was read. */
  page: () => InPageCardProps['page'];
  /** Another finding of the sequence comes to the fore: bring it into view. */
  onShow: (finding: Finding) => void;
  /** Resolves to the sentence why it did not start; null when it did. */
  onCapture: () => Promise<string | null>;
  onDismiss: (finding: Finding, dismissed: boolean) => void;
  onOpenPanel: () => void;
}

/** The card while it is open: exists on the page from {@link Card.open} to {@link Card.close}, and not a moment longer. */
export class Card {
  readonly #options: CardOptions;
  readonly #ruleset: () => Promise<Ruleset>;
  #explain: (finding: Finding) => CardExplanation = () => ({ legalBasis: [] });
  #mounted: CardRoot | null = null;
  #sequence: Sequence = { findings: [], index: 0 };
  #byKey = false;
  #place: CardPlace | null = null;
  #focusBefore: Element | null = null;
  /** Why the capture that was asked for here did not start. */
  #failure: string | null = null;
  #listening = new AbortController();
  #frame = 0;

  constructor(options: CardOptions, ruleset: () => Promise<Ruleset>) {
    this.#options = options;
    this.#ruleset = ruleset;
  }

  /** Takes what it says of findings from the rules that are in force now; to be done before it is opened. */
  async learnRules(): Promise<void> {
    this.#explain = ruleExplanations(await this.#ruleset(), this.#options.today);
  }

  /** The finding that is shown; null while the card is closed. */
  get finding(): Finding | null {
    return this.#mounted ? (this.#sequence.findings[this.#sequence.index] ?? null) : null;
  }

  /** Whether an element of the page is the card's own. */
  owns(element: EventTarget | null): boolean {
    return element !== null && element === this.#mounted?.host;
  }

  /**
   * Opens at a finding of a sequence; where there is no room for the card, the panel opens in its place.
   * @param held where it stands, to be kept if it can
   */
  open(sequence: Sequence, byKey: boolean, held: CardPlace | null = null): void {
    const { document } = this.#options;
    this.#sequence = sequence;
    if (!this.#mounted) {
      this.#focusBefore = dom.activeElement(document);
      this.#mounted = openCardRoot(document, this.#options.isDark());
      this.#byKey = byKey;
      this.#listen();
    }
    this.#byKey ||= byKey;
    this.#place = null;
    this.#failure = null;
    this.#draw();
    if (!this.#settle(held)) {
      this.close();
      this.#options.onOpenPanel();
    }
  }

  close(): void {
    if (!this.#mounted) return;
    const { host, root, stage } = this.#mounted;
    const hadFocus = root.activeElement !== null;
    this.#listening.abort();
    dom.defaultView(this.#options.document)?.cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    render(null, stage);
    dom.remove(host);
    this.#mounted = null;
    this.#place = null;
    if (hadFocus && this.#focusBefore instanceof HTMLElement) dom.focus(this.#focusBefore, { preventScroll: true });
    this.#focusBefore = null;
  }

  /** The findings changed: stays with the same one, or goes with it. */
  update(findings: readonly Finding[]): void {
    if (!this.#mounted) return;
    const shown = this.finding;
    const known = new Map(findings.map((finding) => [finding.id, finding]));
    const kept = this.#sequence.findings.flatMap((finding) => {
      const now = known.get(finding.id);
      return now && !now.gone ? [now] : [];
    });
    const index = kept.findIndex(({ id }) => id === shown?.id);
    if (index < 0) {
      this.close();
      return;
    }
    this.#sequence = { findings: kept, index };
    this.#draw();
  }

  /** The card goes first, or it would stand in the picture; it comes back to say why nothing was captured. */
  async #capture(): Promise<void> {
    const [sequence, byKey] = [this.#sequence, this.#byKey];
    this.close();
    const failure = await this.#options.onCapture();
    if (failure === null) return;
    this.open(sequence, byKey);
    this.#failure = failure;
    this.#draw();
    this.#settle();
  }

  #step(by: 1 | -1): void {
    const { findings, index } = this.#sequence;
    const next = (index + by + findings.length) % findings.length;
    if (next === index) return;
    this.#options.onShow(findings[next]!);
    // Who steps on finds the buttons where they were.
    this.open({ findings, index: next }, this.#byKey, this.#place);
  }

  /**
   * Finds the card a place beside the words as they stand now; false when there is none.
   * @param held where it stands, to be kept if it can
   */
  #settle(held: CardPlace | null = this.#place?.side === 'apart' ? this.#place : null): boolean {
    const finding = this.finding;
    const view = dom.defaultView(this.#options.document);
    const card = this.#mounted && dom.firstElementChild(this.#mounted.stage);
    if (!finding || !view || !card) return false;
    const phrase = this.#options.placeOf(finding);
    const { width, height } = dom.getBoundingClientRect(card);
    const viewport = {
      width: dom.clientWidth(dom.documentElement(this.#options.document)) || view.innerWidth,
      height: view.innerHeight,
    };
    const size = { width, height };
    const place = phrase && ((held && heldPlace(held, phrase, size, viewport)) ?? placeCard(phrase, size, viewport));
    if (!place) return false;
    this.#place = place;
    dom
      .style(this.#mounted!.host)
      .setProperty('transform', `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`, 'important');
    this.#draw();
    return true;
  }

  #draw(): void {
    const finding = this.finding;
    if (!finding || !this.#mounted) return;
    const { findings, index } = this.#sequence;
    render(
      <InPageCard
        finding={finding}
        {...this.#explain(finding)}
        page={this.#options.page()}
        step={{ index, total: findings.length }}
        place={this.#place ?? undefined}
        dismissed={this.#options.isDismissed(finding)}
        focused={this.#byKey}
        onStep={(by) => this.#step(by)}
        failure={this.#failure ?? undefined}
        onCapture={() => void this.#capture()}
        onDismiss={(dismissed) => this.#options.onDismiss(finding, dismissed)}
        onOpenPanel={() => this.#options.onOpenPanel()}
        onClose={() => this.close()}
      />,
      this.#mounted.stage,
    );
  }

  #listen(): void {
    const { document } = this.#options;
    const view = dom.defaultView(document)!;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const follow = () => {
      this.#frame ||= view.requestAnimationFrame(() => {
        this.#frame = 0;
        if (this.#mounted && !this.#settle()) this.close();
      });
    };
    dom.addEventListener(document, 'scroll', follow, { capture: true, passive: true, signal });
    view.addEventListener('resize', follow, { passive: true, signal });
    view.addEventListener('beforeprint', () => this.close(), { signal });
    view.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && event.isTrusted) this.close();
      },
      { capture: true, signal },
    );
    this.#mounted!.root.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent), { signal });
  }

  #pressed(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const finding = this.finding;
    if (event.key === 'ArrowRight') this.#step(1);
    else if (event.key === 'ArrowLeft') this.#step(-1);
    else if (event.key.toLowerCase() === 'm' && finding) {
      this.#options.onDismiss(finding, !this.#options.isDismissed(finding));
    } else if (event.key === 'Tab' && this.#byKey) this.#keepFocus(event);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  /** Tab stays inside a card that took the focus. */
  #keepFocus(event: KeyboardEvent): void {
    const { root, stage } = this.#mounted!;
    const buttons = [...dom.querySelectorAll(stage, 'button:not(:disabled)')] as HTMLElement[];
    const at = buttons.indexOf(root.activeElement as HTMLElement);
    const leaves = event.shiftKey ? at <= 0 : at === buttons.length - 1;
    if (!leaves) return;
    const next = event.shiftKey ? buttons.at(-1) : buttons[0];
    if (next) dom.focus(next);
    event.preventDefault();
  }
}
