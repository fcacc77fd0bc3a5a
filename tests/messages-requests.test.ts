import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isOwnSender } from '../utils/messages/own-sender.ts';
import { pageSettings } from '../utils/messages/page-settings.ts';
import { CHECKED_REQUESTS, checkedRequest } from '../utils/messages/requests.ts';
import { DEFAULT_SETTINGS } from '../utils/store/settings.ts';

beforeEach(() => fakeBrowser.reset());

const own = (path: string) => `${fakeBrowser.runtime.getURL('/')}${path}`;

describe('the sender of a message', () => {
  it.each([
    ['a page in a tab', { tab: { id: 4 }, frameId: 0, url: 'https://shop.example/' }],
    ['a page without a tab', { url: 'https://shop.example/' }],
    ['a page whose address begins like ours', { url: 'https://shop.example/?chrome-extension://' }],
    ['a frame in a tab that the browser names no address of', { tab: { id: 4 } }],
    ['another extension', { id: 'another' }],
  ])('%s is not the extension', (_, sender) => {
    expect(isOwnSender(sender)).toBe(false);
  });

  it('is the extension by its own address, in a tab, too', () => {
    expect(isOwnSender({ url: own('library.html'), tab: { id: 4 } })).toBe(true);
    expect(isOwnSender({ url: own('background.js') })).toBe(true);
  });
});

describe('what a message carries', () => {
  const sources = ['utils', 'entrypoints/background', 'entrypoints/offscreen', 'entrypoints/recording'].flatMap(
    (room) =>
      readdirSync(room, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );

  it('is checked for every message that is answered outside pages', () => {
    const answered = sources.flatMap((source) =>
      [...source.matchAll(/\bonMessage\('(\w+)'/g)].map((match) => match[1]!),
    );
    expect(answered.length).toBeGreaterThan(20);
    expect(answered.filter((name) => !CHECKED_REQUESTS.includes(name))).toEqual([]);
  });

  it.each([
    ['getTabReport', { tabId: '7' }],
    ['revealFinding', { tabId: 7, frameId: 0, findingId: { toString: 'x' } }],
    ['startCapture', { mode: 'everything' }],
    ['cancelCapture', null],
    ['stampWaiting', { url: 'no address', forMs: 10 }],
    ['readPicture', { data: 7, keep: true }],
    ['correctCertificate', { tabId: 7, frameId: 0, certificateId: 'c', field: '__proto__', value: 'x' }],
    ['getPageSettings', { hosts: 'shop.example' }],
  ] as const)('%s refuses %j', (name, data) => {
    expect(() => checkedRequest(name, data)).toThrow();
  });
});

it('tells a page of the settings what it needs, and no more', () => {
  const settings = { ...DEFAULT_SETTINGS, office: '某局', disabledSites: ['shop.example'] };
  expect(pageSettings(settings, ['frame.example', 'shop.example'])).toEqual({
    theme: 'system',
    referenceDate: null,
    on: false,
  });
  expect(pageSettings(settings, ['other.example']).on).toBe(true);
});
