import { useState } from 'preact/hooks';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { TextFinding } from '../../utils/scan/scanner.ts';
import { Button } from '../ui/Button.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import { Select } from '../ui/Select.tsx';
import './page-test.css';

/** A page that is open in the browser. */
export interface OpenPage {
  tabId: number;
  title: string;
  host: string;
}

/** What the rules find on a page, tried now. */
export interface PageTestResult {
  title: string;
  /** Characters that were read. */
  characters: number;
  findings: readonly TextFinding[];
}

export interface PageTestProps {
  pages: readonly OpenPage[];
  /** The rule in view; its finds are listed, those of others counted. */
  ruleId: string | undefined;
  result: PageTestResult | null;
  /** The page could not be read. */
  failed: boolean;
  onTest: (tabId: number) => void;
}

const MOST_SHOWN = 50;
const styleOf = ({ disposition, level }: TextFinding) => (disposition === 'claim' ? level : 'cited');

function Result({ result, ruleId }: { result: PageTestResult; ruleId: string | undefined }) {
  const own = result.findings.filter((finding) => finding.ruleId === ruleId);
  const others = result.findings.length - own.length;
  return (
    <>
      <p class="zj-secondary" role="status">
        {t('rules_pageResult', countText(result.characters), countText(own.length), countText(others))}
      </p>
      <ul>
        {own.slice(0, MOST_SHOWN).map((finding) => (
          <li key={finding.start}>
            <HighlightedSnippet
              prefix={finding.prefix}
              match={finding.matchedText}
              suffix={finding.suffix}
              kind={styleOf(finding)}
            />
            {finding.disposition !== 'claim' && (
              <span class="zj-secondary">
                {finding.reason
                  ? t('dispositionReason', t(`disposition_${finding.disposition}`), finding.reason)
                  : t(`disposition_${finding.disposition}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {own.length > MOST_SHOWN && <p class="zj-secondary">{t('rules_pageMore', own.length - MOST_SHOWN)}</p>}
    </>
  );
}

/** The rules as they stand here, tried on the text of a page that is open in another tab. */
export function PageTest({ pages, ruleId, result, failed, onTest }: PageTestProps) {
  const [chosen, setChosen] = useState('');
  const tabId = pages.find((page) => String(page.tabId) === chosen)?.tabId ?? pages[0]?.tabId;
  return (
    <section class="zj-page-test">
      <h2>
        {t('rules_tryPage')} <span class="zj-secondary">{t('rules_tryPageHint')}</span>
      </h2>
      {tabId === undefined ? (
        <p class="zj-secondary">{t('rules_noPage')}</p>
      ) : (
        <div class="zj-page-choice">
          <Select
            label={t('rules_choosePage')}
            value={String(tabId)}
            options={pages.map((page) => ({
              value: String(page.tabId),
              label: `${page.title || page.host} · ${page.host}`,
            }))}
            onChange={setChosen}
          />
          <Button size="small" onClick={() => onTest(tabId)}>
            {t('rules_testPage')}
          </Button>
        </div>
      )}
      {failed && (
        <p class="zj-field-error" role="alert">
          {t('rules_pageUnread')}
        </p>
      )}
      {result && <Result result={result} ruleId={ruleId} />}
    </section>
  );
}
