import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import type { OpenPage, PageTestProps, PageTestResult } from '../../../components/rules/PageTest.tsx';
import { hostOf } from '../../../utils/base/host-of.ts';
import { sendMessage } from '../../../utils/messages/messaging.ts';
import { scanLongText } from '../../../utils/scan/scan-long-text.ts';
import type { Scanner } from '../../../utils/scan/scanner.ts';

async function openPages(): Promise<OpenPage[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url = '', title = '' }) =>
    id !== undefined && /^(https?|file):/.test(url) ? [{ tabId: id, title, host: hostOf(url) || url }] : [],
  );
}

/** Pages that rules can be tried on, kept up to date. */
function useOpenPages(): readonly OpenPage[] {
  const [pages, setPages] = useState<readonly OpenPage[]>([]);
  useEffect(() => {
    let watching = true;
    const load = () => {
      openPages().then((found) => watching && setPages(found), reportError);
    };
    load();
    const events = [browser.tabs.onUpdated, browser.tabs.onRemoved] as const;
    for (const event of events) event.addListener(load);
    return () => {
      watching = false;
      for (const event of events) event.removeListener(load);
    };
  }, []);
  return pages;
}

/** Tries the rules as they are edited on the text of an open page. The result follows every change of the rules. */
export function usePageTest(scanner: Scanner): Omit<PageTestProps, 'ruleId'> {
  const pages = useOpenPages();
  const [page, setPage] = useState<(OpenPage & { text: string }) | null>(null);
  const [result, setResult] = useState<PageTestResult | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!page) return;
    const { title, host, text } = page;
    const { findings, read } = scanLongText(scanner, text, { page: scanner.tellPage({ host, title, text }) });
    setResult({ title, characters: read, findings });
  }, [page, scanner]);

  const read = async (tabId: number) => {
    const chosen = pages.find((each) => each.tabId === tabId);
    const texts = await sendMessage('readTabText', { tabId });
    // Lines and cells of the page are paragraphs to the scanner: no wording goes on across them.
    const text = texts.join('\n').replace(/[\n\t]+/g, '\u2029');
    setFailed(texts.length === 0);
    setResult(null);
    setPage(chosen && texts.length > 0 ? { ...chosen, text } : null);
  };
  return { pages, result, failed, onTest: (tabId) => void read(tabId).catch(reportError) };
}
