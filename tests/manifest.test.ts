import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const config = readFileSync('wxt.config.ts', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const store = readFileSync('cli/release/store-listing.zh-CN.md', 'utf8');
const LISTS = /\n {4}permissions: \[([\s\S]*?)\n {4}\]|optional_permissions: \[([^\]]*)\]/g;
const permissions = [...config.matchAll(LISTS)].flatMap(([, list, optional]) =>
  [...(list ?? optional)!.matchAll(/'([a-z]+[A-Z]?\w*)'/g)]
    .map((match) => match[1]!)
    .filter((name) => name !== 'firefox'),
);

it('asks for no permission without saying why', () => {
  expect(permissions).toContain('debugger');
  expect(permissions).toContain('management');
  expect(permissions.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect([...permissions, '<all_urls>'].filter((name) => !store.includes(`| \`${name}\` |`))).toEqual([]);
});

it('lets its own pages load nothing but what they need', () => {
  expect(config).toContain(`"default-src 'none'"`);
  for (const open of ['img-src', 'script-src', 'frame-src', 'worker-src', 'media-src']) {
    const rule = new RegExp(`"${open} ([^"]*)"`).exec(config)?.[1];
    expect(rule, open).toBeDefined();
    expect(rule, open).not.toMatch(/https?:|\*/);
  }
});
