/** What changed: an item, a capture, a tab's report, the custody log, a case, the office's lists, a survey's outcome, the store's lock, a recording, a patrol, the pool, a mark. */
export type NoticeKind =
  | 'item'
  | 'job'
  | 'report'
  | 'log'
  | 'case'
  | 'register'
  | 'survey'
  | 'lock'
  | 'recording'
  | 'patrol'
  | 'pool'
  | 'mark';

/** Sent to every open context of the extension; the key says which one, its new state is read from the store. */
export interface Notice {
  kind: NoticeKind;
  key: string;
}

const CHANNEL = 'zhengjian';

let sender: BroadcastChannel | undefined;

/** Tells every context, this one included, that something changed. */
export function notify(notice: Notice): void {
  sender ??= new BroadcastChannel(CHANNEL);
  sender.postMessage(notice);
}

/** Calls `listener` on every notice until `signal` aborts. */
export function onNotice(listener: (notice: Notice) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const receiver = new BroadcastChannel(CHANNEL);
  receiver.onmessage = (event: MessageEvent<Notice>) => listener(event.data);
  signal.addEventListener('abort', () => receiver.close(), { once: true });
}
