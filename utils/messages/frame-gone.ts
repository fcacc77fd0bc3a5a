/** A message found nobody: the tab or frame left while it was on its way, or has no script of ours. */
export function isFrameGone(error: unknown): boolean {
  return /No response|No tab|Invalid tab ID|Receiving end does not exist|No frame|message (port|channel) closed/i.test(
    String(error),
  );
}
