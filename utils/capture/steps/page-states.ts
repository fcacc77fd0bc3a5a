import { differencesBetween, type PageState } from '../../evidence/page-state.ts';
import { tabText } from '../../tabs/tab-text.ts';
import type { CaptureRun } from '../job/capture-run.ts';
import { runInPage } from '../network/frames.ts';
import { shownPdf } from '../network/pdf-in-tab.ts';

const FILE = 'page-states.json';

async function digestOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The address and title are read as the browser has them: a page may let pictures and forms answer for its document. */
async function readName(tabId: number): Promise<{ url: string; title: string }> {
  const pdf = await shownPdf(tabId);
  if (pdf) return pdf.page;
  return runInPage(tabId, () => {
    const read = Object.getOwnPropertyDescriptor(Document.prototype, 'title')?.get;
    return { url: location.href.slice(0, 4000), title: String(read?.call(document) ?? '').slice(0, 2000) };
  });
}

async function readState(tabId: number, moment: string): Promise<PageState> {
  const [{ url, title }, texts] = await Promise.all([readName(tabId), tabText(tabId)]);
  const text = texts.join('\n');
  return {
    moment,
    at: new Date().toISOString(),
    url,
    title,
    textSha256: texts.length > 0 ? await digestOf(text) : null,
    characters: text.length,
  };
}

/**
 * Notes what the page is at a moment of the capture, and names in the record what is not as it was at the one before: a page can see the marks
 * go, and can change what it says.
 * @throws DocumentGoneError
 */
export async function noteState(run: CaptureRun, moment: string): Promise<void> {
  const state = await readState(run.tabId, moment);
  const kept = (await run.staged(FILE)) ? await run.stagedJson<PageState[]>(FILE) : [];
  const before = kept.filter((one) => one.moment !== moment);
  const last = before.at(-1);
  for (const { what, reason } of last ? differencesBetween(last, state) : []) await run.missed(what, reason);
  await run.stageJson({ name: FILE, role: 'page-states', method: '取证各步骤时读取的网页地址、标题和文字摘要' }, [
    ...before,
    state,
  ]);
}
