import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signatureVerdict } from '../cli/release/signature-verdict.ts';

const root = new URL('..', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}
const locked: Record<string, Locked> = JSON.parse(text('package-lock.json')).packages;
const installed = Object.entries(locked).filter(([path]) => path !== '');

/** Licences under which the product may carry a package; others are read by a person first. */
const ALLOWED = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Zlib',
];

/** File-level copyleft that leaves the rest alone: the package is packed as it is, and named in README. */
const NAMED = new Map([['webextension-polyfill', 'MPL-2.0']]);

const nameOf = (path: string) => path.split('node_modules/').at(-1)!;

/** A licence expression of SPDX, as far as packages use it. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/ AND /.test(bare)) return bare.split(' AND ').every(isAllowed);
  if (/ OR /.test(bare)) return bare.split(' OR ').some(isAllowed);
  return ALLOWED.includes(bare);
}

describe('the packages of the product', () => {
  it('have licences that it may carry, in the lock file and in what is installed', () => {
    const production = installed.filter(([, { dev }]) => !dev);
    expect(production.length).toBeGreaterThan(20);
    const strange = production.flatMap(([path, { license = 'none' }]) => {
      const manifest = new URL(`${path}/package.json`, root);
      const declared = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).license : license;
      const words = typeof declared === 'string' ? declared : (declared?.type ?? 'none');
      return [license, words].every((each) => isAllowed(each) || NAMED.get(nameOf(path)) === each)
        ? []
        : [`${nameOf(path)}: ${license} / ${words}`];
    });
    expect(strange).toEqual([]);
    expect(['GPL-3.0', 'AGPL-3.0', 'UNLICENSED', 'none', 'SEE LICENSE IN x'].filter(isAllowed)).toEqual([]);
    expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true);
    expect(isAllowed('(MIT AND GPL-3.0)')).toBe(false);
  });

  it('run nothing when they are installed, and the commands do themselves what they need', () => {
    expect(text('.npmrc')).toContain('ignore-scripts=true');
    // What these would do is not needed: a faster decoder that has a plain one beside it, a warning about versions.
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(scripted.sort()).toEqual(['msgpackr-extract', 'protobufjs']);
    const { scripts } = JSON.parse(text('package.json'));
    for (const hook of Object.keys(scripts)) expect(hook).not.toMatch(/^(pre|post)(install|prepare|[a-z]+$)/);
    for (const name of ['types', 'test:unit', 'test:e2e']) expect(scripts[name]).toMatch(/^wxt prepare && /);
    expect(text('tests/run.ts')).toContain("bin('wxt'), ['prepare']");
  });
});

it('calls packages checked only when signatures were verified', () => {
  expect(signatureVerdict(0, 'audited 300 packages in 2s\n\n300 packages have verified registry signatures\n')).toBe(
    'verified',
  );
  expect(signatureVerdict(1, '2 packages have invalid registry signatures:')).toBe('invalid');
  expect(signatureVerdict(1, '1 package has a missing registry signature')).toBe('invalid');
  expect(
    signatureVerdict(1, 'npm error found no dependencies to audit that were installed from a supported registry'),
  ).toBe('unchecked');
  expect(signatureVerdict(1, 'npm error syscall getaddrinfo')).toBe('unchecked');
  expect(signatureVerdict(0, '')).toBe('unchecked');
});
