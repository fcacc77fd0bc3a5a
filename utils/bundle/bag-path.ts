/** Names that Windows refuses whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * Whether a path may stand in a bundle: relative, `/` between its parts, no part empty, `.` or `..`, nothing that Windows
 * refuses or that would leave the folder into which the bundle is unpacked.
 */
export function isSafePath(path: string): boolean {
  return (
    path.length > 0 &&
    path.length <= 240 &&
    path
      .split('/')
      .every(
        (part) =>
          part !== '' &&
          part !== '.' &&
          part !== '..' &&
          !/[\\:*?"<>|\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/.test(part) &&
          !/[. ]$/.test(part) &&
          !RESERVED.test(part),
      )
  );
}

/** A path as a manifest line spells it: RFC 8493 §2.1.3 asks for CR, LF and % in percent-encoding, and nothing else. */
export function encodeManifestPath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => ({ '%': '%25', '\r': '%0D', '\n': '%0A' })[character] ?? character);
}

/** The inverse of {@link encodeManifestPath}; other percent signs stay as they are. */
export function decodeManifestPath(path: string): string {
  return path.replace(/%(25|0[DA])/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
