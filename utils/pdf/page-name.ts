/** Where the file as it came stands in a bundle. */
export const ORIGINAL_NAME = 'page/original.pdf';

/** Where the picture of a page stands in a bundle; the first page is 1. */
export const pageName = (number: number): string => `screenshot/pdf-page-${String(number).padStart(4, '0')}.png`;
