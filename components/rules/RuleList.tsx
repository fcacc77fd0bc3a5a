import { useEffect, useRef } from 'preact/hooks';
import { additionsTo } from '../../rules/edit-office-pack.ts';
import type { OfficePack } from '../../rules/office-overlay.ts';
import type { Rule } from '../../rules/rule.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { Chip } from '../ui/Chip.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { groupRules } from './search-rules.ts';

export interface RuleListProps {
  /** Those that the search found. */
  rules: readonly Rule[];
  office: OfficePack;
  currentId: string | undefined;
  onRule: (ruleId: string) => void;
}

/** The rules by family: mark, name, and how many wordings, or that the rule is off. The office's own are labelled. */
export function RuleList({ rules, office, currentId, onRule }: RuleListProps) {
  const own = new Set(office.rules.map(({ id }) => id));
  const wordings = ({ id, phrases, families }: Rule) =>
    (phrases?.length ?? 0) + (families?.length ?? 0) + additionsTo(office, 'phrases', id).length;
  const list = useRef<HTMLDivElement>(null);
  // A rule that was just begun stands at the end of its family.
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  return (
    <div ref={list} class="zj-scroller">
      {groupRules(rules).map(({ category, rules: group }) => (
        <section key={category}>
          <h2 class="zj-rules-category">
            {t(keyOf('category', category))} <span>{group.length}</span>
          </h2>
          {group.map((each) => (
            <button
              key={each.id}
              type="button"
              class="zj-rules-rule"
              aria-current={each.id === currentId}
              onClick={() => onRule(each.id)}
            >
              <LevelMark kind={each.level} named />
              <span class="zj-rules-name">
                <span class="zj-ellipsis">{each.name || t('rules_unnamed')}</span>
                {own.has(each.id) && <Chip>{t('rules_own')}</Chip>}
              </span>
              <span class="zj-secondary">
                {each.disabled || office.off.includes(each.id) ? t('rules_off') : wordings(each)}
              </span>
            </button>
          ))}
        </section>
      ))}
      {rules.length === 0 && <p class="zj-rules-none">{t('rules_noneMatch')}</p>}
    </div>
  );
}
