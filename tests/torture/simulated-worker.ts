import { connect } from '../../cli/fleet/redis.ts';
import { startVisitJobs } from '../../cli/fleet/visit-jobs.ts';

/** A worker of the fleet whose pages are simulated: queue, gate and board are the real ones. Arguments: Redis, the stand-in for the sites. */
const [url, sites] = process.argv.slice(2) as [string, string];

startVisitJobs({
  url,
  redis: await connect(url, true),
  name: `simulated-${process.pid}`,
  pages: 8,
  paceMs: 0,
  say: () => undefined,
  visit: async ({ url: written, host }) => {
    const answer = await fetch(`${sites}?${new URLSearchParams({ host, url: written })}`);
    await answer.text();
    return { url: written, state: 'done', flagged: false, visitedAt: new Date().toISOString() };
  },
});
