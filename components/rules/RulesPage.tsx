import { useMemo } from 'preact/hooks';
import type { OfficePack } from '../../rules/office-overlay.ts';
import type { RulePack, RulePackStamp } from '../../rules/rule.ts';
import { keyOf, t } from '../../utils/i18n.ts';
import type { TextFinding } from '../../utils/scan/scanner.ts';
import type { ExampleFailure } from '../../utils/scan/self-test.ts';
import { Button } from '../Button.tsx';
import { Chip } from '../Chip.tsx';
import { Icon } from '../Icon.tsx';
import { LevelMark } from '../LevelMark.tsx';
import { additionsTo, addWord, removeWord, switchRule } from './edit-office-pack.ts';
import { LiveTest } from './LiveTest.tsx';
import { PackSummary } from './PackSummary.tsx';
import { RuleDetails } from './RuleDetails.tsx';
import { RuleExamples } from './RuleExamples.tsx';
import './rules-page.css';
import { useKeys } from '../use-keys.ts';
import { groupRules, searchRules } from './search-rules.ts';

export interface RulesPageProps {
  /** Built-in packs as they came, words written out. */
  packs: readonly RulePack[];
  stamps: readonly RulePackStamp[];
  office: OfficePack;
  /** Differs from what is saved. */
  changed: boolean;
  /** Examples that do not hold with the office's pack on top; null while they run. */
  failures: readonly ExampleFailure[] | null;
  ruleId: string | null;
  query: string;
  scan: (text: string) => readonly TextFinding[];
  /** What went wrong with an import. */
  problem: string | null;
  onRule: (ruleId: string) => void;
  onOffice: (office: OfficePack) => void;
  onSave: () => void;
  onRevert: () => void;
  onImport: () => void;
  onExport: () => void;
}

/** The rules in force: list, one rule whole, and a place to test. The office adds to them without changing them. */
export function RulesPage(props: RulesPageProps) {
  const { packs, office, changed, failures, query, scan, problem, onRule, onOffice, onSave, onRevert } = props;
  const rules = useMemo(() => packs.flatMap((pack) => pack.rules), [packs]);
  const shown = useMemo(() => searchRules(rules, query), [rules, query]);
  const rule = shown.find(({ id }) => id === props.ruleId) ?? shown[0];
  const [failure] = failures ?? [];
  const savable = changed && failures !== null && failures.length === 0;

  useKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
    event.preventDefault();
    if (savable) onSave();
  });

  return (
    <main class="zj-rules">
      <nav class="zj-rules-list" aria-label={t('section_rules')}>
        <PackSummary {...props} />
        <div class="zj-rules-scroll">
          {groupRules(shown).map(({ category, rules: group }) => (
            <section key={category}>
              <h2 class="zj-rules-category">
                {t(keyOf('category', category))} <span>{group.length}</span>
              </h2>
              {group.map((each) => (
                <button
                  key={each.id}
                  type="button"
                  class="zj-rules-rule"
                  aria-current={each.id === rule?.id}
                  onClick={() => onRule(each.id)}
                >
                  <LevelMark kind={each.level} named />
                  <span class="zj-ellipsis">{each.name}</span>
                  <span class="zj-secondary">
                    {each.disabled || office.off.includes(each.id)
                      ? t('rules_off')
                      : (each.phrases?.length ?? 0) +
                        (each.families?.length ?? 0) +
                        additionsTo(office, 'phrases', each.id).length}
                  </span>
                </button>
              ))}
            </section>
          ))}
          {shown.length === 0 && <p class="zj-rules-none">{t('rules_noneMatch')}</p>}
        </div>
        <footer class="zj-rules-foot">
          <Button size="small" icon="upload" onClick={props.onImport}>
            {t('rules_import')}
          </Button>
          <Button size="small" icon="download" onClick={props.onExport}>
            {t('export')}
          </Button>
        </footer>
      </nav>
      <div class="zj-rules-middle">
        <header class="zj-rules-head">
          <div>
            <h1>
              <span class="zj-ellipsis">{rule?.name ?? t('section_rules')}</span>
              {changed && <Chip tone="accent">{t('rules_unsaved')}</Chip>}
            </h1>
            <span class="zj-mono">{rule?.id}</span>
          </div>
          {changed && (
            <Button variant="plain" icon="undo" onClick={onRevert}>
              {t('rules_revert')}
            </Button>
          )}
          <Button variant="filled" keys={['Ctrl', 'S']} disabled={!savable} onClick={onSave}>
            {t('save')}
          </Button>
        </header>
        {(problem || (changed && failure)) && (
          <p class="zj-rules-problem" role="alert">
            <Icon name="warning" size={14} />
            {problem ?? t('rules_failing', failure!.text)}
          </p>
        )}
        <div class="zj-rules-scroll">
          {rule && (
            <RuleDetails
              key={rule.id}
              rule={rule}
              office={office}
              onSwitch={(on) => onOffice(switchRule(office, rule.id, on))}
              onAdd={(kind, word) => onOffice(addWord(office, kind, rule.id, word))}
              onRemove={(kind, word) => onOffice(removeWord(office, kind, rule.id, word))}
            />
          )}
        </div>
      </div>
      <aside class="zj-rules-test" aria-label={t('rules_try')}>
        <LiveTest scan={scan} />
        {rule && <RuleExamples rule={rule} failures={failures} />}
      </aside>
    </main>
  );
}
