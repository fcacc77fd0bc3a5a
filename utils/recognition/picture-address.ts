/** What the border of messages lets through whole. */
const LONGEST_URL = 4_000;

/**
 * The address under which a read picture is kept for the pages of the extension: that of its server, or, for one that has none (a canvas, `data:`,
 * `blob:`), the digest of the bytes that were read.
 */
export const pictureAddress = (url: string, digest: string): string =>
  /^https?:/.test(url) && url.length <= LONGEST_URL ? url : `urn:sha256:${digest}`;

/** Whether an address is one of {@link pictureAddress}, which nothing may be loaded from. */
export const isPictureAddress = (url: string | undefined): url is string =>
  url !== undefined && /^(https?|urn):/.test(url);
