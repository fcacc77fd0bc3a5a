import { browser } from '#imports';
import { watchSettings } from '../../utils/store/settings.ts';
import { lockWhenIdle, WHEN_IDLE } from '../../utils/store/store-lock.ts';

/** Watches over the idle time of an opened library. Call once, synchronously, when the background starts. */
export function registerIdleLock(): void {
  browser.alarms.onAlarm.addListener(({ name }) => (name === WHEN_IDLE ? lockWhenIdle() : undefined));
  watchSettings(lockWhenIdle);
  void lockWhenIdle();
}
