/** Height of one band of the long page, CSS px. */
export const BAND = 100;

/** The colour of a band: no two of the first 4,000 are alike, none is white or black. */
export function bandColour(index: number): [number, number, number] {
  return [40 + (index % 16) * 12, 40 + (Math.floor(index / 16) % 16) * 12, 60 + (Math.floor(index / 256) % 16) * 10];
}

/** A page of coloured bands, each with its number as text, of the given height in CSS px. */
export function bandedPage(height: number): string {
  const bands = Array.from({ length: height / BAND }, (_, index) => {
    const [red, green, blue] = bandColour(index);
    return `<div style="background:rgb(${red},${green},${blue})">第 ${index} 段</div>`;
  });
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>长页面</title><style>
body{margin:0;font:16px sans-serif} div{height:${BAND}px;line-height:${BAND}px;padding-left:24px;box-sizing:border-box}
</style></head><body>${bands.join('')}</body></html>`;
}

/** An advertising page with claims that the published rules know. */
export const ADVERT = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>快速认证服务</title><style>
body{margin:0;font:20px/40px sans-serif;background:#fff;color:#111} p{margin:0 24px}
</style></head><body><h1>快速认证服务</h1>
<p id="claim">不用检测，当天出证，包过不过退款。</p><p>电话：400-000-0000</p></body></html>`;
