import { type Addition, additionsTo } from '../../rules/edit-office-pack.ts';
import { cited } from '../../rules/legal-basis.ts';
import type { OfficePack } from '../../rules/office-overlay.ts';
import type { Family, Rule } from '../../rules/rule.ts';
import { t } from '../../utils/base/i18n.ts';
import { Article } from '../findings/Article.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Switch } from '../ui/Switch.tsx';
import { RuleRow } from './RuleRow.tsx';
import { TokenField } from './TokenField.tsx';

/** Words of a slot shown before the rest is counted. */
const SHOWN_WORDS = 6;

export interface RuleDetailsProps {
  /** As it came with its pack. */
  rule: Rule;
  office: OfficePack;
  onSwitch: (on: boolean) => void;
  onAdd: (kind: Addition, word: string) => void;
  onRemove: (kind: Addition, word: string) => void;
}

/** A claim family as a line of word groups that follow each other. */
function FamilyLine({ family }: { family: Family }) {
  return (
    <li class="zj-family">
      {family.slots.map((slot, index) => {
        const words = slot.anyOf ?? [];
        return (
          <span key={index} class="zj-token" data-optional={slot.optional ?? false} title={words.join(' ')}>
            {words.slice(0, SHOWN_WORDS).join(' / ')}
            {words.length > SHOWN_WORDS && ` … ${words.length}`}
          </span>
        );
      })}
      <span class="zj-secondary">{t('rules_gap', family.maxGap)}</span>
    </li>
  );
}

/** One rule, whole: what it looks for, what it lets pass, why, and on which article it rests. */
export function RuleDetails({ rule, office, onSwitch, onAdd, onRemove }: RuleDetailsProps) {
  const on = !rule.disabled && !office.off.includes(rule.id);
  return (
    <div class="zj-rule">
      <RuleRow label={t('rules_enabled')}>
        <span class="zj-line zj-rule-switch">
          <Switch checked={on} onChange={onSwitch} label={t('rules_enabled')} disabled={rule.disabled ?? false} />
          {t('rules_enabledHint')}
        </span>
      </RuleRow>
      <RuleRow label={t('rules_level')}>
        <span class="zj-line zj-rule-switch">
          <LevelMark kind={rule.level} />
          {t(`level_${rule.level}`)}
          <span class="zj-secondary">{t(`rules_level_${rule.level}`)}</span>
        </span>
      </RuleRow>
      <RuleRow label={t('rules_phrases')}>
        <TokenField
          label={t('rules_phrases')}
          fixed={(rule.phrases ?? []).map(({ text }) => text)}
          own={additionsTo(office, 'phrases', rule.id)}
          addLabel={t('rules_addPhrase')}
          onAdd={(word) => onAdd('phrases', word)}
          onRemove={(word) => onRemove('phrases', word)}
        />
      </RuleRow>
      {rule.families && (
        <RuleRow label={t('rules_families')}>
          <ul>
            {rule.families.map((family, index) => (
              <FamilyLine key={index} family={family} />
            ))}
          </ul>
        </RuleRow>
      )}
      <RuleRow label={t('rules_allow')}>
        <TokenField
          label={t('rules_allow')}
          fixed={rule.allow ?? []}
          own={additionsTo(office, 'allow', rule.id)}
          addLabel={t('rules_addAllow')}
          onAdd={(word) => onAdd('allow', word)}
          onRemove={(word) => onRemove('allow', word)}
        />
      </RuleRow>
      <RuleRow label={t('why')}>{rule.message}</RuleRow>
      <RuleRow label={t('exceptions')}>{rule.exceptions}</RuleRow>
      <RuleRow label={t('advice')}>{rule.advice}</RuleRow>
      <RuleRow label={t('rules_basis')}>
        <ul class="zj-rule-basis">
          {rule.legalBasis.map((reference) => (
            <li key={`${reference.law} ${reference.article} ${reference.from ?? ''}`}>
              <Icon name="book" />
              <span>
                <Article article={cited(reference)} />
              </span>
            </li>
          ))}
          {rule.legalBasis.length === 0 && <li class="zj-secondary">{t('basisNone')}</li>}
          <li>
            <Icon name="document" />
            <span>{rule.source}</span>
            <span class="zj-secondary">{t('rules_source')}</span>
          </li>
        </ul>
      </RuleRow>
    </div>
  );
}
