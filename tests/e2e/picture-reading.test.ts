import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { pictureQuality } from '../quality/pictures/main.ts';
import { sumOf } from '../quality/pictures/score.ts';

it('reads a part of the picture set: fields, claims, no number wrong without a word, nothing asked of the network', async () => {
  const { ours, requests } = await pictureQuality({ most: 12 });
  const score = sumOf(ours.map((each) => each.score));
  expect(score.right / score.printed).toBeGreaterThan(0.97);
  expect(score.fieldsRight / score.fieldsPrinted).toBeGreaterThan(0.9);
  expect(
    ours
      .filter(({ stress }) => !stress)
      .flatMap((each) => each.score.faults.filter((fault) => /silentlyWrong/.test(fault))),
  ).toEqual([]);
  expect(requests).toEqual([]);
}, 240_000);

describe('a picture out of bounds', () => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await launchBrowser();
    await browser.openExtensionPage('offscreen.html');
  });
  afterAll(() => browser?.close());

  const read = async (url: string) => {
    const answer = await browser.worker.evaluate(
      (address) =>
        chrome.runtime.sendMessage({ id: 0, type: 'readPicture', data: { data: address, keep: false }, timestamp: 0 }),
      url,
    );
    return (answer as { res: unknown }).res;
  };

  it('is answered with a reason: a PNG that breaks off', async () => {
    const head = Buffer.from('89504e470d0a1a0a0000000d494844520000012c0000012c0802000000', 'hex');
    expect(
      await read(`data:image/png;base64,${Buffer.concat([head, Buffer.alloc(60, 7)]).toString('base64')}`),
    ).toEqual({
      skipped: 'not-decodable',
    });
  });

  it('is answered with a reason: a hundred megapixels', async () => {
    const head = Buffer.from('89504e470d0a1a0a0000000d4948445200002710000027100802000000', 'hex');
    expect(await read(`data:image/png;base64,${Buffer.concat([head, Buffer.alloc(60)]).toString('base64')}`)).toEqual({
      skipped: 'too-large',
    });
  });
});
