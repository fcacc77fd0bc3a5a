import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser } from '../../cli/browser.ts';

/** A module and all that it imports as one script. */
async function bundle(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome109',
      minify: true,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'inPage' },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap(({ output }) => output)
    : 'output' in result
      ? result.output
      : [];
  return outputs.map((output) => ('code' in output ? output.code : '')).join('\n');
}

export interface ScriptBrowser {
  version: string;
  /** A new page with the script in it, isolated so that its clock ticks in 5 µs. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium and serves it one page that runs a module of the repository. @throws NoBrowserError */
export async function openScriptBrowser(entry: URL): Promise<ScriptBrowser> {
  const script = await bundle(entry);
  const server = createServer((request, response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const isScript = request.url === '/script.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(
      isScript
        ? script
        : '<!doctype html><html lang="zh"><title>page</title><script src="/script.js"></script><body></body>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
  });
  return {
    version: browser.version(),
    async open() {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
