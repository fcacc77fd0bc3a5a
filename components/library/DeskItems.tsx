import { zonedTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import './desk-lists.css';
import type { DeskItem } from './desk-state.ts';

const STANDINGS = {
  new: ['accent', () => t('standing_new')],
  present: ['plain', () => t('standing_present')],
  supplements: ['accent', () => t('standing_supplements')],
  damaged: ['weak', () => t('standing_damaged')],
  clash: ['missing', () => t('standing_clash')],
} as const satisfies Record<DeskItem['standing'], readonly [ChipTone, () => string]>;

/** The items of a bundle: who sealed what and when, and what an import would do with each. */
export function DeskItems({ items }: { items: readonly DeskItem[] }) {
  return (
    <section>
      <h3>
        {t('verify_items')} <span>{items.length}</span>
      </h3>
      <ul>
        {items.map(({ id, title, url, sealedAt, office, officers, standing }) => {
          const [tone, label] = STANDINGS[standing];
          return (
            <li key={id} class="zj-desk-item">
              <div>
                <p class="zj-ellipsis" title={title}>
                  <bdi>{title || url}</bdi>
                </p>
                <p class="zj-secondary zj-ellipsis" title={url}>
                  <span class="zj-mono">{id}</span> {zonedTimeText(sealedAt)}
                </p>
                <p class="zj-secondary zj-ellipsis">
                  <bdi>{[office, officers].filter(Boolean).join(' · ')}</bdi>
                </p>
              </div>
              <Chip tone={tone}>{label()}</Chip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
