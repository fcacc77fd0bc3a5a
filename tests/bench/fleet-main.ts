import { parseArgs } from 'node:util';
import { buildExtension } from '../../cli/browser.ts';
import { benchFleet } from './fleet.ts';

/** `npm run bench:fleet -- [--pages N] [--browsers 1,2,4] [--each N] [--json]`: pages a second of the fleet against bare Playwright in one run. */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    browsers: { type: 'string', default: '1,2,4' },
    each: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
});
buildExtension();
const rates = await benchFleet(Number(values.pages), values.browsers.split(',').map(Number), Number(values.each));
if (values.json) process.stdout.write(`${JSON.stringify(rates)}\n`);
else {
  process.stdout.write('| arrangement | pages | s | s a page | browsers MB |\n|---|---|---|---|---|\n');
  for (const { name, pages, seconds, browserMb } of rates)
    process.stdout.write(
      `| ${name} | ${pages} | ${seconds.toFixed(1)} | ${(seconds / pages).toFixed(3)} | ${browserMb ?? '–'} |\n`,
    );
}
process.exit(0);
