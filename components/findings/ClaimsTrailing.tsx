import { t } from '../../utils/base/i18n.ts';
import { Key } from '../ui/Key.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';

/** Beside the heading of open claims: the keys that move through them. */
export function MoveHint() {
  return (
    <>
      <Key keys={['J', 'K']} />
      {t('moveHint')}
    </>
  );
}

/** Beside the heading of folded claims: how many of each level. */
export function LevelCounts({ strong, weak }: { strong: number; weak: number }) {
  return (
    <>
      {strong > 0 && (
        <span class="zj-level-count">
          <LevelMark kind="strong" named />
          {strong}
        </span>
      )}
      {weak > 0 && (
        <span class="zj-level-count">
          <LevelMark kind="weak" named />
          {weak}
        </span>
      )}
    </>
  );
}
