import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { SMALL, WHOLE } from './site.ts';

/** `npm run campaign [-- --small]`: one row a check, the last line says how many failed. */
const { values } = parseArgs({ options: { small: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'zhengjian-campaign-'));
try {
  process.exitCode = (await runCampaign(values.small ? SMALL : WHOLE, folder)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
