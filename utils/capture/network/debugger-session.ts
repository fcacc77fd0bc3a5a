import { forgetOrphan, noteOrphan } from '../../background/orphans.ts';
import { abortable, firstOf, within } from '../../base/abortable.ts';

/** The browser, a policy or another tool does not let us attach, or took the session away; the message is the browser's. */
export class DebuggerRefusedError extends Error {
  override name = 'DebuggerRefusedError';
}

/** One attached session of the DevTools protocol. */
export interface DebuggerSession {
  send<Result>(method: string, params?: object): Promise<Result>;
  /** Calls `listener` at every event of that name until the returned function is called or the session ends. */
  listen<Params>(event: string, listener: (params: Params) => void): () => void;
}

/** A crashed page answers nothing at all. */
const LONGEST_COMMAND_MS = 60_000;
const noAnswer = () => new DebuggerRefusedError(`no answer within ${LONGEST_COMMAND_MS / 1000} s`);

// webextension-polyfill does not know chrome.debugger; its promise form is as old as the floor.
const chromeDebugger = () => (globalThis as { chrome?: typeof chrome }).chrome?.debugger;

/** True where the browser has the interface at all (Chromium; not Firefox). */
export const hasDebugger = (): boolean => chromeDebugger() !== undefined;

/**
 * Attaches to a tab for as long as `body` runs, and detaches whatever happens.
 * @throws DebuggerRefusedError
 */
export async function withDebugger<T>(
  tabId: number,
  signal: AbortSignal,
  body: (session: DebuggerSession) => Promise<T>,
): Promise<T> {
  const api = chromeDebugger();
  if (!api) throw new DebuggerRefusedError('this browser has no debugger interface');
  const target = { tabId };
  const lost = new AbortController();
  const listeners = new Set<(event: string, params: unknown) => void>();
  const onEvent = (source: chrome.debugger.Debuggee, event: string, params?: object) => {
    if (source.tabId !== tabId) return;
    if (event === 'Inspector.targetCrashed') lost.abort(new DebuggerRefusedError('the page crashed'));
    for (const listener of listeners) listener(event, params);
  };
  const onDetach = (source: chrome.debugger.Debuggee, reason: string) => {
    if (source.tabId === tabId) lost.abort(new DebuggerRefusedError(`detached: ${reason}`));
  };
  await noteOrphan('attached', tabId);
  try {
    await attach(api, target);
  } catch (error) {
    await forgetOrphan('attached', tabId);
    throw new DebuggerRefusedError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  api.onDetach.addListener(onDetach);
  api.onEvent.addListener(onEvent);
  const both = firstOf(signal, lost.signal);
  try {
    return await body({
      async send<Result>(method: string, params: object = {}) {
        const answer = api.sendCommand(target, method, params as { [key: string]: unknown });
        return (await abortable(within(answer, LONGEST_COMMAND_MS, noAnswer), both)) as Result;
      },
      listen<Params>(event: string, listener: (params: Params) => void) {
        const hear = (name: string, params: unknown) => {
          if (name === event) listener(params as Params);
        };
        listeners.add(hear);
        return () => listeners.delete(hear);
      },
    });
  } catch (error) {
    if (signal.aborted) throw error;
    // A command under way can fail before the event that tells of the detachment.
    if (error instanceof Error && /detached|not attached/i.test(error.message))
      throw new DebuggerRefusedError(error.message, { cause: error });
    throw error;
  } finally {
    api.onDetach.removeListener(onDetach);
    api.onEvent.removeListener(onEvent);
    await api.detach(target).catch(() => undefined);
    await forgetOrphan('attached', tabId);
  }
}

/** A worker that died in mid-capture may have left its session behind; that one is ours to end. */
async function attach(api: typeof chrome.debugger, target: chrome.debugger.Debuggee): Promise<void> {
  try {
    await api.attach(target, '1.3');
  } catch (error) {
    const detached = await api.detach(target).then(
      () => true,
      () => false,
    );
    if (!detached) throw error;
    await api.attach(target, '1.3');
  }
}
