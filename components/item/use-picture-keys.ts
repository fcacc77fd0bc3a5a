import type { Finding } from '../../utils/scan/finding.ts';
import { isTyping } from '../library/typing.ts';
import { useKeys } from '../ui/use-keys.ts';
import type { PictureToolsProps } from './PictureTools.tsx';
import { zoomStep } from './zoom.ts';

interface PictureKeys extends Pick<PictureToolsProps, 'shown' | 'scale' | 'onShown' | 'onZoom'> {
  findings: readonly { finding: Pick<Finding, 'id'> }[];
  chosen: string | null;
  onChoose: (findingId: string) => void;
}

/** J K through the findings, + − 0 W for the size, O for the picture without marks. */
export function usePictureKeys({ findings, chosen, shown, scale, onChoose, onShown, onZoom }: PictureKeys): void {
  const step = (by: number) => {
    const index = findings.findIndex(({ finding }) => finding.id === chosen);
    const next = findings[Math.max(0, Math.min(findings.length - 1, index + by))];
    if (next) onChoose(next.finding.id);
  };
  const acts: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    '+': () => onZoom(zoomStep(scale, 1)),
    '=': () => onZoom(zoomStep(scale, 1)),
    '-': () => onZoom(zoomStep(scale, -1)),
    '0': () => onZoom(1),
    w: () => onZoom(null),
    o: () => onShown(shown === 'marked' ? 'original' : 'marked'),
  };
  useKeys((event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
