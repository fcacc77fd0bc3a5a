/** `npm run stamps`: writes the digests of the built-in rule packs beside them, after one was edited; none when an example fails. */
import { writeFile } from 'node:fs/promises';
import { packStamp } from '../rules/pack-stamp.ts';
import { WEIGHTS, WRITTEN_PACKS } from '../rules/written-packs.ts';
import { selfTested } from '../utils/scan/self-test.ts';

const stamps = await Promise.all([...WRITTEN_PACKS.map(selfTested), WEIGHTS].map(packStamp));
await writeFile(new URL('../rules/packs/stamps.json', import.meta.url), `${JSON.stringify(stamps, null, 2)}\n`);
