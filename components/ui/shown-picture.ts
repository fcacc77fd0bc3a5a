/** A part of a picture, px of the picture that was read. */
export interface PictureArea {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture that was read, as it can be shown: from its own address, or put together of what was captured of it. */
export interface ShownPicture {
  /** Natural size of the picture that was read, px. */
  width: number;
  height: number;
  /** Images with the area of the picture that each of them covers; one may reach beyond it. */
  images: readonly (PictureArea & { src: string })[];
}

/** The picture under its own address. */
export const wholePicture = (src: string, { width, height }: { width: number; height: number }): ShownPicture => ({
  width,
  height,
  images: [{ src, x: 0, y: 0, width, height }],
});

/** A length as a share of another, for CSS. */
export const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;
