import { useMemo, useState } from 'preact/hooks';
import { addWord, removeRule, removeWord, switchRule } from '../../rules/edit-office-pack.ts';
import type { OfficePack } from '../../rules/office-overlay.ts';
import type { RulePack, RulePackStamp } from '../../rules/rule.ts';
import { ruleDefects } from '../../rules/rule-defects.ts';
import { t } from '../../utils/base/i18n.ts';
import type { TextFinding } from '../../utils/scan/scanner.ts';
import type { ExampleFailure } from '../../utils/scan/self-test.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { defectSentence } from './defect-text.ts';
import { LiveTest } from './LiveTest.tsx';
import { PackSummary } from './PackSummary.tsx';
import { PageTest, type PageTestProps } from './PageTest.tsx';
import { RemoveRuleDialog } from './RemoveRuleDialog.tsx';
import { RuleDetails } from './RuleDetails.tsx';
import { RuleExamples } from './RuleExamples.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { RulesHead } from './RulesHead.tsx';
import { ruleEdits } from './rule-edits.ts';
import './rules-page.css';
import { searchRules } from './search-rules.ts';

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
  /** What is wrong with the pack or with an import. */
  problem: string | null;
  pageTest: Omit<PageTestProps, 'ruleId'>;
  onRule: (ruleId: string) => void;
  onOffice: (office: OfficePack) => void;
  onSave: () => void;
  onRevert: () => void;
  onImport: () => void;
  onExport: () => void;
}

interface Obstacle {
  sentence: string;
  /** Something is still to be written, which is no fault. */
  waits?: true;
}

/** The first thing that keeps the pack from being saved, as a sentence. */
function obstacle({ problem, office, changed, failures }: RulesPageProps): Obstacle | null {
  if (problem) return { sentence: problem };
  if (!changed) return null;
  for (const rule of office.rules) {
    const [defect] = ruleDefects(rule);
    if (defect)
      return { sentence: t('rules_incomplete', rule.name || t('rules_unnamed'), defectSentence(defect)), waits: true };
  }
  const [failure] = failures ?? [];
  return failure ? { sentence: t(`rules_failing_${failure.kind}`, failure.text) } : null;
}

/** The rules in force: list, one rule whole, and a place to test. The office adds to them and writes its own. */
export function RulesPage(props: RulesPageProps) {
  const { packs, office, changed, failures, query, scan, onRule, onOffice, onSave } = props;
  const [removing, setRemoving] = useState(false);
  const rules = useMemo(() => [...packs.flatMap((pack) => pack.rules), ...office.rules], [packs, office]);
  const shown = useMemo(() => searchRules(rules, query), [rules, query]);
  const rule = rules.find(({ id }) => id === props.ruleId) ?? shown[0];
  const own = office.rules.find(({ id }) => id === rule?.id);
  const defects = useMemo(() => (own ? ruleDefects(own) : []), [own]);
  const obstructed = obstacle(props);
  const savable = changed && failures !== null && obstructed === null;

  useKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
    event.preventDefault();
    if (savable) onSave();
  });

  const { begin, change, addExample, removeExample } = ruleEdits(office, own, onOffice, onRule);

  return (
    <main class="zj-rules">
      <nav class="zj-rules-list" aria-label={t('section_rules')}>
        <PackSummary {...props} />
        <RuleList rules={shown} office={office} currentId={rule?.id} onRule={onRule} />
        <footer class="zj-acts zj-rules-foot">
          <Button size="small" icon="add" onClick={begin}>
            {t('rules_new')}
          </Button>
          <Button size="small" icon="upload" onClick={props.onImport}>
            {t('rules_import')}
          </Button>
          <Button size="small" icon="download" onClick={props.onExport}>
            {t('export')}
          </Button>
        </footer>
      </nav>
      <div class="zj-rules-middle">
        <RulesHead
          rule={rule}
          changed={changed}
          savable={savable}
          onSave={onSave}
          onRevert={props.onRevert}
          {...(own ? { onRemove: () => setRemoving(true) } : {})}
        />
        {obstructed && (
          <p
            class={`zj-line zj-rules-problem ${obstructed.waits ? 'zj-rules-waits' : ''}`}
            role={obstructed.waits ? 'status' : 'alert'}
          >
            <Icon name={obstructed.waits ? 'info' : 'warning'} size={14} />
            {obstructed.sentence}
          </p>
        )}
        <div class="zj-scroller">
          {own ? (
            <RuleForm
              key={own.id}
              rule={own}
              defects={defects}
              on={!own.disabled && !office.off.includes(own.id)}
              onSwitch={(on) => onOffice(switchRule(office, own.id, on))}
              onChange={change}
            />
          ) : (
            rule && (
              <RuleDetails
                key={rule.id}
                rule={rule}
                office={office}
                onSwitch={(on) => onOffice(switchRule(office, rule.id, on))}
                onAdd={(kind, word) => onOffice(addWord(office, kind, rule.id, word))}
                onRemove={(kind, word) => onOffice(removeWord(office, kind, rule.id, word))}
              />
            )
          )}
        </div>
      </div>
      <aside class="zj-rules-test" aria-label={t('rules_try')}>
        <LiveTest scan={scan} onAddExample={own && addExample} />
        <PageTest {...props.pageTest} ruleId={rule?.id} />
        {rule && (
          <RuleExamples
            rule={rule}
            failures={failures}
            {...(own ? { edit: { defects, onAdd: addExample, onRemove: removeExample } } : {})}
          />
        )}
      </aside>
      {removing && own && (
        <RemoveRuleDialog
          name={own.name}
          onCancel={() => setRemoving(false)}
          onRemove={() => {
            setRemoving(false);
            onOffice(removeRule(office, own.id));
          }}
        />
      )}
    </main>
  );
}
