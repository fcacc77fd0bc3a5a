/** Puts a digest or a number on the clipboard. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).catch(reportError);
}
