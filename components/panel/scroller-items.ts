import { hostOf } from '../../utils/base/host-of.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ChosenScroller } from '../../utils/evidence/capture-job.ts';
import type { OfferedScroller } from '../../utils/reports/offered-scroller.ts';
import type { MenuItem } from '../ui/Menu.tsx';

/** The choices of the capture menu for parts of the page that scroll by themselves: with the page, all of them, each alone. */
export function scrollerItems(
  scrollers: readonly OfferedScroller[],
  capture: (mode: 'full' | 'scroller', chosen: readonly ChosenScroller[]) => void,
): MenuItem[] {
  const reachable = scrollers.filter((scroller) => scroller.reachable);
  const together: MenuItem[] =
    reachable.length === 0
      ? []
      : [
          {
            id: 'full-scrollers',
            label: t('captureMode_fullAndScrollers', reachable.length),
            icon: 'document',
            onSelect: () => capture('full', reachable),
          },
        ];
  const all: MenuItem[] =
    reachable.length < 2
      ? []
      : [
          {
            id: 'all-scrollers',
            label: t('captureMode_allScrollers', reachable.length),
            icon: 'columns',
            onSelect: () => capture('scroller', reachable),
          },
        ];
  const each = scrollers.map((scroller): MenuItem => {
    const { frameId, path, frameUrl, width, height } = scroller;
    const where = frameUrl ? t('scrollerInFrame', hostOf(frameUrl) || frameUrl.slice(0, 60)) : '';
    const note = scroller.reachable ? where : t('scrollerUnreachable');
    return {
      id: `scroller-${frameId}-${path}`,
      label: t('captureMode_scroller', width, height),
      icon: 'columns',
      disabled: !scroller.reachable,
      ...(note ? { note } : {}),
      onSelect: () => capture('scroller', [scroller]),
    };
  });
  return [...together, ...all, ...each];
}
