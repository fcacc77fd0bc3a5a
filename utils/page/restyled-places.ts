import * as dom from './dom.ts';
import type { FindingLedger, Placed } from './finding-ledger.ts';
import type { FlatTree } from './flat-tree.ts';
import type { PlaceFinder } from './place-finder.ts';

/** Elements whose looks changed: what was found inside may have come into sight, or left it, and is read again. */
export class RestyledPlaces {
  readonly #document: Document;
  readonly #tree: FlatTree;
  readonly #ledger: FindingLedger;
  readonly #finder: PlaceFinder;
  readonly #elements = new Set<Element>();

  constructor(document: Document, tree: FlatTree, ledger: FindingLedger, finder: PlaceFinder) {
    this.#document = document;
    this.#tree = tree;
    this.#ledger = ledger;
    this.#finder = finder;
  }

  get waiting(): boolean {
    return this.#elements.size > 0;
  }

  note(element: Element): void {
    this.#elements.add(element);
  }

  /** Takes what is known inside of them out of the ledger and names it to the finder. */
  review(): void {
    for (const element of this.#elements) {
      for (const { spans, element: bearer, source } of this.#placesIn(element)) {
        const [first] = spans;
        const node = first?.node ?? bearer;
        this.#ledger.withdraw(node);
        if (first || source === 'generated') this.#finder.note({ node, offset: first?.start ?? 0 });
        else this.#finder.speaks(bearer);
      }
    }
    this.#elements.clear();
  }

  #placesIn(element: Element): readonly Placed[] {
    if (dom.getRootNode(element) === this.#document) return this.#ledger.within(element);
    // What a slot of a shadow tree shows stands elsewhere in the page: each place is asked for what it is rendered in.
    const isInside = (start: Element) => {
      let holder: Element | null = start;
      while (holder && holder !== element) holder = this.#tree.parent(holder);
      return holder !== null;
    };
    return this.#ledger.places().filter((placed) => isInside(placed.element));
  }
}
