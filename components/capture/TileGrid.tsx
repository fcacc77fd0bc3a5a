import { t } from '../../utils/base/i18n.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './tile-grid.css';

/** More cells than these become a bar. */
const CELLS_SHOWN = 64;

/** One cell per tile of the full-page picture; done, under way, to come. */
export function TileGrid({ done, total, running }: { done: number; total: number; running: boolean }) {
  const label = t('tilesDone', done, total);
  if (total > CELLS_SHOWN) return <ProgressBar value={done} max={total} label={label} />;
  return (
    <div class="zj-tiles" role="img" aria-label={label}>
      {Array.from({ length: total }, (_, index) => (
        <span key={index} class={index < done ? 'zj-tile-done' : running && index === done ? 'zj-tile-now' : ''} />
      ))}
    </div>
  );
}
