// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPart } from '../../entrypoints/page.content/load-part.ts';
import { SessionOnDemand } from '../../entrypoints/page.content/session-on-demand.ts';
import { openShadowRoot } from '../../utils/page/flat-tree.ts';
import type { FrameState } from '../../utils/reports/tab-report.ts';

vi.mock('../../entrypoints/page.content/load-part.ts', () => ({ loadPart: vi.fn() }));

const session = {
  scan: vi.fn(async () => {}),
  rescan: vi.fn(),
  setMarks: vi.fn(async () => {}),
  report: () => ({ state: 'done' }),
};
const part = vi.mocked(loadPart as (name: string) => Promise<unknown>);

let stop: AbortController;
let states: FrameState[];

function watch(html: string): SessionOnDemand {
  document.body.innerHTML = html;
  stop = new AbortController();
  states = [];
  const watched = new SessionOnDemand({
    document,
    signal: stop.signal,
    today: () => '2026-11-23',
    shadowRootOf: openShadowRoot,
    certificateReader: () => Promise.reject(new Error('nothing to read')),
    lexicon: () => Promise.reject(new Error('nothing to scan')),
    onChange: () => states.push(watched.report('key').state),
  });
  return watched;
}

beforeEach(() => {
  vi.clearAllMocks();
  part.mockResolvedValue(() => session);
});

afterEach(() => stop.abort());

describe('the session of a frame', () => {
  it('is brought with the first Chinese, and scans', async () => {
    const watched = watch('<p>plain</p>');
    void watched.start();
    await vi.waitFor(() => expect(states).toEqual(['done']));
    expect(part).not.toHaveBeenCalled();
    document.body.append('认证');
    await vi.waitFor(() => expect(session.scan).toHaveBeenCalledTimes(1));
    expect(states).toEqual(['done', 'scanning']);
  });

  it('is brought without a scan for a page without Chinese whose pictures are asked for', async () => {
    const watched = watch('<img>');
    expect(await watched.open()).toBe(session);
    expect(await watched.open()).toBe(session);
    expect(part).toHaveBeenCalledTimes(1);
    expect(session.scan).not.toHaveBeenCalled();
  });

  it('that is there for its pictures does not say that the text was read', async () => {
    const watched = watch('<img>');
    await watched.open();
    expect(watched.report('key').state).toBe('scanning');
    void watched.start();
    await vi.waitFor(() => expect(watched.report('key').state).toBe('done'));
  });

  it('says when it could not be brought, and is brought by the next scan', async () => {
    part.mockRejectedValueOnce(new Error('no such script'));
    const watched = watch('<p>认证</p>');
    await expect(watched.start()).rejects.toThrow('no such script');
    expect(watched.report('key').state).toBe('failed');
    void watched.scanAgain('a');
    await vi.waitFor(() => expect(session.scan).toHaveBeenCalledTimes(1));
    await watched.scanAgain('a');
    expect(session.rescan).toHaveBeenCalledWith('a');
  });

  it('has no marks on the page when it comes during a capture', async () => {
    const watched = watch('<p>认证</p>');
    await watched.setMarks(false);
    await watched.open();
    expect(session.setMarks).toHaveBeenLastCalledWith(false);
    await watched.setMarks(true);
    expect(session.setMarks).toHaveBeenLastCalledWith(true);
  });
});
