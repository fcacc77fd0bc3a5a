import { browser } from '#imports';
import { onMessage } from '../../utils/messages/messaging.ts';
import { listPatrols, nextRound } from '../../utils/store/patrol-store.ts';
import { frameOfSender } from '../../utils/tabs/message-sender.ts';
import { type PatrolActs, runPatrols } from '../../utils/visits/patrol-runner.ts';

const ALARM = 'patrol';

/** Begins the rounds that are due. A round that still runs is not begun anew. */
async function beginDueRounds(now: number): Promise<void> {
  for (const patrol of await listPatrols()) {
    if (patrol.state !== 'ended' || patrol.everyDays === undefined || patrol.nextAt === undefined) continue;
    if (Date.parse(patrol.nextAt) > now) continue;
    const nextAt = new Date(now + patrol.everyDays * 86_400_000).toISOString();
    await nextRound(patrol, new Date(now).toISOString(), nextAt);
  }
}

/** The alarm wakes the worker while a patrol runs or a round is to come. */
async function setAlarm(): Promise<void> {
  const needed = (await listPatrols()).some(({ state, nextAt }) => state === 'running' || nextAt !== undefined);
  if (!needed) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM))) browser.alarms.create(ALARM, { periodInMinutes: 1 });
}

/**
 * Takes up the patrols that run, also after the browser or its worker was stopped, and begins scheduled rounds. Call once, synchronously, when
 * the background starts.
 */
export function registerPatrols(acts: PatrolActs): void {
  const takeUp = async () => {
    await beginDueRounds(Date.now());
    await setAlarm();
    await runPatrols(acts);
    await setAlarm();
  };
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? takeUp() : undefined));
  onMessage('runPatrols', ({ sender }) => {
    if (frameOfSender(sender)) throw new TypeError('patrols are run from pages of the extension');
    takeUp().catch(reportError);
  });
  takeUp().catch(reportError);
}
