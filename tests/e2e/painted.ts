import type { Frame, Page } from 'playwright-core';

/** The words painted in a frame, by key of the highlight registry, read from the page's own world. */
export function painted(frame: Frame | Page): Promise<Record<string, string[]>> {
  return frame.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([key]) => key.startsWith('zhengjian-'))
        .map(([key, ranges]) => [
          key,
          ([...ranges] as AbstractRange[]).map((range) =>
            (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
          ),
        ]),
    ),
  );
}

/** Resolves when a text is painted in a frame. */
export async function untilPainted(frame: Frame | Page, text: string): Promise<void> {
  await frame.waitForFunction((wanted) => {
    const ranges = [...CSS.highlights.values()].flatMap((each) => [...each] as AbstractRange[]);
    return ranges.some((range) =>
      (range.startContainer as Text).data.slice(range.startOffset, range.endOffset).includes(wanted),
    );
  }, text);
}

/** Resolves when nothing of ours is painted in a frame. */
export async function untilBare(frame: Frame | Page): Promise<void> {
  await frame.waitForFunction(() => ![...CSS.highlights.keys()].some((key) => key.startsWith('zhengjian-')));
}

/** The middle of a painted text in the viewport, CSS px. */
export function middleOf(frame: Frame | Page, text: string): Promise<{ x: number; y: number }> {
  return frame.evaluate((wanted) => {
    for (const range of [...CSS.highlights.values()].flatMap((each) => [...each] as AbstractRange[])) {
      if (!(range.startContainer as Text).data.slice(range.startOffset, range.endOffset).includes(wanted)) continue;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { x, y, width, height } = live.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`${wanted} is not painted`);
  }, text);
}
