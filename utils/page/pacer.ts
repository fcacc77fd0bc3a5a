/** Keeps long work in short tasks. Tests and the benchmark bring their own. */
export interface Pacer {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Resolves in a later task. */
  rest(): Promise<void>;
  /** Milliseconds that one task may take. */
  slice: number;
}

/** Tasks of at most 4 ms: half a frame stays for the page at 120 Hz. */
export function pagePacer(): Pacer {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    rest: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
    slice: 4,
  };
}
