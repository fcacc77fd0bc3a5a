import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_OFFICE_PACK, exportOfficePack } from '../../rules/office-pack.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import type { Rule } from '../../rules/rule.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { loadOfficePack, retestOfficePack, saveOfficePack } from '../../utils/casework/office-rules.ts';
import { officePackItem, rulesetInForce } from '../../utils/store/rules-in-force.ts';
import { ruleOf } from '../scan/notice-like-pack.ts';

const own = (examples: Rule['examples']): Rule =>
  ruleOf({ id: 'false-promise/office-1', name: '隔夜飞递', phrases: [{ text: '隔夜飞递到手' }], examples });
const HOLDS = own({ hit: ['质检报告隔夜飞递到手'], miss: ['报告寄到需三日'] });
const FAILS = own({ hit: ['质检报告次日到手'], miss: ['报告寄到需三日'] });
const pack = (rule: Rule) => ({ ...EMPTY_OFFICE_PACK, rules: [rule] });
const refusal = { messageKey: 'rulePackExampleFailed', values: ['隔夜飞递', '质检报告次日到手'] };
const officeStamp = async () => (await rulesetInForce()).stamps.find(({ id }) => id === 'office');

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.getManifest = () => ({ version: '9.9.9' }) as never;
});

describe('the rules of the office', () => {
  it('are kept when their examples hold, and are in force at once', async () => {
    await saveOfficePack(pack(HOLDS));
    expect(await officeStamp()).toEqual(await packStamp(pack(HOLDS)));
    expect((await rulesetInForce()).explain(HOLDS.id, '2026-11-23')).toMatchObject({ message: HOLDS.message });
  });

  it('are not kept nor taken from a file when an example fails: the rule and the example are named', async () => {
    await expect(saveOfficePack(pack(FAILS))).rejects.toMatchObject(refusal);
    expect(await officePackItem.getValue()).toBeNull();
    expect(() => loadOfficePack(exportOfficePack(pack(FAILS)))).toThrow(expect.objectContaining(refusal));
    expect(loadOfficePack(exportOfficePack(pack(HOLDS)))).toEqual(pack(HOLDS));
  });

  it('are not kept when they break an example of a built-in rule', async () => {
    const [rule] = WRITTEN_PACKS[0]!.rules;
    const [example] = rule!.examples.hit;
    const allow = { [rule!.id]: [example!.slice(0, 40)] };
    await expect(saveOfficePack({ ...EMPTY_OFFICE_PACK, allow })).rejects.toMatchObject({
      messageKey: 'rulePackExampleFailed',
      values: [rule!.name, expect.anything()],
    });
  });

  it('are not kept when a rule is not whole', async () => {
    await expect(saveOfficePack(pack({ ...HOLDS, message: '' }))).rejects.toMatchObject({
      messageKey: 'rulePackMalformed',
    });
  });

  it('are tried again after an update, and out of force when an example no longer holds', async () => {
    const stamp = await packStamp(pack(FAILS));
    await officePackItem.setValue({ pack: pack(FAILS), stamp, testedWith: '0.0.1' });
    await retestOfficePack();
    expect(await officePackItem.getValue()).toMatchObject({ pack: pack(FAILS), refused: refusal });
    expect((await rulesetInForce()).stamps).toEqual(BUILT_IN_STAMPS);
    await saveOfficePack(pack(HOLDS));
    expect(await officePackItem.getValue()).not.toHaveProperty('refused');
    expect(await officeStamp()).toBeDefined();
  });

  it('of an earlier version are tried once, and stay in force when they hold', async () => {
    await officePackItem.setValue({ pack: pack(HOLDS), stamp: await packStamp(pack(HOLDS)) });
    await retestOfficePack();
    expect(await officePackItem.getValue()).toMatchObject({ testedWith: expect.any(String) });
    expect(await officeStamp()).toBeDefined();
  });
});
