/**
 * Aho–Corasick over the symbols of a fold table. States are numbered breadth first, so the children of a state are the states
 * `children[state]` … `children[state + 1] - 1`, and a state's edge is the symbol of the child. The root has a row of its own.
 * Building is one pass without search.
 */
export interface Automaton {
  /** Symbol → child of the root, 0 for none. */
  root: Int32Array;
  children: Int32Array;
  /** The symbol that leads to a state. */
  symbol: Uint16Array;
  /** The longest suffix of a state that is a state too. */
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

const emptyTrie = (): Trie => ({ firstChild: [0], nextSibling: [0], symbol: [0], pattern: [-1] });

/** Adds a pattern; `roots` holds the root's child of each symbol. */
function addToTrie(trie: Trie, roots: Uint32Array, wanted: readonly number[], index: number): void {
  const { firstChild, nextSibling, symbol, pattern } = trie;
  let node = 0;
  for (let at = 0; at < wanted.length; at++) {
    const next = wanted[at]!;
    let child = at === 0 ? roots[next]! : firstChild[node]!;
    while (at !== 0 && child !== 0 && symbol[child] !== next) child = nextSibling[child]!;
    if (child === 0) {
      child = symbol.length;
      symbol.push(next);
      nextSibling.push(firstChild[node]!);
      firstChild.push(0);
      pattern.push(-1);
      firstChild[node] = child;
      if (at === 0) roots[next] = child;
    }
    node = child;
  }
  pattern[node] = index;
}

/** Numbers the children of a state, which are `known` and following; answers the next free number. */
function numberChildren(
  { root, children, symbol }: Automaton,
  trie: Trie,
  nodeOf: Uint32Array,
  parentOf: Uint32Array,
  state: number,
): number {
  let known = children[state]!;
  for (let node = trie.firstChild[nodeOf[state]!]!; node !== 0; node = trie.nextSibling[node]!) {
    nodeOf[known] = node;
    symbol[known] = trie.symbol[node]!;
    parentOf[known] = state;
    if (state === 0) root[symbol[known]!] = known;
    known++;
  }
  return known;
}

/**
 * Builds the automaton of all patterns.
 * @param patterns symbols of each pattern, none empty; a pattern given twice keeps the later index
 * @param symbols count of the fold table's symbols
 */
export function buildAutomaton(patterns: readonly (readonly number[])[], symbols: number): Automaton {
  const trie = emptyTrie();
  const roots = new Uint32Array(symbols);
  for (let index = 0; index < patterns.length; index++) {
    addToTrie(trie, roots, patterns[index]!, index);
  }
  const states = trie.symbol.length;
  const automaton: Automaton = {
    root: new Int32Array(symbols),
    children: new Int32Array(states + 1),
    symbol: new Uint16Array(states),
    fail: new Int32Array(states),
    pattern: new Int32Array(states).fill(-1),
    emits: new Int32Array(states),
    states,
  };
  // The trie's node of each state, in breadth-first order.
  const nodeOf = new Uint32Array(states);
  const parentOf = new Uint32Array(states);
  automaton.children[0] = 1;
  for (let state = 0; state < states; state++) {
    automaton.children[state + 1] = numberChildren(automaton, trie, nodeOf, parentOf, state);
  }
  for (let state = 1; state < states; state++) {
    link(automaton, state, parentOf[state]!, trie.pattern[nodeOf[state]!]!);
  }
  return automaton;
}

/** Gives a state its suffix and what ends there; the states before it have theirs. */
function link(automaton: Automaton, state: number, parent: number, ending: number): void {
  const { symbol, fail, pattern, emits } = automaton;
  if (parent !== 0) fail[state] = advance(automaton, fail[parent]!, symbol[state]!);
  pattern[state] = ending;
  emits[state] = ending >= 0 ? state : emits[fail[state]!]!;
}

/** The state after one more symbol. */
export function advance({ root, children, symbol, fail }: Automaton, from: number, next: number): number {
  let state = from;
  while (state !== 0) {
    const end = children[state + 1]!;
    for (let child = children[state]!; child < end; child++) if (symbol[child] === next) return child;
    state = fail[state]!;
  }
  return root[next]!;
}

/** Bytes that an automaton keeps. */
export function sizeOf({ root, children, symbol, fail, pattern, emits }: Automaton): number {
  return [root, children, symbol, fail, pattern, emits].reduce((sum, cells) => sum + cells.byteLength, 0);
}
