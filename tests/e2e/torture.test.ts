import { expect, it } from 'vitest';
import { doubleWake } from '../torture/double-wake.ts';
import { hostileNames } from '../torture/hostile-names.ts';
import { hostileRecords } from '../torture/hostile-records.ts';
import { hostileReports } from '../torture/hostile-reports.ts';
import { HOSTILE_TEXTS } from '../torture/hostile-texts.ts';
import { killBrowser } from '../torture/kill-browser.ts';
import { largeExport } from '../torture/large-export.ts';
import { storeLoss } from '../torture/store-loss.ts';
import { twoWindows } from '../torture/two-windows.ts';

const SLOW = { timeout: 240_000 };

it('reads pages that answer for the members of their own nodes', SLOW, async () => {
  expect(await hostileNames(8, ['chromium'])).toMatchObject({ failures: [] });
});

it('runs nothing of a hostile record', SLOW, async () => {
  expect(await hostileReports(HOSTILE_TEXTS.slice(0, 2))).toMatchObject({ tried: 2, failures: [] });
});

it('opens every screen with hostile records in the library, and can delete them', SLOW, async () => {
  expect(await hostileRecords(18)).toMatchObject({ tried: 18, failures: [] });
});

it('seals a capture once that its alarm took up', SLOW, async () => {
  expect(await doubleWake(4)).toMatchObject({ tried: 4, failures: [] });
});

it('keeps what two windows do at once, and tells one of two passphrases that the other was first', SLOW, async () => {
  expect(await twoWindows(1)).toMatchObject({ tried: 3, failures: [] });
});

it('says on every screen that the store was dropped, truncated or rolled back', SLOW, async () => {
  expect(await storeLoss(1)).toMatchObject({ tried: 4, failures: [] });
});

it('takes a recording in and gives it out again as it was', SLOW, async () => {
  expect(await largeExport(1)).toMatchObject({ tried: 2, failures: [] });
});

it('loses nothing when the browser is killed', SLOW, async () => {
  expect(await killBrowser(3, 42)).toMatchObject({ tried: 3, failures: [] });
});
