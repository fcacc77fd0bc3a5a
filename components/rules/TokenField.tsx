import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import './token-field.css';

export interface TokenFieldProps {
  label: string;
  /** Words that came with the pack: shown, not removable. */
  fixed: readonly string[];
  /** Words of the office. */
  own: readonly string[];
  /** What the empty place at the end says. */
  addLabel: string;
  onAdd: (word: string) => void;
  onRemove: (word: string) => void;
}

/** Words as tokens; typing at the end and pressing Enter adds one. */
export function TokenField({ label, fixed, own, addLabel, onAdd, onRemove }: TokenFieldProps) {
  const [draft, setDraft] = useState('');
  const add = () => {
    if (draft.trim() !== '') onAdd(draft);
    setDraft('');
  };
  return (
    <div class="zj-acts zj-tokens">
      {fixed.map((word) => (
        <span key={word} class="zj-token">
          {word}
        </span>
      ))}
      {own.map((word) => (
        <span key={word} class="zj-token zj-token-own">
          {word}
          <button type="button" aria-label={t('rules_removeWord', word)} onClick={() => onRemove(word)}>
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <span class="zj-token-add">
        <Icon name="add" size={14} />
        <input
          value={draft}
          placeholder={addLabel}
          aria-label={`${label}: ${addLabel}`}
          maxLength={40}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </span>
    </div>
  );
}
