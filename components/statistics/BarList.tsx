import { countText } from '../figures.ts';
import './bar-list.css';

export interface Bar {
  id: string;
  name: string;
  count: number;
  tone: 'strong' | 'weak' | 'accent';
}

/** Lying bars, each with its name and number. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="zj-bars">
      {bars.map(({ id, name, count, tone }) => (
        <li key={id}>
          <span class="zj-ellipsis" title={name}>
            {name}
          </span>
          <span class="zj-bar-track">
            <span class={`zj-bar zj-bar-${tone}`} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span class="zj-bar-count">{countText(count)}</span>
        </li>
      ))}
    </ul>
  );
}
