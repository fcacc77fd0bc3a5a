/** What the script in every frame leaves to scripts of their own, put into a frame when it needs them. */
export const PAGE_PARTS = ['scan', 'certificates', 'card'] as const;

export type PagePart = (typeof PAGE_PARTS)[number];
