import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { isOfficialHost } from '../../rules/official-hosts.ts';
import type { DecodedCode } from '../certificate/certificate.ts';

/** Longest text kept of a code; a QR code holds at most 4,296 characters. */
const MAX_TEXT = 4_296;

/** Tells zxing where its WebAssembly lies; call once before {@link readCodes}. */
export function prepareCodes(wasmUrl: string): void {
  prepareZXingModule({
    overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) },
  });
}

/** A decoded text as a link's host, only for web links: whatever else a code holds is shown as text, never as a link. */
export function describeCode(format: string, text: string): DecodedCode {
  const kept = text.slice(0, MAX_TEXT);
  if (!/^https?:\/\//i.test(kept)) return { format, text: kept };
  try {
    const host = new URL(kept).hostname;
    return { format, text: kept, host, official: isOfficialHost(host) };
  } catch {
    return { format, text: kept };
  }
}

/** Every QR and bar code of a picture. Nothing is opened. */
export async function readCodes(picture: Blob | ImageData): Promise<DecodedCode[]> {
  const results = await readBarcodes(picture, { tryHarder: true, tryDenoise: true, maxNumberOfSymbols: 16 });
  return results
    .filter((result) => result.isValid && result.text !== '')
    .map((result) => describeCode(result.format, result.text));
}
