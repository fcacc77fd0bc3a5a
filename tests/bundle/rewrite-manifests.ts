import { createHash } from 'node:crypto';

const text = (value: string) => new TextEncoder().encode(value);

/** Makes both manifests and the tag manifest agree with the files again, as somebody would who has no key. */
export function rewriteManifests(copy: Map<string, Uint8Array<ArrayBuffer>>): void {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const sm3 = (bytes: Uint8Array) => createHash('sm3').update(bytes).digest('hex');
  const list = (paths: string[], digest: (bytes: Uint8Array) => string) =>
    text(paths.map((path) => `${digest(copy.get(path)!)}  ${path}\n`).join(''));
  const payload = [...copy.keys()].filter((path) => path.startsWith('data/'));
  copy.set('manifest-sha256.txt', list(payload, sha256));
  copy.set('manifest-sm3.txt', list(payload, sm3));
  const octets = payload.reduce((sum, path) => sum + copy.get(path)!.length, 0);
  const info = new TextDecoder().decode(copy.get('bag-info.txt'));
  copy.set('bag-info.txt', text(info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${octets}.${payload.length}`)));
  const tags = [...copy.keys()].filter((path) => !/^(data\/|tagmanifest|signer)/.test(path));
  copy.set('tagmanifest-sha256.txt', list(tags, sha256));
}
