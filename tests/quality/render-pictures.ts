import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { ensureBrowser } from '../../cli/browser.ts';
import { DEGRADATIONS, type Degradation, PAPERS, type PaperTemplate } from './picture-templates.ts';

/** A rendered paper on disk. */
export interface RenderedPicture {
  path: string;
  paper: PaperTemplate;
  degradation: Degradation;
  /** Characters printed, without white space, in reading order. */
  text: string;
}

const wasmFile = new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));

/** A QR code as an inline SVG without an XML prologue. */
async function qrCode(text: string): Promise<string> {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasmFile)).buffer } });
  const { svg } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'M' });
  return svg.slice(svg.indexOf('<svg'));
}

function paperHtml(paper: PaperTemplate, degradation: Degradation, code: string): string {
  const font = degradation.serif ? "'Noto Serif CJK SC',serif" : "'Noto Sans CJK SC',sans-serif";
  const unit = degradation.width / 100;
  const rows = paper.rows.map(([label, value]) => `<tr><th>${label}：</th><td>${value}</td></tr>`).join('');
  const seal = degradation.seal
    ? `<div style="position:absolute;right:${unit * 36}px;bottom:${unit * 14}px;width:${unit * 24}px;height:${unit * 24}px;border:${unit * 0.7}px solid rgba(214,30,40,.75);border-radius:50%;display:flex;align-items:center;justify-content:center;color:rgba(214,30,40,.75);font-size:${unit * 9}px">★</div>`
    : '';
  const side = /width="(\d+)"/.exec(code)?.[1];
  const scaled = code.replace('<svg ', `<svg style="width:100%;height:100%" viewBox="0 0 ${side} ${side}" `);
  const corner = code
    ? `<div style="position:absolute;left:${unit * 7}px;bottom:${unit * 1.5}px;width:${unit * 14}px;height:${unit * 14}px">${scaled}</div>`
    : '';
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#fff"><div id="paper" style="position:relative;width:${degradation.width}px;padding:${unit * 6}px ${unit * 6}px ${code ? unit * 18 : unit * 6}px;box-sizing:border-box;font:${unit * 2.5}px/1.9 ${font};color:#111;background:#fdfdfb;border:2px solid #8a8a8a">
<h1 style="text-align:center;font-size:${unit * 4.4}px;letter-spacing:${unit * 0.6}px;margin:0 0 ${unit * 3}px">${paper.title}</h1>
<table style="border-collapse:collapse;width:100%"><style>th{font-weight:400;text-align:left;width:${unit * 17}px}</style>${rows}</table>
${paper.prose.map((sentence) => `<p style="margin:${unit}px 0">${sentence}</p>`).join('')}${corner}${seal}</div></body>`;
}

/** Renders every paper in every degradation into `folder`; the same picture each time on the same browser and fonts. */
export async function renderPictures(folder: string): Promise<RenderedPicture[]> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const rendered: RenderedPicture[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1600 } });
    for (const paper of PAPERS) {
      const code = paper.code ? await qrCode(paper.code) : '';
      for (const degradation of DEGRADATIONS) {
        await page.setContent(paperHtml(paper, degradation, code));
        const png = await page.locator('#paper').screenshot();
        const address = await page.evaluate(
          async ({ source, degrees = 0, blur = 0, contrast = 1, jpeg }) => {
            const image = new Image();
            image.src = source;
            await image.decode();
            const radians = (degrees * Math.PI) / 180;
            const sin = Math.abs(Math.sin(radians));
            const cos = Math.abs(Math.cos(radians));
            const canvas = document.createElement('canvas');
            canvas.width = Math.ceil(image.width * cos + image.height * sin);
            canvas.height = Math.ceil(image.width * sin + image.height * cos);
            const context = canvas.getContext('2d')!;
            context.fillStyle = '#e9e6df';
            context.fillRect(0, 0, canvas.width, canvas.height);
            context.filter = `blur(${blur}px) contrast(${contrast})`;
            context.translate(canvas.width / 2, canvas.height / 2);
            context.rotate(radians);
            context.drawImage(image, -image.width / 2, -image.height / 2);
            return jpeg === undefined ? canvas.toDataURL('image/png') : canvas.toDataURL('image/jpeg', jpeg);
          },
          { source: `data:image/png;base64,${png.toString('base64')}`, ...degradation },
        );
        const path = join(
          folder,
          `${paper.slug}-${degradation.slug}.${degradation.jpeg === undefined ? 'png' : 'jpg'}`,
        );
        writeFileSync(path, Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
        const text = [paper.title, ...paper.rows.map(([label, value]) => `${label}：${value}`), ...paper.prose].join(
          '',
        );
        rendered.push({ path, paper, degradation, text });
      }
    }
  } finally {
    await browser.close();
  }
  return rendered;
}
