import { browser } from '#imports';
import type { TabReport } from '../reports/tab-report.ts';

/** White on this orange reads 4.9 : 1. */
const BADGE_COLOUR = '#C8440C';

/** Findings that flag the page: claims that no one has marked as false positives, and that are still there or were. */
export function claimCount({ findings }: Pick<TabReport, 'findings'>): number {
  return findings.filter(({ disposition, dismissed }) => disposition === 'claim' && !dismissed).length;
}

/** Empty at nought, 99+ beyond two digits. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 99 ? '99+' : String(count);
}

/** Writes the count of claims on the toolbar button of a tab. A tab closed meanwhile needs none. */
export async function showBadge(tabId: number, report: TabReport | null): Promise<void> {
  const text = report ? badgeText(claimCount(report)) : '';
  try {
    await browser.action.setBadgeText({ tabId, text });
    if (!text) return;
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
    await browser.action.setBadgeTextColor?.({ tabId, color: '#FFFFFF' });
  } catch (error) {
    if (!/No tab with id|Invalid tab ID/.test(String(error))) throw error;
  }
}
