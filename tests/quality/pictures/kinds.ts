/** How a paper is laid out, photographed or copied: each is one way in which real listings show one. */
export interface PictureKind {
  slug: string;
  /** Side of the paper in px. */
  width: number;
  /** Height of the print, px; two and a half hundredths of the width when absent. */
  print?: number;
  layout?: 'rows' | 'table' | 'columns' | 'vertical';
  serif?: boolean;
  /** A seal in the free corner, over the last rows, or two that touch. */
  seal?: 'beside' | 'over-text' | 'two';
  ground?: 'guilloche' | 'watermark' | 'dark';
  /** Turned in space, as a photograph from aside. */
  perspective?: boolean;
  /** A shadow across the paper. */
  shadow?: boolean;
  degrees?: number;
  blur?: number;
  contrast?: number;
  /** The picture's long side in the end, px: a thumbnail. */
  thumbnail?: number;
  /** 0…1 of JPEG; PNG when absent. */
  jpeg?: number;
  /** Print under 14 px: numbers in it are counted apart. */
  stress?: boolean;
}

export const PICTURE_KINDS: readonly PictureKind[] = [
  { slug: 'plain', width: 900 },
  { slug: 'small', width: 520, seal: 'beside', stress: true },
  { slug: 'serif and seal', width: 1000, serif: true, seal: 'beside' },
  { slug: 'tilted left', width: 900, degrees: -5, seal: 'beside' },
  { slug: 'tilted right', width: 900, degrees: 3.5, jpeg: 0.6 },
  { slug: 'quarter turn', width: 900, degrees: 90 },
  { slug: 'other quarter turn', width: 900, degrees: 270, seal: 'over-text' },
  { slug: 'upside down', width: 900, degrees: 180 },
  { slug: 'faint', width: 900, contrast: 0.35, seal: 'beside' },
  { slug: 'blurred', width: 1000, blur: 0.9 },
  { slug: 'serif 14 px', width: 760, print: 14, serif: true },
  { slug: 'half-size print', width: 760, print: 11, stress: true },
  { slug: 'seal over text', width: 900, seal: 'over-text' },
  { slug: 'touching seals', width: 900, seal: 'two' },
  { slug: 'guilloche', width: 1000, ground: 'guilloche', serif: true, seal: 'over-text' },
  { slug: 'watermark', width: 900, ground: 'watermark', seal: 'over-text' },
  { slug: 'light on dark', width: 900, ground: 'dark' },
  { slug: 'perspective', width: 1000, perspective: true },
  { slug: 'uneven light', width: 900, shadow: true, seal: 'over-text' },
  { slug: 'JPEG quality 30', width: 860, jpeg: 0.3, seal: 'over-text' },
  { slug: 'thumbnail 400 px', width: 900, thumbnail: 400, stress: true },
  { slug: 'bordered table', width: 1000, layout: 'table', seal: 'over-text' },
  { slug: 'two columns', width: 1100, layout: 'columns' },
  { slug: 'vertical', width: 900, layout: 'vertical', serif: true },
  {
    slug: 'photograph',
    width: 1100,
    perspective: true,
    shadow: true,
    ground: 'guilloche',
    seal: 'over-text',
    jpeg: 0.5,
  },
];

/** Papers of each part that every kind shows; which ones go round, so that all papers come. */
export const PAPERS_A_KIND = 3;
