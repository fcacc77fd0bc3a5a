import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { signatureVerdict } from './signature-verdict.ts';

/** `npm run signatures`: the registry's signatures over the installed packages; what could not be checked is not called checked. */

const run = spawnSync('npm', ['audit', 'signatures'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const said = `${run.stdout}${run.stderr}`;
process.stdout.write(said);
const verdict = signatureVerdict(run.status, said);
if (verdict === 'unchecked')
  process.stderr.write(
    '\n*** NOT CHECKED: this registry serves no signing keys, or they could not be had. The packages are held by the digests of the lock file alone. ***\n',
  );
process.exitCode = verdict === 'invalid' ? 1 : 0;
