import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { ensureBrowser } from '../../../cli/browser.ts';
import { BANNERS, type Banner } from './banners.ts';
import { PAPERS_A_KIND, PICTURE_KINDS, type PictureKind } from './kinds.ts';
import { NUMBER_SHEETS, type NumberSheet } from './numbers.ts';
import { PAPERS, type Paper } from './papers.ts';

/** A rendered picture on disk, and what it shows. */
export type RenderedPicture = {
  path: string;
  part: 'dev' | 'held-out';
  /** Row of the table. */
  kind: string;
  megapixels: number;
} & (
  | { shows: 'paper'; paper: Paper; text: string; stress: boolean }
  | { shows: 'banner'; banner: Banner }
  | { shows: 'numbers'; sheet: NumberSheet }
);

const wasmFile = new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));

/** A QR code as an inline SVG without an XML prologue. */
async function qrCode(text: string): Promise<string> {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasmFile)).buffer } });
  const { svg } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'M' });
  const code = svg.slice(svg.indexOf('<svg'));
  const side = /width="(\d+)"/.exec(code)?.[1];
  return code.replace('<svg ', `<svg style="width:100%;height:100%" viewBox="0 0 ${side} ${side}" `);
}

const SANS = "'Noto Sans CJK SC',sans-serif";
const SERIF = "'Noto Serif CJK SC',serif";
const MONO = "'Noto Sans Mono CJK SC',monospace";

/** A round seal with a star and a name along its ring. */
const seal = (id: string, name: string, side: number, place: string) =>
  `<svg viewBox="0 0 200 200" style="position:absolute;${place};width:${side}px;height:${side}px;mix-blend-mode:multiply;transform:rotate(-8deg)">
<g fill="none" stroke="#d61e28" stroke-opacity=".82"><circle cx="100" cy="100" r="94" stroke-width="6"/></g>
<path id="${id}" d="M 28 128 A 76 76 0 1 1 172 128" fill="none"/>
<g fill="#d61e28" fill-opacity=".82" font-family="${SANS}" font-weight="700"><text font-size="23" letter-spacing="3"><textPath href="#${id}" startOffset="50%" text-anchor="middle">${name}</textPath></text>
<text x="100" y="122" font-size="62" text-anchor="middle">★</text><text x="100" y="162" font-size="20" text-anchor="middle">检验检测专用章</text></g></svg>`;

/** Fine wavy lines as on bank notes. */
function guilloche(width: number, height: number): string {
  const lines = Array.from({ length: Math.ceil(height / 9) }, (_, row) => {
    const points = Array.from({ length: 61 }, (_, step) => {
      const x = (width * step) / 60;
      return `${x.toFixed(1)},${(row * 9 + 14 * Math.sin(step / 3 + row / 5)).toFixed(1)}`;
    });
    return `<polyline points="${points.join(' ')}" stroke="${row % 2 ? '#9cc4a8' : '#d9b98a'}"/>`;
  });
  return `<svg width="${width}" height="${height}" style="position:absolute;left:0;top:0"><g fill="none" stroke-width="1.2">${lines.join('')}</g></svg>`;
}

const watermark = (words: string) =>
  `<div style="position:absolute;inset:0;overflow:hidden;color:rgba(90,110,140,.22);font-size:26px;line-height:92px;transform:rotate(-24deg) scale(1.5)">${`${words}　　`.repeat(90)}</div>`;

function bodyOf(paper: Paper, layout: PictureKind['layout'], unit: number): string {
  const prose = paper.prose.map((sentence) => `<p style="margin:${unit}px 0">${sentence}</p>`).join('');
  const title = `<h1 style="text-align:center;font-size:1.75em;letter-spacing:${unit * 0.6}px;margin:0 0 ${unit * 3}px">${paper.title}</h1>`;
  const pairs = paper.rows;
  if (layout === 'vertical') {
    const columns = pairs.map(([label, value]) => `<p style="margin:0 0 0 .9em">${label}：${value}</p>`).join('');
    return `<div style="writing-mode:vertical-rl;height:${unit * 62}px;width:100%;line-height:1.7"><h1 style="font-size:1.6em;margin:0 0 0 1em">${paper.title}</h1>${columns}</div>`;
  }
  if (layout === 'columns') {
    const cells = pairs.map(
      ([label, value]) =>
        `<div style="display:flex"><span style="flex:none;width:6.5em">${label}：</span><span>${value}</span></div>`,
    );
    return `${title}<div style="display:grid;grid-template-columns:1fr 1fr;gap:.7em 2em">${cells.join('')}</div>${prose}`;
  }
  const cell = layout === 'table' ? 'border:1.5px solid #333;padding:.25em .6em;' : '';
  const colon = layout === 'table' ? '' : '：';
  const rows = pairs
    .map(
      ([label, value]) =>
        `<tr><th style="${cell}font-weight:400;text-align:left;width:6.8em">${label}${colon}</th><td style="${cell}">${value}</td></tr>`,
    )
    .join('');
  return `${title}<table style="border-collapse:collapse;width:100%">${rows}</table>${prose}`;
}

function paperHtml(paper: Paper, kind: PictureKind, code: string): string {
  const unit = kind.width / 100;
  const print = kind.print ?? unit * 2.5;
  const dark = kind.ground === 'dark';
  const name = paper.fields.issuingBody ?? '某某有限公司';
  const seals = {
    beside: seal('s1', name, unit * 24, `right:${unit * 30}px;bottom:${unit * 6}px`),
    'over-text': seal('s1', name, unit * 24, `left:${unit * 26}px;bottom:${unit * (code ? 20 : 8)}px`),
    two:
      seal('s1', name, unit * 22, `left:${unit * 22}px;bottom:${unit * (code ? 20 : 8)}px`) +
      seal('s2', '某某商标事务所有限公司', unit * 22, `left:${unit * 40}px;bottom:${unit * (code ? 18 : 6)}px`),
  };
  const corner = code
    ? `<div style="position:absolute;left:${unit * 7}px;bottom:${unit * 1.5}px;width:${unit * 14}px;height:${unit * 14}px;background:#fff">${code}</div>`
    : '';
  const ground =
    kind.ground === 'guilloche'
      ? guilloche(kind.width, kind.width * 1.2)
      : kind.ground === 'watermark'
        ? watermark('仅供本店展示使用')
        : '';
  const tilt = kind.perspective ? 'transform:perspective(1500px) rotateX(17deg) rotateY(-12deg) rotateZ(1.5deg);' : '';
  const shadow = kind.shadow
    ? '<div style="position:absolute;inset:0;background:linear-gradient(115deg,rgba(0,0,0,.55),rgba(0,0,0,.05) 45%,rgba(0,0,0,.38));mix-blend-mode:multiply"></div>'
    : '';
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#e9e6df"><div id="paper" style="width:max-content;padding:${kind.perspective ? 60 : 0}px;background:#8d7f6d"><div style="position:relative;overflow:hidden;${tilt}width:${kind.width}px;padding:${unit * 6}px ${unit * 6}px ${code ? unit * 18 : unit * 6}px;box-sizing:border-box;font:${print}px/1.9 ${kind.serif ? SERIF : SANS};color:${dark ? '#f2f2f2' : '#111'};background:${dark ? '#1c2733' : '#fdfdfb'};border:2px solid #8a8a8a">${ground}<div style="position:relative">${bodyOf(paper, kind.layout, unit)}</div>${corner}${kind.seal ? seals[kind.seal] : ''}${shadow}</div></div></body>`;
}

function bannerHtml({ width, height, ground, lines }: Banner): string {
  const shown = lines
    .map(
      ({ text, px, colour, serif }) =>
        `<div style="font:700 ${px}px/1.35 ${serif ? SERIF : SANS};color:${colour};white-space:nowrap">${text}</div>`,
    )
    .join('');
  return `<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="paper" style="width:${width}px;height:${height}px;background:${ground};display:flex;flex-direction:column;align-items:center;justify-content:center;overflow:hidden">${shown}</div></body>`;
}

function sheetHtml(sheet: NumberSheet): string {
  const rows = sheet.numbers.map(({ text }) => `<p style="margin:0">证书编号：${text}</p>`).join('');
  const width = sheet.print * 34;
  const height = Math.round(sheet.print * 2.1 * sheet.numbers.length + 40);
  const ground =
    sheet.ground === 'guilloche' ? guilloche(width, height) : sheet.ground === 'watermark' ? watermark('仅供展示') : '';
  const over = sheet.seal
    ? seal('s1', '某某检验检测有限公司', sheet.print * 9, `left:${sheet.print * 9}px;top:${sheet.print * 6}px`)
    : '';
  const font = sheet.mono ? MONO : sheet.serif ? SERIF : SANS;
  return `<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="paper" style="position:relative;overflow:hidden;width:${width}px;padding:20px;box-sizing:border-box;font:${sheet.print}px/2.1 ${font};color:#111;background:#fff">${ground}<div style="position:relative">${rows}</div>${over}</div></body>`;
}

interface Damage {
  degrees?: number;
  blur?: number;
  contrast?: number;
  thumbnail?: number;
  jpeg?: number;
}

/** Runs in a page: the picture with the damage done to it, as a data address, and its size. */
async function damaged({ source, degrees = 0, blur = 0, contrast = 1, thumbnail, jpeg }: Damage & { source: string }) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const radians = (degrees * Math.PI) / 180;
  const sin = Math.abs(Math.sin(radians));
  const cos = Math.abs(Math.cos(radians));
  const scale = thumbnail ? thumbnail / Math.max(image.width, image.height) : 1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((image.width * cos + image.height * sin) * scale);
  canvas.height = Math.round((image.width * sin + image.height * cos) * scale);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#e9e6df';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.filter = `blur(${blur}px) contrast(${contrast})`;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(radians);
  context.scale(scale, scale);
  context.drawImage(image, -image.width / 2, -image.height / 2);
  const address = jpeg === undefined ? canvas.toDataURL('image/png') : canvas.toDataURL('image/jpeg', jpeg);
  return { address, megapixels: (canvas.width * canvas.height) / 1e6 };
}

async function shoot(
  page: Page,
  html: string,
  damage: Damage,
  stem: string,
): Promise<{ path: string; megapixels: number }> {
  await page.setContent(html);
  const png = await page.locator('#paper').screenshot();
  const source = `data:image/png;base64,${png.toString('base64')}`;
  const { degrees, blur, contrast, thumbnail, jpeg } = damage;
  const done = { degrees, blur, contrast, thumbnail, jpeg };
  const given = Object.fromEntries(Object.entries(done).filter(([, value]) => value !== undefined)) as Damage;
  const { address, megapixels } = await page.evaluate(damaged, { source, ...given });
  const path = `${stem}.${jpeg === undefined ? 'png' : 'jpg'}`;
  writeFileSync(path, Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
  return { path, megapixels };
}

const plainSlug = (text: string) => text.replace(/[^a-z0-9]+/gi, '-').toLowerCase();

/** Printed characters in reading order, without white space. */
const textOf = ({ title, rows, prose }: Paper, { layout }: PictureKind) =>
  [
    title,
    ...rows.map(([label, value]) => `${label}${layout === 'table' ? '' : '：'}${value}`),
    ...(layout === 'vertical' ? [] : prose),
  ].join('');

export interface RenderOptions {
  part?: 'dev' | 'held-out';
  /** At most so many pictures, taken from all over the set. */
  most?: number;
}

/** Renders the set into `folder`; the same pictures each time on the same browser and fonts. */
export async function renderPictures(folder: string, { part, most }: RenderOptions = {}): Promise<RenderedPicture[]> {
  mkdirSync(folder, { recursive: true });
  const wanted: {
    html: () => Promise<string>;
    damage: Damage;
    stem: string;
    shown: (made: { path: string; megapixels: number }) => RenderedPicture;
  }[] = [];
  for (const side of ['dev', 'held-out'] as const) {
    if (part && part !== side) continue;
    const papers = PAPERS.filter((paper) => paper.part === side);
    for (const [at, kind] of PICTURE_KINDS.entries()) {
      for (let turn = 0; turn < PAPERS_A_KIND; turn += 1) {
        const paper = papers[(at + turn * 2) % papers.length]!;
        const coded = paper.code && kind.layout !== 'vertical' ? paper.code : undefined;
        wanted.push({
          html: async () => paperHtml(paper, kind, coded ? await qrCode(coded) : ''),
          damage: kind,
          stem: `${paper.slug}-${plainSlug(kind.slug)}`,
          shown: (made) => ({
            ...made,
            part: side,
            kind: kind.slug,
            shows: 'paper',
            paper,
            text: textOf(paper, kind),
            stress: kind.stress ?? false,
          }),
        });
      }
    }
    for (const banner of BANNERS.filter((each) => each.part === side))
      wanted.push({
        html: async () => bannerHtml(banner),
        damage: banner,
        stem: `banner-${banner.slug}`,
        shown: (made) => ({ ...made, part: side, kind: 'banner', shows: 'banner', banner }),
      });
    for (const sheet of NUMBER_SHEETS.filter((each) => each.part === side))
      wanted.push({
        html: async () => sheetHtml(sheet),
        damage: sheet,
        stem: `${side}-${plainSlug(sheet.slug)}`,
        shown: (made) => ({ ...made, part: side, kind: 'numbers', shows: 'numbers', sheet }),
      });
  }
  const every = most ? Math.max(1, Math.floor(wanted.length / most)) : 1;
  const some = wanted.filter((_, index) => index % every === 0).slice(0, most);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const rendered: RenderedPicture[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1600 } });
    for (const { html, damage, stem, shown } of some)
      rendered.push(shown(await shoot(page, await html(), damage, join(folder, stem))));
  } finally {
    await browser.close();
  }
  return rendered;
}
