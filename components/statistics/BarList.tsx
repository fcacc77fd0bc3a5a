import { countText } from '../../utils/base/figures.ts';
import './bar-list.css';

export interface Bar {
  id: string;
  name: string;
  count: number;
  tone: 'strong' | 'weak' | 'accent';
  /** The list of what was counted. */
  href: string;
}

/** Lying bars, each with its name and number. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="zj-bars">
      {bars.map(({ id, name, count, tone, href }) => (
        <li key={id}>
          <a class="zj-ellipsis" title={name} href={href}>
            {name}
          </a>
          <span class="zj-bar-track">
            <span class={`zj-bar zj-bar-${tone}`} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span class="zj-bar-count">{countText(count)}</span>
        </li>
      ))}
    </ul>
  );
}
