import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer';
import { ensureBrowser } from '../../cli/browser.ts';

/** One code as papers carry it. */
interface PrintedCode {
  text: string;
  format: 'QRCode' | 'Code128';
  ecLevel?: 'L' | 'M' | 'Q' | 'H';
}

const CODES: readonly PrintedCode[] = [
  { text: 'https://cx.cnca.gov.cn/q?no=2024011606332211', format: 'QRCode', ecLevel: 'L' },
  { text: 'https://report-query.example.com/r/FJ-2025-118420', format: 'QRCode', ecLevel: 'M' },
  { text: '证书编号：00124Q30012R0M；获证组织：某某食品有限公司', format: 'QRCode', ecLevel: 'M' },
  { text: 'https://zs.example.cn/v?id=7f3a9c&t=20250611', format: 'QRCode', ecLevel: 'Q' },
  { text: 'http://verify.example.net/ABCD-0099', format: 'QRCode', ecLevel: 'H' },
  { text: 'QT-2024-1093', format: 'QRCode', ecLevel: 'M' },
  { text: 'ZQJ2025-01873', format: 'Code128' },
  { text: 'FJ25041200731', format: 'Code128' },
];

/** What happens to a code between the printer and the listing. Lengths in px of the picture, shares of the code's side. */
export interface CodeDamage {
  slug: string;
  /** Standard deviation of a Gaussian blur, px. */
  blur?: number;
  /** Degrees clockwise. */
  rotate?: number;
  /** Side of a square laid over the middle, share. */
  logo?: number;
  /** Diagonal smear across the code, its width as a share. */
  smear?: number;
  /** Round seal in red over a corner, diameter as a share. */
  seal?: number;
  /** Share of pixels that are replaced at random. */
  noise?: number;
  /** Grey levels of dark and light, 0…255. */
  levels?: readonly [number, number];
  /** 0…1. */
  jpeg?: number;
  /** Horizontal shear, as a camera held aslant gives. */
  shear?: number;
  /** Side of the code, px; 260 unless told. */
  side?: number;
  /** Light on dark. */
  inverted?: boolean;
}

export const CODE_DAMAGES: readonly CodeDamage[] = [
  { slug: 'clean' },
  { slug: 'blur 1.5 px', blur: 1.5 },
  { slug: 'blur 3 px', blur: 3 },
  { slug: 'rotated 12°', rotate: 12 },
  { slug: 'rotated 37°', rotate: 37 },
  { slug: 'rotated 90°', rotate: 90 },
  { slug: 'logo over 15 %', logo: 0.15 },
  { slug: 'logo over 24 %', logo: 0.24 },
  { slug: 'smear', smear: 0.03 },
  { slug: 'red seal', seal: 0.5 },
  { slug: 'noise 5 %', noise: 0.05 },
  { slug: 'noise 15 %', noise: 0.15 },
  { slug: 'low contrast', levels: [130, 190] },
  { slug: 'very low contrast', levels: [165, 190] },
  { slug: 'JPEG quality 15', jpeg: 0.15 },
  { slug: 'JPEG quality 5', jpeg: 0.05 },
  { slug: 'sheared', shear: 0.25 },
  { slug: '90 px small', side: 90 },
  { slug: '60 px small', side: 60 },
  { slug: 'inverted', inverted: true },
  { slug: 'blurred, noisy, JPEG', blur: 1.2, noise: 0.03, jpeg: 0.3, rotate: 5 },
];

/** A rendered code on disk. */
export interface RenderedCode {
  path: string;
  text: string;
  damage: string;
}

const wasmFile = new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));

/** Renders every code in every damage into `folder`; the same pictures each time on the same browser. */
export async function renderCodes(folder: string): Promise<RenderedCode[]> {
  mkdirSync(folder, { recursive: true });
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasmFile)).buffer } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const rendered: RenderedCode[] = [];
  try {
    const page = await browser.newPage();
    for (const [index, { text, format, ecLevel }] of CODES.entries()) {
      const options: WriterOptions = { format, scale: 8, ...(ecLevel ? { ecLevel } : {}) };
      const { image } = await writeBarcode(text, options);
      if (!image) throw new Error(`no picture of ${text}`);
      const source = `data:image/png;base64,${Buffer.from(await image.arrayBuffer()).toString('base64')}`;
      for (const damage of CODE_DAMAGES) {
        const address = await page.evaluate(drawDamaged, { source, damage, wide: format === 'Code128' });
        const type = damage.jpeg === undefined ? 'png' : 'jpg';
        const path = join(folder, `${index}-${damage.slug.replace(/[^a-z0-9]+/gi, '-')}.${type}`);
        writeFileSync(path, Buffer.from(address.split(',')[1]!, 'base64'));
        rendered.push({ path, text, damage: damage.slug });
      }
    }
  } finally {
    await browser.close();
  }
  return rendered;
}

/** Runs in a page: draws a code on paper with the damage done to it, and gives the picture's data address. */
async function drawDamaged({
  source,
  damage,
  wide,
}: {
  source: string;
  damage: CodeDamage;
  wide: boolean;
}): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const width = (damage.side ?? 260) * (wide ? 1.6 : 1);
  const height = wide ? (damage.side ?? 260) * 0.4 : width;
  const room = Math.ceil(Math.hypot(width, height) * 1.15 + 24);
  const canvas = document.createElement('canvas');
  canvas.width = room;
  canvas.height = room;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, room, room);
  context.save();
  context.translate(room / 2, room / 2);
  context.rotate(((damage.rotate ?? 0) * Math.PI) / 180);
  if (damage.shear) context.transform(1, 0, damage.shear, 1, 0, 0);
  if (damage.blur) context.filter = `blur(${damage.blur}px)`;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, -width / 2, -height / 2, width, height);
  context.filter = 'none';
  if (damage.logo) {
    const side = width * damage.logo;
    context.fillStyle = '#2754c5';
    context.fillRect(-side / 2, -side / 2, side, side);
  }
  if (damage.smear) {
    context.strokeStyle = '#777';
    context.lineWidth = width * damage.smear;
    context.beginPath();
    context.moveTo(-width / 2, height * 0.2);
    context.lineTo(width / 2, -height * 0.15);
    context.stroke();
  }
  if (damage.seal) {
    context.strokeStyle = 'rgba(214,30,40,.75)';
    context.lineWidth = width * 0.04;
    context.beginPath();
    context.arc(width * 0.25, height * 0.25, (width * damage.seal) / 2, 0, 2 * Math.PI);
    context.stroke();
  }
  context.restore();
  const pixels = context.getImageData(0, 0, room, room);
  // A generator of its own, so that the same dust falls each time (Numerical Recipes' constants).
  let state = 20_261_123;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const [dark, light] = damage.levels ?? [0, 255];
  for (let at = 0; at < pixels.data.length; at += 4) {
    const dust = damage.noise && random() < damage.noise ? (random() < 0.5 ? 0 : 255) : undefined;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = dust ?? pixels.data[at + channel]!;
      const level = dark + ((light - dark) * value) / 255;
      pixels.data[at + channel] = damage.inverted ? 255 - level : level;
    }
  }
  context.putImageData(pixels, 0, 0);
  return damage.jpeg === undefined ? canvas.toDataURL() : canvas.toDataURL('image/jpeg', damage.jpeg);
}
