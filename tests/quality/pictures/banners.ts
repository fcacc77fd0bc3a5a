/** A banner as shops put it into their pictures, and the claims that the product must find in it. Own inventions. */
export interface Banner {
  slug: string;
  part: 'dev' | 'held-out';
  width: number;
  height: number;
  /** CSS of the ground. */
  ground: string;
  lines: readonly { text: string; px: number; colour: string; serif?: boolean }[];
  /** Words of the claims, each within one finding's words. */
  claims: readonly string[];
  degrees?: number;
  jpeg?: number;
}

const GOLD = 'linear-gradient(135deg,#7b0d12,#c62127)';

export const BANNERS: readonly Banner[] = [
  {
    slug: 'red-gold',
    part: 'dev',
    width: 790,
    height: 300,
    ground: GOLD,
    lines: [
      { text: '质检报告 当天出证', px: 64, colour: '#ffe9a8' },
      { text: '无需送样 全国通用', px: 40, colour: '#fff' },
    ],
    claims: ['当天出证'],
  },
  {
    slug: 'blue',
    part: 'dev',
    width: 750,
    height: 360,
    ground: '#1659c4',
    lines: [
      { text: '不送样检测', px: 72, colour: '#fff' },
      { text: '三天拿报告 包通过', px: 38, colour: '#fde047' },
    ],
    claims: ['不送样检测'],
  },
  {
    slug: 'white',
    part: 'dev',
    width: 800,
    height: 260,
    ground: '#fff',
    lines: [
      { text: 'CCC认证证书直出', px: 60, colour: '#d4161c' },
      { text: '资料齐全即可', px: 30, colour: '#333' },
    ],
    claims: ['证书直出'],
  },
  {
    slug: 'thin',
    part: 'dev',
    width: 1200,
    height: 180,
    ground: '#fff7e6',
    lines: [{ text: '检测报告全国平台通用 免检测出报告', px: 44, colour: '#8a4b00', serif: true }],
    claims: ['全国平台通用'],
  },
  {
    slug: 'photo',
    part: 'dev',
    width: 790,
    height: 420,
    ground: 'radial-gradient(circle at 30% 30%,#e9d5b5,#7b5a34)',
    lines: [
      { text: '包过', px: 110, colour: '#fff' },
      { text: 'ISO9001认证 包通过', px: 44, colour: '#fff' },
    ],
    claims: ['包通过'],
    jpeg: 0.4,
  },
  {
    slug: 'stamp',
    part: 'dev',
    width: 600,
    height: 600,
    ground: '#f3f4f6',
    lines: [
      { text: '急用报告', px: 70, colour: '#111' },
      { text: '当天出证', px: 96, colour: '#c81e1e' },
      { text: '微信下单', px: 40, colour: '#555' },
    ],
    claims: ['当天出证'],
  },
  {
    slug: 'tilted',
    part: 'dev',
    width: 760,
    height: 320,
    ground: '#0f766e',
    lines: [{ text: '无需检测 直接出报告', px: 58, colour: '#fff' }],
    claims: ['无需检测'],
    degrees: -6,
  },
  {
    slug: 'faded',
    part: 'dev',
    width: 790,
    height: 240,
    ground: '#eceff4',
    lines: [{ text: '代办质检报告 不用寄样品', px: 46, colour: '#8b93a1' }],
    claims: ['不用寄样'],
  },
  {
    slug: 'night',
    part: 'held-out',
    width: 790,
    height: 300,
    ground: '#0b1220',
    lines: [
      { text: '快速出证 当天出证', px: 60, colour: '#7dd3fc' },
      { text: '全国平台通用', px: 44, colour: '#fff' },
    ],
    claims: ['当天出证', '全国平台通用'],
  },
  {
    slug: 'orange',
    part: 'held-out',
    width: 750,
    height: 340,
    ground: 'linear-gradient(#fb923c,#ea580c)',
    lines: [
      { text: '不送样检测', px: 84, colour: '#fff', serif: true },
      { text: '资料发来就能办', px: 36, colour: '#fff7ed' },
    ],
    claims: ['不送样检测'],
  },
  {
    slug: 'green',
    part: 'held-out',
    width: 900,
    height: 220,
    ground: '#ecfdf5',
    lines: [{ text: '有机认证证书直出 老客户优先', px: 50, colour: '#047857' }],
    claims: ['证书直出'],
    jpeg: 0.35,
  },
  {
    slug: 'square',
    part: 'held-out',
    width: 640,
    height: 640,
    ground: '#fff',
    lines: [
      { text: '包通过', px: 120, colour: '#b91c1c' },
      { text: '体系认证包通过', px: 60, colour: '#111' },
      { text: '不过退款', px: 44, colour: '#666' },
    ],
    claims: ['包通过'],
  },
  {
    slug: 'leaning',
    part: 'held-out',
    width: 790,
    height: 320,
    ground: '#312e81',
    lines: [{ text: '免检测 当天出证', px: 62, colour: '#fde68a' }],
    claims: ['当天出证'],
    degrees: 5,
  },
  {
    slug: 'small-words',
    part: 'held-out',
    width: 790,
    height: 200,
    ground: '#fafaf9',
    lines: [{ text: '本店提供检测报告代办服务，无需检测即可出具，全国平台通用', px: 22, colour: '#57534e' }],
    claims: ['无需检测', '全国平台通用'],
  },
  {
    slug: 'blurred-photo',
    part: 'held-out',
    width: 790,
    height: 420,
    ground: 'conic-gradient(#fca5a5,#fcd34d,#86efac,#93c5fd,#fca5a5)',
    lines: [{ text: '三证齐全 包过包通过', px: 64, colour: '#111' }],
    claims: ['包通过'],
    jpeg: 0.3,
  },
  {
    slug: 'two-lines',
    part: 'held-out',
    width: 700,
    height: 380,
    ground: '#7f1d1d',
    lines: [
      { text: '不用寄样品', px: 80, colour: '#fff' },
      { text: '质检报告当天出证', px: 54, colour: '#fecaca' },
    ],
    claims: ['不用寄样', '当天出证'],
  },
];
