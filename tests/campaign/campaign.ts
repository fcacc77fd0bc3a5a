import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from '../../cli/browser.ts';
import { backUpAndRestore } from './back-up.ts';
import { workByHand } from './by-hand.ts';
import { makeCases } from './cases.ts';
import { Checks } from './checks.ts';
import { exposeCase } from './exposure.ts';
import { checkFigures } from './figures.ts';
import { Office } from './office.ts';
import { runPatrol } from './patrol.ts';
import { recheck } from './recheck.ts';
import { type Size, serveSite } from './site.ts';
import { transferCases } from './transfer.ts';

/**
 * An office's campaign from the list of addresses to the back-up, with the built extension in a browser and by its own screens.
 * @returns whether everything was as expected
 */
export async function runCampaign(size: Size, folder: string): Promise<boolean> {
  buildExtension();
  const checks = new Checks();
  const site = await serveSite(size);
  const [profile, other, files] = ['profile', 'other-profile', 'files'].map((name) => join(folder, name));
  mkdirSync(files!);
  const office = new Office(profile!, files!);
  await office.start();
  try {
    await office.register();
    await office.takeDesk();
    /** A part that breaks off is a row that failed; those after it run all the same. */
    const part = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
      const began = performance.now();
      try {
        return await work();
      } catch (error) {
        checks.row(`${name} runs to its end`, 'yes', `${String(error).split('\n')[0]}; ${await office.toasts()}`);
        return undefined;
      } finally {
        console.log(`== ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
      }
    };
    await part('patrol', () => runPatrol(office, site, checks));
    await part('cases', () => makeCases(office, site, checks));
    await part('publication', () => exposeCase(office, checks));
    const transferred = await part('transfer', () => transferCases(office, checks));
    await part('by hand', () => workByHand(office, site, checks));
    const verdicts = await part('re-check', () => recheck(office, site, checks));
    const flagged = site.endings.filter((ending) => ending.flagged && ending.state === 'done').length + size.byHand;
    const figures = {
      监测网络交易平台家数: new Set([...site.shops, ...site.byHand].map(({ platform }) => platform)).size,
      检查平台内经营者数: size.parties + size.byHand,
      移送线索数: (transferred ?? 0) + size.byHand,
      发现疑似违法广告条次: flagged + (verdicts?.there.length ?? 0),
    };
    await part('figures', () => checkFigures(office, figures, checks));
    await part('back-up', () => backUpAndRestore(office, other!, checks));
  } finally {
    await office.close();
    await site.close();
  }
  return checks.end();
}
