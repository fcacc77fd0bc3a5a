import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildExtension, EXTENSION_FOLDER, FIREFOX_FOLDER } from './browser.ts';
import { extensionId, packCrx } from './rollout/crx3.ts';
import { officeKey } from './rollout/office-key.ts';
import { chromiumPolicy, firefoxPolicy, registryFile, updateXml } from './rollout/policies.ts';
import { zipFolder } from './rollout/zip-folder.ts';

/**
 * `npm run rollout -- --out DIR [--key FILE] [--update-url URL]`: everything that an administrator needs to hand the extension
 * out by policy. The key stays where `--key` says and is never written into the folder that is handed out.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const USAGE = 'npm run rollout -- --out DIR [--key FILE] [--update-url https://…/update.xml]\n';

/** A beginning that every office edits; each name is explained in managed-schema.json. */
const EXAMPLE = { office: '（单位名称）', patrolPaceSeconds: 5, recheckDays: 30, locked: ['office'] };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, key: { type: 'string' }, 'update-url': { type: 'string' } },
  });
  const out = values.out && resolve(values.out);
  const keyPath = resolve(values.key ?? join(root, '..', 'zhengjian-rollout.pem'));
  if (!out || !relativeOutside(keyPath, root) || !relativeOutside(keyPath, out)) {
    process.stderr.write(`${USAGE}The key lies outside this repository and outside DIR.\n`);
    return 2;
  }
  const updateUrl = values['update-url'] ?? 'https://intranet.example/zhengjian/update.xml';
  const beside = (name: string) => new URL(name, updateUrl).href;
  buildExtension();
  buildExtension('firefox');
  const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { version } = manifestOf(EXTENSION_FOLDER);
  const gecko: string = manifestOf(FIREFOX_FOLDER).browser_specific_settings.gecko.id;
  const { pem, made } = officeKey(keyPath);
  const rollout = { id: extensionId(pem), updateUrl, settings: EXAMPLE };
  mkdirSync(out, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(out, name), content);
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  write('zhengjian.crx', packCrx(await zipFolder(EXTENSION_FOLDER), pem));
  write('zhengjian.xpi', await zipFolder(FIREFOX_FOLDER));
  write('update.xml', updateXml(rollout, beside('zhengjian.crx'), version));
  write('chromium-policy.json', json(chromiumPolicy(rollout)));
  write('chrome.reg', Buffer.from(registryFile('Google\\Chrome', rollout), 'utf16le'));
  write('edge.reg', Buffer.from(registryFile('Microsoft\\Edge', rollout), 'utf16le'));
  write('firefox-policies.json', json(firefoxPolicy(gecko, beside('zhengjian.xpi'), EXAMPLE)));
  write('managed-schema.json', readFileSync(join(EXTENSION_FOLDER, 'managed-schema.json')));
  write('README.md', readFileSync(join(root, 'cli/rollout/README.md'), 'utf8').replaceAll('{id}', rollout.id));
  process.stdout.write(`${made ? '新建' : '使用'}密钥 ${keyPath}\n${rollout.id} ${version} → ${out}\n`);
  return 0;
}

/** Whether a path lies outside a folder. */
const relativeOutside = (path: string, folder: string) => path !== folder && !path.startsWith(join(folder, '/'));

process.exitCode = await main();
