import { storage } from '#imports';
import { inTurn } from '../base/in-turn.ts';
import { appendLine } from '../store/custody-store.ts';
import { type Policy, readPolicy, sortManaged, watchManaged } from '../store/managed-settings.ts';
import { settingsUnder } from '../store/settings.ts';
import { officeChanges } from './change-office.ts';

/** The policy that the log knows of. */
const loggedItem = storage.defineItem<Policy>('local:loggedPolicy', { fallback: {} });

/** Nobody at the desk changed it. */
const ADMINISTRATOR = '管理员（策略）';

/**
 * Writes into the log what a changed policy of the administrator changes of the settings that evidence rests on, a line each. What an
 * own setting stands before changes nothing, and is no line. A line is written before the policy counts as logged: one too many says
 * what was meant, one too few hides what was done.
 */
export const logPolicy = (): Promise<void> =>
  inTurn('office', async () => {
    const [before, now] = await Promise.all([loggedItem.getValue(), readPolicy()]);
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    const [was, is] = await Promise.all([settingsUnder(sortManaged(before)), settingsUnder(sortManaged(now))]);
    for (const change of officeChanges(was, is))
      await appendLine({ act: 'settings-changed', person: ADMINISTRATOR, detail: `管理策略变更：${change}` });
    await loggedItem.setValue(now);
  });

/** Writes what the policy says into a log that does not know of it: that of another machine, which was restored here. */
export async function logPolicyAgain(): Promise<void> {
  await loggedItem.removeValue();
  await logPolicy();
}

/** Logs what changed while the product was not running, and every change from now on. */
export function followPolicy(): void {
  const log = () => void logPolicy().catch(reportError);
  watchManaged(log);
  log();
}
