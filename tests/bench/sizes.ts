import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type WxtHooks } from 'wxt';
import config from '../../wxt.config.ts';

/** `npm run sizes`: what the scripts that run in pages are made of, module by module, largest first. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGE_SCRIPT = /^(?:content-scripts\/)?page[\w-]*\.js$/;
/** Bytes below which a module is not listed. */
const LEAST = 300;

const weight = (code: string) => gzipSync(code, { level: 9 }).length;

function table(file: string, code: string, modules: Record<string, { code: string | null }>): string {
  const rows = Object.entries(modules)
    .map(([id, module]) => ({ name: relative(root, id.replace(/^\0/, '')), size: weight(module.code ?? '') }))
    .filter(({ size }) => size >= LEAST)
    .sort((one, other) => other.size - one.size);
  return [
    `${file}: ${weight(code)} bytes gzipped; its modules, each gzipped alone and not minified:`,
    ...rows.map(({ name, size }) => `${String(size).padStart(8)}  ${name}`),
  ].join('\n');
}

const own = config.hooks as Partial<WxtHooks>;
const tables: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'zhengjian-sizes-'));
try {
  await build({
    root,
    outDir: folder,
    hooks: {
      ...own,
      'vite:build:extendConfig': (entrypoints, vite) => {
        own['vite:build:extendConfig']?.(entrypoints, vite);
        vite.plugins?.push({
          name: 'sizes',
          generateBundle(_options, bundle) {
            for (const chunk of Object.values(bundle)) {
              if (chunk.type !== 'chunk' || !PAGE_SCRIPT.test(chunk.fileName)) continue;
              tables.push(table(chunk.fileName, chunk.code, chunk.modules));
            }
          },
        });
      },
    },
  });
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(`\n${tables.join('\n\n')}\n`);
