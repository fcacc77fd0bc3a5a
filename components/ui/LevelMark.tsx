import { t } from '../../utils/base/i18n.ts';
import './level-mark.css';

/** What a mark can say: the two strengths of a claim, or words that are quoted or denied. */
export type MarkKind = 'strong' | 'weak' | 'cited';

/** The 10×10 mark: filled, hatched or hollow. `named` when no word follows it, so that it is spoken. */
export function LevelMark({ kind, named = false }: { kind: MarkKind; named?: boolean }) {
  return (
    <span
      class={`zj-mark zj-mark-${kind}`}
      {...(named ? { role: 'img', 'aria-label': t(`level_${kind}`) } : { 'aria-hidden': true })}
    />
  );
}
