import { CATEGORIES, type Rule } from '../../rules/rule.ts';
import type { RuleDefect, RuleField } from '../../rules/rule-defects.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { Segment } from '../ui/Segment.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ArticleField } from './ArticleField.tsx';
import { defectText } from './defect-text.ts';
import { FamilyField } from './FamilyField.tsx';
import { RuleRow } from './RuleRow.tsx';
import { TokenField } from './TokenField.tsx';

export interface RuleFormProps {
  rule: Rule;
  /** What it still lacks; shown under the fields. */
  defects: readonly RuleDefect[];
  on: boolean;
  onSwitch: (on: boolean) => void;
  onChange: (rule: Rule) => void;
}

const SENTENCES = [
  ['message', 'why', 'rules_messageHint'],
  ['exceptions', 'exceptions', 'rules_exceptionsHint'],
  ['advice', 'advice', 'rules_adviceHint'],
] as const;

/** A rule of the office's own, written and changed in place. Its examples stand beside it, with the test. */
export function RuleForm({ rule, defects, on, onSwitch, onChange }: RuleFormProps) {
  const defect = (field: RuleField) => {
    const found = defects.find((each) => each.field === field);
    return found && defectText(found);
  };
  const change = (part: Partial<Rule>) => onChange({ ...rule, ...part });
  const setPhrases = (texts: readonly string[]) => {
    const { phrases: _before, ...rest } = rule;
    onChange(texts.length > 0 ? { ...rest, phrases: texts.map((text) => ({ text })) } : rest);
  };
  const phrases = (rule.phrases ?? []).map(({ text }) => text);
  const allow = rule.allow ?? [];
  return (
    <div class="zj-rule">
      <RuleRow label={t('rules_enabled')}>
        <span class="zj-line zj-rule-switch">
          <Switch checked={on} onChange={onSwitch} label={t('rules_enabled')} />
          {t('rules_enabledHint')}
        </span>
      </RuleRow>
      <RuleRow label={t('rules_name')} defect={defect('name')}>
        <TextInput
          label={t('rules_name')}
          value={rule.name}
          placeholder={t('rules_nameHint')}
          onInput={(name) => change({ name })}
        />
      </RuleRow>
      <RuleRow label={t('rules_category')}>
        <Select
          label={t('rules_category')}
          value={rule.category}
          options={CATEGORIES.map((value) => ({ value, label: t(keyOf('category', value)) }))}
          onChange={(category) => change({ category })}
        />
      </RuleRow>
      <LevelRow level={rule.level} onLevel={(level) => change({ level })} />
      <RuleRow label={t('rules_phrases')} defect={defect('phrases')}>
        <TokenField
          label={t('rules_phrases')}
          fixed={[]}
          own={phrases}
          addLabel={t('rules_addPhrase')}
          onAdd={(word) => phrases.includes(word.trim()) || setPhrases([...phrases, word.trim()])}
          onRemove={(word) => setPhrases(phrases.filter((each) => each !== word))}
        />
      </RuleRow>
      <RuleRow label={t('rules_families')} defect={defect('families')}>
        <FamilyField
          families={rule.families ?? []}
          onChange={(families) => {
            const { families: _before, ...rest } = rule;
            onChange(families.length > 0 ? { ...rest, families } : rest);
          }}
        />
      </RuleRow>
      <RuleRow label={t('rules_allow')} defect={defect('allow')}>
        <TokenField
          label={t('rules_allow')}
          fixed={[]}
          own={allow}
          addLabel={t('rules_addAllow')}
          onAdd={(word) => allow.includes(word.trim()) || change({ allow: [...allow, word.trim()] })}
          onRemove={(word) => change({ allow: allow.filter((each) => each !== word) })}
        />
      </RuleRow>
      {SENTENCES.map(([field, label, hint]) => (
        <RuleRow key={field} label={t(label)} defect={defect(field)}>
          <TextArea
            label={t(label)}
            rows={2}
            value={rule[field]}
            placeholder={t(hint)}
            onInput={(value) => change({ [field]: value })}
          />
        </RuleRow>
      ))}
      <RuleRow label={t('rules_basis')} defect={defect('legalBasis')}>
        <ArticleField references={rule.legalBasis} onChange={(legalBasis) => change({ legalBasis })} />
      </RuleRow>
      <RuleRow label={t('rules_source')} defect={defect('source')}>
        <TextInput
          label={t('rules_source')}
          value={rule.source}
          placeholder={t('rules_sourceHint')}
          onInput={(source) => change({ source })}
        />
      </RuleRow>
    </div>
  );
}

function LevelRow({ level, onLevel }: { level: Rule['level']; onLevel: (level: Rule['level']) => void }) {
  return (
    <RuleRow label={t('rules_level')}>
      <span class="zj-line zj-rule-switch">
        <Segment
          label={t('rules_level')}
          value={level}
          options={(['strong', 'weak'] as const).map((value) => ({ value, label: t(`level_${value}`) }))}
          onChange={onLevel}
        />
        <span class="zj-secondary">{t(`rules_level_${level}`)}</span>
      </span>
    </RuleRow>
  );
}
