import type { OfficePack } from '../../rules/office-overlay.ts';
import type { RulePack, RulePackStamp } from '../../rules/rule.ts';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ExampleFailure } from '../../utils/scan/self-test.ts';
import { Icon } from '../ui/Icon.tsx';

export interface PackSummaryProps {
  packs: readonly RulePack[];
  stamps: readonly RulePackStamp[];
  /** What the office adds. */
  office: OfficePack;
  /** Null while the examples run. */
  failures: readonly ExampleFailure[] | null;
}

function TestResult({ packs, failures }: Pick<PackSummaryProps, 'packs' | 'failures'>) {
  if (failures === null) return t('rules_testing');
  if (failures.length > 0)
    return (
      <>
        <Icon name="warning" size={14} /> {t('rules_someFail', failures.length)}
      </>
    );
  const examples = packs.flatMap(({ rules }) => rules.flatMap((rule) => [...rule.examples.hit, ...rule.examples.miss]));
  return (
    <>
      <Icon name="check-circle" size={14} /> {t('rules_allPass', countText(examples.length))}
    </>
  );
}

/** Packs, their versions and digests, and whether every example holds. */
export function PackSummary({ packs, stamps, office, failures }: PackSummaryProps) {
  return (
    <header class="zj-packs">
      {packs.map(({ id, name, rules }, index) => (
        <div key={id}>
          <p class="zj-ellipsis" title={name}>
            <b>{name}</b>
          </p>
          <p class="zj-secondary" title={stamps[index]?.sha256}>
            {stamps[index]?.version} · {t('rules_count', rules.length)} ·{' '}
            <span class="zj-mono">{stamps[index]?.sha256.slice(0, 8)}</span>
          </p>
        </div>
      ))}
      {office.rules.length > 0 && (
        <div>
          <p class="zj-ellipsis">
            <b>{office.name}</b>
          </p>
          <p class="zj-secondary">
            {office.version} · {t('rules_count', office.rules.length)}
          </p>
        </div>
      )}
      <p class="zj-packs-test" data-ok={failures && failures.length === 0} role="status">
        <TestResult packs={[...packs, office]} failures={failures} />
      </p>
    </header>
  );
}
