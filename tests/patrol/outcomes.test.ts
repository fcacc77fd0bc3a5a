import { describe, expect, it } from 'vitest';
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { WALL_WORDS } from '../../rules/page-walls.ts';
import { asUnchanged, outcomeLine, type VisitOutcome } from '../../utils/patrol/outcome.ts';
import { auditProbes, probePlaces } from '../../utils/patrol/probes.ts';
import {
  furtherVisits,
  isOverburdened,
  REASON_IDS,
  type Reason,
  reasonOfNetError,
  reasonOfStatus,
  reasonWord,
  stateOf,
} from '../../utils/patrol/reason.ts';
import { wallOf } from '../../utils/patrol/wall.ts';

const front = (text: string, more = {}) => ({
  url: 'https://a.example/',
  text,
  passwordFields: 0,
  frames: [],
  ...more,
});

describe('walls', () => {
  it.each(WALL_WORDS.flatMap(({ wall, hit }) => hit.map((text) => [wall, text] as const)))('%s: %s', (wall, text) =>
    expect(wallOf(front(text))).toBe(wall),
  );
  it.each(WALL_WORDS.flatMap(({ miss }) => miss))('no wall: %s', (text) => expect(wallOf(front(text))).toBeNull());

  it('are no walls beside a whole page', () => {
    const page = '本店商品介绍。'.repeat(200);
    expect(wallOf(front(`请先登录 ${page}`))).toBeNull();
    expect(wallOf(front(page, { passwordFields: 1 }))).toBeNull();
  });
  it('are known by a field for a password, and by the frame of a captcha', () => {
    expect(wallOf(front('欢迎回来', { passwordFields: 1 }))).toBe('login-wall');
    expect(wallOf(front('', { frames: ['https://static.geetest.com/x'] }))).toBe('captcha');
    expect(wallOf(front('', { frames: ['https://notgeetest.com/x'] }))).toBeNull();
  });
});

describe('reasons', () => {
  it.each([
    ['page.goto: net::ERR_TOO_MANY_REDIRECTS at http://a/', 'redirect-loop'],
    ['net::ERR_NAME_NOT_RESOLVED', 'name-unknown'],
    ['net::ERR_CONNECTION_REFUSED', 'no-connection'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'untrusted-connection'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'no-answer'],
    ['page.goto: Download is starting', 'download'],
    ['NS_ERROR_UNKNOWN_HOST', 'name-unknown'],
    ['something new', 'no-connection'],
  ])('%s is %s', (words, id) => expect(reasonOfNetError(words).id).toBe(id));

  it('follow from the status', () => {
    expect(reasonOfStatus(200)).toBeNull();
    expect(
      [401, 403, 404, 503]
        .map((status) => reasonOfStatus(status)!)
        .map((reason) => [reasonWord(reason), stateOf(reason)]),
    ).toEqual([
      ['credentials', 'needs-officer'],
      ['refused', 'needs-officer'],
      ['http-404', 'failed'],
      ['http-503', 'failed'],
    ]);
    expect([429, 500, 404].map((status) => isOverburdened(reasonOfStatus(status)!))).toEqual([true, true, false]);
  });
  it('are followed by so many further visits in the same round', () =>
    expect(
      [{ id: 'http-status', value: '503' }, { id: 'hung' }, { id: 'http-status', value: '404' }].map((reason) =>
        furtherVisits(reason as Reason),
      ),
    ).toEqual([2, 1, 0]));

  it('each have a sentence', () => {
    const missing = REASON_IDS.map((id) => `patrolReason_${id.replaceAll('-', '_')}`).filter(
      (key) => !(key in chinese),
    );
    expect(missing).toEqual([]);
  });
});

const seen: VisitOutcome = {
  url: 'https://a.example/',
  state: 'done',
  flagged: true,
  visitedAt: '2026-11-02T00:00:00Z',
  textSha256: 'aa',
  rulePacks: 'p:1',
};

describe('an address visited again', () => {
  const before: VisitOutcome = { ...seen, visitedAt: '2026-11-01T00:00:00Z', evidence: 'E1' };

  it('is unchanged since it was first seen, with what was kept of it', () => {
    const once = asUnchanged(seen, before);
    expect(once).toMatchObject({ state: 'unchanged', unchangedSince: before.visitedAt, evidence: 'E1' });
    expect(asUnchanged({ ...seen, visitedAt: '2026-11-03T00:00:00Z' }, once)).toMatchObject({
      unchangedSince: before.visitedAt,
    });
  });
  it.each([{ textSha256: 'bb' }, { rulePacks: 'p:2' }, { flagged: false }])('is not with another %j', (change) =>
    expect(asUnchanged({ ...seen, ...change }, before).state).toBe('done'),
  );
  it('is not when it was not read', () =>
    expect(asUnchanged({ ...seen, state: 'failed', reason: { id: 'hung' } }, before).state).toBe('failed'));
});

it('a line says what the contract names, and no digest of its own use', () => {
  const failed: VisitOutcome = { ...seen, state: 'failed', reason: { id: 'http-status', value: '404' } };
  expect(JSON.parse(outcomeLine(failed, () => '没有'))).toEqual({
    url: seen.url,
    flagged: true,
    state: 'failed',
    error: 'http-404',
    reason: '没有',
    visitedAt: seen.visitedAt,
  });
});

describe('probes', () => {
  const result = (seen: boolean | null) => ({ url: 'http://p/', flagged: true, seen });
  it('make a patrol unreliable when more than three in a hundred are missed', () => {
    const of = (missed: number) =>
      auditProbes(Array.from({ length: 100 }, (_, index) => result(index < missed ? null : true))).reliable;
    expect([of(0), of(3), of(4)]).toEqual([true, true, false]);
    expect(auditProbes([]).reliable).toBeNull();
  });
  it('are spread, each within its share, in another place for another seed', () => {
    const places = probePlaces(1_000, 10, 7);
    expect(places.every((place, index) => place >= index * 100 && place < (index + 1) * 100)).toBe(true);
    expect(probePlaces(1_000, 10, 8)).not.toEqual(places);
    expect(probePlaces(1_000, 10, 7)).toEqual(places);
  });
});
