import { describe, expect, it } from 'vitest';
import { tortureFleet } from '../torture/fleet.ts';
import { hasRedis, sayNoRedis } from './redis-server.ts';

const withRedis = hasRedis();
if (!withRedis) sayNoRedis();

describe.skipIf(!withRedis)('a small run of the fleet under kills', () => {
  it('loses nothing, ends nothing twice, and is never twice on a host', { timeout: 180_000 }, async () => {
    expect(await tortureFleet(300, 5, 7)).toMatchObject({ tried: 5, failures: [] });
  });
});
