import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bringUpToDate, registerRules } from '../../../entrypoints/background/follow-rules.ts';
import { EMPTY_OFFICE_PACK } from '../../../rules/office-pack.ts';
import { digestsOf } from '../../../rules/ruleset.ts';
import { saveOfficePack } from '../../../utils/casework/office-rules.ts';
import { rulesetInForce } from '../../../utils/store/rules-in-force.ts';

const sent = vi.hoisted(() => vi.fn(async (..._said: unknown[]) => undefined));
vi.mock('../../../utils/messages/messaging.ts', () => ({ sendMessage: sent }));

beforeEach(() => {
  fakeBrowser.reset();
  sent.mockClear();
  fakeBrowser.runtime.getManifest = () => ({ version: '0.2.0' }) as never;
  fakeBrowser.tabs.query = vi.fn(async () => [{ id: 7 }, { id: 8 }]) as never;
});

const ownRules = { ...EMPTY_OFFICE_PACK, phrases: { 'fake-certification/same-day-issue': ['隔夜取证'] } };

it('tells every open page of a change of the office’s rules', async () => {
  registerRules();
  await saveOfficePack(ownRules);
  const rules = digestsOf((await rulesetInForce()).stamps);
  await expect.poll(() => sent.mock.calls.length).toBe(2);
  expect(sent.mock.calls).toEqual([
    ['rulesChanged', { rules }, 7],
    ['rulesChanged', { rules }, 8],
  ]);
});

it('asks a frame to scan again that reports what earlier rules found, and leaves the others alone', async () => {
  const before = (await rulesetInForce()).stamps;
  await bringUpToDate({ tabId: 7, frameId: 3 }, before);
  expect(sent).not.toHaveBeenCalled();
  await saveOfficePack(ownRules);
  await bringUpToDate({ tabId: 7, frameId: 3 }, before);
  const rules = digestsOf((await rulesetInForce()).stamps);
  expect(sent).toHaveBeenCalledExactlyOnceWith('rulesChanged', { rules }, { tabId: 7, frameId: 3 });
});
