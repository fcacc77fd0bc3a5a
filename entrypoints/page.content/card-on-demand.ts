import type { Sequence } from '../../utils/page/reading-order.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import type { Card, CardOptions } from '../page-card/card.tsx';
import { loadPart } from './load-part.ts';

/** The card of one frame, whose script comes with the first finding that is looked at. */
export class CardOnDemand {
  readonly #options: CardOptions;
  #card: Card | null = null;
  #making: Promise<Card> | null = null;
  /** What is to be shown once the card is there. */
  #wanted: { sequence: Sequence; byKey: boolean } | null = null;

  constructor(options: CardOptions) {
    this.#options = options;
  }

  /** The finding that is shown, or about to be; null while the card is closed. */
  get finding(): Finding | null {
    if (this.#wanted) return this.#wanted.sequence.findings[this.#wanted.sequence.index] ?? null;
    return this.#card?.finding ?? null;
  }

  /** Whether an element of the page is the card's own. */
  owns(element: EventTarget | null): boolean {
    return this.#card?.owns(element) ?? false;
  }

  /** Opens at a finding of a sequence; resolves when it is open, or when something else was wanted meanwhile. */
  async open(sequence: Sequence, byKey: boolean): Promise<void> {
    const wanted = { sequence, byKey };
    this.#wanted = wanted;
    this.#card ??= await this.#make();
    await this.#card.learnRules();
    if (this.#wanted !== wanted) return;
    this.#wanted = null;
    this.#card.open(sequence, byKey);
  }

  close(): void {
    this.#wanted = null;
    this.#card?.close();
  }

  /** The findings changed: stays with the same one, or goes with it. */
  update(findings: readonly Finding[]): void {
    this.#card?.update(findings);
  }

  async #make(): Promise<Card> {
    this.#making ??= loadPart('card').then((make) => make(this.#options));
    try {
      return await this.#making;
    } catch (error) {
      this.#making = null;
      this.#wanted = null;
      throw error;
    }
  }
}
