import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { unpack, zipFiles } from '../bundle/unpack.ts';
import { type Outcome, randomFrom } from './outcome.ts';

/** Random bits of a bundle are flipped, one at a time: each must be noticed by our verifier. */
export async function flipOurs(rounds: number, seed: number): Promise<Outcome> {
  const { zip } = await sampleBundle(2);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const random = randomFrom(seed);
  const failures: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = Math.floor(random() * bytes.length);
    const bit = 1 << Math.floor(random() * 8);
    bytes[at]! ^= bit;
    if ((await verifyBundle(new Blob([bytes]))).ok) failures.push(`byte ${at}, bit ${bit}`);
    bytes[at]! ^= bit;
  }
  return { name: 'flipped bits, our verifier', tried: rounds, failures, notes: [`bundle of ${bytes.length} bytes`] };
}

/** Files of an unpacked bundle are altered: the outside tools must notice, as far as each of them looks. */
export async function flipOutside(rounds: number, seed: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'flip-'));
  try {
    const { zip } = await sampleBundle(2);
    writeFileSync(join(folder, 'bundle.zip'), new Uint8Array(await zip.arrayBuffer()));
    const bag = await unpack(join(folder, 'bundle.zip'), folder);
    const files = (await zipFiles(zip)).filter(([, bytes]) => bytes.length > 0);
    const random = randomFrom(seed);
    const failures: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const [name, original] = files[Math.floor(random() * files.length)]!;
      const altered = new Uint8Array(original);
      altered[Math.floor(random() * altered.length)]! ^= 1 << Math.floor(random() * 8);
      writeFileSync(join(folder, name), altered);
      if (outsideAccept(bag)) failures.push(`${name} in round ${round}`);
      writeFileSync(join(folder, name), original);
    }
    if (!outsideAccept(bag)) failures.push('the untouched bundle is not accepted');
    return { name: 'flipped bits, sha256sum, cksum and openssl', tried: rounds, failures, notes: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The commands of the bundle's README, all together. */
function outsideAccept(bag: string): boolean {
  const script = `
    sha256sum --strict --quiet -c manifest-sha256.txt && sha256sum --strict --quiet -c tagmanifest-sha256.txt &&
    cksum -a sm3 --strict --quiet -c manifest-sm3.txt &&
    openssl dgst -sha256 -verify signer-public-key.pem -signature tagmanifest-sha256.txt.sig tagmanifest-sha256.txt &&
    for item in data/E*; do
      openssl dgst -sha256 -verify "$item/record-public-key.pem" -signature "$item/record.json.sig" "$item/record.json" || exit 1
    done &&
    test "$(openssl pkey -pubin -in signer-public-key.pem -outform DER | sha256sum | cut -c1-64)" = "$(sed -n 's/^Signer-Key-SHA256: //p' bag-info.txt)"`;
  return spawnSync('sh', ['-c', script], { cwd: bag, stdio: 'ignore' }).status === 0;
}

/** The tools that the outside run needs. */
export function toolVersions(): string {
  const first = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: 'utf8' }).split('\n')[0];
  return `${first('sha256sum', '--version')}; ${first('openssl', 'version')}`;
}
