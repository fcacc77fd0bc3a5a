import { stat } from 'node:fs/promises';
import type { BundleVerdict } from '../utils/bundle/verdict.ts';
import { verifyBundle } from '../utils/bundle/verify-bundle.ts';
import { openFileBlob } from './file-blob.ts';

const USAGE = 'usage: npm run --silent verify -- bundle.zip…';
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

/** Names from a foreign file must not steer the terminal. */
const printable = (text: string) => text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '�');

const paths = process.argv.slice(2);
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
    const verdict = await verifyBundle(await openFileBlob(path));
    console.log(describe(path, verdict));
    if (!verdict.ok) process.exitCode = 1;
  }
}
