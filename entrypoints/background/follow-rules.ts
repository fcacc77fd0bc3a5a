import { browser } from '#imports';
import type { RulePackStamp } from '../../rules/rule.ts';
import { digestsOf } from '../../rules/ruleset.ts';
import { retestOfficePack } from '../../utils/casework/office-rules.ts';
import { isFrameGone } from '../../utils/messages/frame-gone.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { notify } from '../../utils/store/notices.ts';
import { rulesetInForce, watchRules } from '../../utils/store/rules-in-force.ts';

const inForce = async () => digestsOf((await rulesetInForce()).stamps);

async function tell(rules: string, tabId: number, frameId?: number): Promise<void> {
  try {
    await sendMessage('rulesChanged', { rules }, frameId === undefined ? tabId : { tabId, frameId });
  } catch (error) {
    if (!isFrameGone(error)) throw error;
  }
}

/** A frame that reports what rules found that are no longer in force is asked to scan again: a page that slept heard of no change. */
export async function bringUpToDate(
  { tabId, frameId }: { tabId: number; frameId: number },
  scannedBy: readonly RulePackStamp[],
): Promise<void> {
  if (scannedBy.length === 0) return;
  const rules = await inForce();
  if (digestsOf(scannedBy) !== rules) await tell(rules, tabId, frameId);
}

/** Tries the office's pack after an update, and tells every open page of a change of the rules; those that were scanned by others scan again. */
export function registerRules(): void {
  void retestOfficePack();
  watchRules(async () => {
    const rules = await inForce();
    const tabs = await browser.tabs.query({});
    await Promise.all(
      tabs.map(async ({ id }) => {
        if (id === undefined) return;
        notify({ kind: 'report', key: String(id) });
        await tell(rules, id);
      }),
    );
  });
}
