import type { Rule } from '../../rules/rule.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';

export interface RulesHeadProps {
  rule: Rule | undefined;
  /** Something is not saved. */
  changed: boolean;
  savable: boolean;
  onSave: () => void;
  onRevert: () => void;
  /** Absent for a rule that is not the office's own. */
  onRemove?: () => void;
}

/** Name of the open rule, and what can be done with the office's pack. */
export function RulesHead({ rule, changed, savable, onSave, onRevert, onRemove }: RulesHeadProps) {
  return (
    <header class="zj-line zj-rules-head">
      <div>
        <h1>
          <span class="zj-ellipsis">{rule ? rule.name || t('rules_unnamed') : t('section_rules')}</span>
          {changed && <Chip tone="accent">{t('rules_unsaved')}</Chip>}
        </h1>
        <span class="zj-mono">{rule?.id}</span>
      </div>
      {onRemove && (
        <Button variant="plain" icon="trash" onClick={onRemove}>
          {t('rules_remove')}
        </Button>
      )}
      {changed && (
        <Button variant="plain" icon="undo" onClick={onRevert}>
          {t('rules_revert')}
        </Button>
      )}
      <Button variant="filled" keys={['Ctrl', 'S']} disabled={!savable} onClick={onSave}>
        {t('save')}
      </Button>
    </header>
  );
}
