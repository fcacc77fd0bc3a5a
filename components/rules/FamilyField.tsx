import type { Family, Slot } from '../../rules/rule.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import './family-field.css';
import { TokenField } from './TokenField.tsx';

export interface FamilyFieldProps {
  families: readonly Family[];
  onChange: (families: readonly Family[]) => void;
}

const MOST_SLOTS = 6;
const GAPS = Array.from({ length: 13 }, (_, gap) => gap);

const replaced = <T,>(list: readonly T[], index: number, value: T): T[] =>
  list.map((each, at) => (at === index ? value : each));
const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** The words of one place, the names of the pack's lists among them as they are written. */
function Words({
  label,
  place,
  onChange,
}: {
  label: string;
  place: Pick<Slot, 'anyOf' | 'lists'>;
  onChange: (anyOf: readonly string[]) => void;
}) {
  const words = place.anyOf ?? [];
  return (
    <TokenField
      label={label}
      fixed={(place.lists ?? []).map((name) => `{${name}}`)}
      own={words}
      addLabel={t('rules_addWord')}
      onAdd={(word) => words.includes(word.trim()) || onChange([...words, word.trim()])}
      onRemove={(word) => onChange(words.filter((each) => each !== word))}
    />
  );
}

function OneFamily({
  family,
  onChange,
  onRemove,
}: {
  family: Family;
  onChange: (family: Family) => void;
  onRemove: () => void;
}) {
  const { slots, requires, maxGap } = family;
  const setSlots = (next: readonly Slot[]) => onChange({ ...family, slots: next });
  return (
    <li class="zj-family-edit">
      {slots.map((slot, index) => (
        <div key={index} class="zj-family-slot">
          <div class="zj-family-slot-head">
            <span>{t('rules_slot', index + 1)}</span>
            <Checkbox
              checked={slot.optional ?? false}
              label={t('rules_slotOptional')}
              onChange={(optional) => setSlots(replaced(slots, index, { ...slot, optional }))}
            />
            {slots.length > 1 && (
              <IconButton
                icon="close"
                label={t('rules_removeSlot', index + 1)}
                onClick={() => setSlots(without(slots, index))}
              />
            )}
          </div>
          <Words
            label={t('rules_slot', index + 1)}
            place={slot}
            onChange={(anyOf) => setSlots(replaced(slots, index, { ...slot, anyOf }))}
          />
        </div>
      ))}
      <div class="zj-family-slot">
        <div class="zj-family-slot-head">{t('rules_requires')}</div>
        <Words
          label={t('rules_requires')}
          place={requires ?? {}}
          onChange={(anyOf) => {
            const { requires: _before, ...rest } = family;
            const kept = { ...requires, anyOf };
            onChange(anyOf.length + (requires?.lists?.length ?? 0) > 0 ? { ...rest, requires: kept } : rest);
          }}
        />
      </div>
      <div class="zj-family-foot">
        <Select
          label={t('rules_gapLabel')}
          value={String(maxGap)}
          options={GAPS.map((gap) => ({ value: String(gap), label: t('rules_gap', gap) }))}
          onChange={(gap) => onChange({ ...family, maxGap: Number(gap) })}
        />
        {slots.length < MOST_SLOTS && (
          <Button size="small" variant="plain" icon="add" onClick={() => setSlots([...slots, { anyOf: [] }])}>
            {t('rules_addSlot')}
          </Button>
        )}
        <Button size="small" variant="plain" icon="trash" onClick={onRemove}>
          {t('rules_removeFamily')}
        </Button>
      </div>
    </li>
  );
}

/** Wordings as places that follow each other, each with the words that may stand there. */
export function FamilyField({ families, onChange }: FamilyFieldProps) {
  return (
    <>
      {families.length > 0 && (
        <ul>
          {families.map((family, index) => (
            <OneFamily
              key={index}
              family={family}
              onChange={(next) => onChange(replaced(families, index, next))}
              onRemove={() => onChange(without(families, index))}
            />
          ))}
        </ul>
      )}
      <Button
        size="small"
        variant="plain"
        icon="add"
        onClick={() => onChange([...families, { slots: [{ anyOf: [] }, { anyOf: [] }], maxGap: 4 }])}
      >
        {t('rules_addFamily')}
      </Button>
    </>
  );
}
