/**
 * Aho–Corasick over the symbols of a fold table, in a double array: `check[base[state] + symbol] === state` is an edge, `fail`
 * the longest suffix to go on from. About 20 bytes a state and built in one pass, so packs are compiled where they are used.
 */
export interface Automaton {
  base: Int32Array;
  check: Int32Array;
  fail: Int32Array;
  /** The pattern that ends at a state, or -1. */
  pattern: Int32Array;
  /** The nearest state on the fail path, or the state itself, at which a pattern ends; 0 when none does. */
  emits: Int32Array;
  states: number;
}

interface Trie {
  firstChild: number[];
  nextSibling: number[];
  symbol: number[];
  pattern: number[];
}

function buildTrie(patterns: readonly (readonly number[])[]): Trie {
  const trie: Trie = { firstChild: [0], nextSibling: [0], symbol: [0], pattern: [-1] };
  const { firstChild, nextSibling, symbol, pattern } = trie;
  const roots = new Map<number, number>();
  patterns.forEach((symbols, index) => {
    let node = 0;
    for (const wanted of symbols) {
      let child = node === 0 ? (roots.get(wanted) ?? 0) : firstChild[node]!;
      while (node !== 0 && child !== 0 && symbol[child] !== wanted) child = nextSibling[child]!;
      if (child === 0) {
        child = symbol.length;
        symbol.push(wanted);
        nextSibling.push(firstChild[node]!);
        firstChild.push(0);
        pattern.push(-1);
        firstChild[node] = child;
        if (node === 0) roots.set(wanted, child);
      }
      node = child;
    }
    pattern[node] = index;
  });
  return trie;
}

/** Lays the trie's nodes into cells so that every child sits at its parent's base plus its symbol. */
class Cells {
  base = new Int32Array(1 << 14);
  check = new Int32Array(1 << 14).fill(-1);
  #firstFree = 1;

  #reserve(length: number): void {
    if (length <= this.base.length) return;
    const size = Math.max(length, this.base.length * 2);
    const base = new Int32Array(size);
    base.set(this.base);
    const check = new Int32Array(size).fill(-1);
    check.set(this.check);
    this.base = base;
    this.check = check;
  }

  /** A base at which every symbol (ascending) finds a free cell. */
  place(symbols: readonly number[], state: number): number {
    while (this.#firstFree < this.check.length && this.check[this.#firstFree] !== -1) this.#firstFree++;
    const lowest = symbols[0]!;
    let base = Math.max(0, this.#firstFree - lowest);
    const fits = () => symbols.every((symbol) => base + symbol > 0 && this.check[base + symbol] === -1);
    this.#reserve(base + symbols.at(-1)! + 1);
    while (!fits()) {
      base++;
      this.#reserve(base + symbols.at(-1)! + 1);
    }
    for (const symbol of symbols) this.check[base + symbol] = state;
    this.base[state] = base;
    return base;
  }
}

/**
 * Builds the automaton of all patterns at once.
 * @param patterns symbols of each pattern, none empty; a pattern given twice keeps the later index
 * @param symbols count of the fold table's symbols
 */
export function buildAutomaton(patterns: readonly (readonly number[])[], symbols: number): Automaton {
  const trie = buildTrie(patterns);
  const cells = new Cells();
  const cellOf = new Int32Array(trie.symbol.length);
  const order = [0];
  for (let head = 0; head < order.length; head++) {
    const node = order[head]!;
    const children: number[] = [];
    for (let child = trie.firstChild[node]!; child !== 0; child = trie.nextSibling[child]!) children.push(child);
    if (children.length === 0) continue;
    children.sort((a, b) => trie.symbol[a]! - trie.symbol[b]!);
    const base = cells.place(
      children.map((child) => trie.symbol[child]!),
      cellOf[node]!,
    );
    for (const child of children) {
      cellOf[child] = base + trie.symbol[child]!;
      order.push(child);
    }
  }
  const used = order.reduce((most, node) => Math.max(most, cellOf[node]!, cells.base[cellOf[node]!]! + symbols), 0) + 1;
  const base = new Int32Array(used);
  base.set(cells.base.subarray(0, used));
  const check = new Int32Array(used).fill(-1);
  check.set(cells.check.subarray(0, used));
  const fail = new Int32Array(used);
  const pattern = new Int32Array(used).fill(-1);
  const emits = new Int32Array(used);
  for (const node of order) {
    const state = cellOf[node]!;
    pattern[state] = trie.pattern[node]!;
    emits[state] = pattern[state] >= 0 ? state : emits[fail[state]!]!;
    for (let child = trie.firstChild[node]!; child !== 0; child = trie.nextSibling[child]!) {
      fail[cellOf[child]!] = state === 0 ? 0 : step(base, check, fail, fail[state]!, trie.symbol[child]!);
    }
  }
  return { base, check, fail, pattern, emits, states: order.length };
}

function step(base: Int32Array, check: Int32Array, fail: Int32Array, from: number, symbol: number): number {
  let state = from;
  for (;;) {
    const next = base[state]! + symbol;
    if (check[next] === state) return next;
    if (state === 0) return 0;
    state = fail[state]!;
  }
}

/** The state after one more symbol. */
export function advance(automaton: Automaton, state: number, symbol: number): number {
  return step(automaton.base, automaton.check, automaton.fail, state, symbol);
}

/** Bytes that an automaton keeps. */
export function sizeOf(automaton: Automaton): number {
  const { base, check, fail, pattern, emits } = automaton;
  return [base, check, fail, pattern, emits].reduce((sum, cells) => sum + cells.byteLength, 0);
}
