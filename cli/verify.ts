import { stat } from 'node:fs/promises';
import type { BundleVerdict } from '../utils/bundle/bundle-verdict.ts';
import { verifyBundle } from '../utils/bundle/verify-bundle.ts';
import type { StampRoot } from '../utils/evidence/stamp-trust.ts';
import { parseFingerprint } from '../utils/evidence/trusted-keys.ts';
import { openFileBlob } from './file-blob.ts';

const USAGE = 'usage: npm run --silent verify -- [--tsa-root SHA256]… bundle.zip…';
const MARKS = { ok: '✓', failed: '✗', absent: '–' } as const;

/** The verdict as lines for a terminal; the last one is the result. */
function describe(path: string, verdict: BundleVerdict): string {
  const lines = verdict.checks.flatMap(({ state, sentence, details }) => [
    `  ${MARKS[state]} ${sentence}`,
    ...details.slice(0, 20).map((detail) => `      ${printable(detail)}`),
    ...(details.length > 20 ? [`      …… 共 ${details.length} 处`] : []),
  ]);
  const key = verdict.keyFingerprint ? [`  签名公钥指纹 ${verdict.keyFingerprint}`] : [];
  return [path, ...lines, ...key, verdict.ok ? '  结论：通过' : '  结论：不通过', ''].join('\n');
}

/** `--tsa-root` names a certificate of a time-stamping service by its fingerprint; stamps under no other count as trusted. */
function readArguments(words: readonly string[]): { roots: StampRoot[]; paths: string[] } {
  const roots: StampRoot[] = [];
  const paths: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const fingerprint = words[index] === '--tsa-root' ? parseFingerprint(words[index + 1] ?? '') : undefined;
    if (fingerprint) {
      roots.push({ fingerprint });
      index += 1;
    } else paths.push(words[index]!);
  }
  return { roots, paths };
}

/** Names from a foreign file must not steer the terminal. */
const printable = (text: string) => text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '�');

const { roots, paths } = readArguments(process.argv.slice(2));
if (!paths.length || paths.some((path) => path.startsWith('-'))) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  for (const path of paths) {
    if (!(await stat(path).catch(() => undefined))?.isFile()) {
      console.error(`${path}：没有这个文件`);
      process.exitCode = 1;
      continue;
    }
    const verdict = await verifyBundle(await openFileBlob(path), { stampRoots: roots });
    console.log(describe(path, verdict));
    if (!verdict.ok) process.exitCode = 1;
  }
}
