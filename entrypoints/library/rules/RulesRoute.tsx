import { useCallback, useState } from 'preact/hooks';
import { packErrorText } from '../../../components/rules/pack-error-text.ts';
import { RulesPage } from '../../../components/rules/RulesPage.tsx';
import { nextVersion } from '../../../rules/edit-office-pack.ts';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { MAX_PACK_CHARACTERS } from '../../../rules/load-pack.ts';
import { exportOfficePack } from '../../../rules/office-pack.ts';
import { RulePackError } from '../../../rules/pack-error.ts';
import { BUILT_IN_STAMPS } from '../../../rules/written-packs.ts';
import { t } from '../../../utils/base/i18n.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { loadOfficePack, saveOfficePack } from '../../../utils/casework/office-rules.ts';
import { scanLongText } from '../../../utils/scan/scan-long-text.ts';
import { chooseFile } from '../choose-file.ts';
import { goTo } from '../use-route.ts';
import { useOfficeDraft } from './use-office-draft.ts';
import { usePageTest } from './use-page-test.ts';
import { useRuleTest } from './use-rule-test.ts';

/** A larger file cannot hold a pack: a character takes at most so many bytes in UTF-8. */
const MAX_PACK_BYTES = MAX_PACK_CHARACTERS * 4;

/** Why the office's kept pack is out of force. */
const outOfForce = (refused: RulePackError) => t('rules_outOfForce', packErrorText(refused));

/** Wires the rules to the office's stored pack and to the scanner. */
export function RulesRoute({ ruleId, query }: { ruleId: string | null; query: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { saved, office, changed, change, settle } = useOfficeDraft((refused) => setProblem(outOfForce(refused)));
  const test = useRuleTest(office, saved);
  const scan = useCallback((text: string) => scanLongText(test.scanner, text).findings, [test.scanner]);
  const pageTest = usePageTest(test.scanner);

  const save = async () => {
    try {
      const pack = await saveOfficePack(nextVersion(office));
      settle(pack);
      setProblem(null);
    } catch (error) {
      if (!(error instanceof RulePackError)) throw error;
      setProblem(packErrorText(error));
    }
  };
  const read = async () => {
    const file = await chooseFile('.json,application/json');
    if (!file) return;
    try {
      if (file.size > MAX_PACK_BYTES) throw new RulePackError('rulePackTooLarge', String(MAX_PACK_CHARACTERS));
      change(loadOfficePack(await file.text()));
      setProblem(null);
    } catch (error) {
      if (!(error instanceof RulePackError)) throw error;
      setProblem(t('rules_importFailed', file.name, packErrorText(error)));
    }
  };
  return (
    <RulesPage
      packs={BUILT_IN_PACKS}
      stamps={BUILT_IN_STAMPS}
      office={office}
      changed={changed}
      failures={test.failures}
      ruleId={ruleId}
      query={query}
      scan={scan}
      problem={problem ?? (test.problem && packErrorText(test.problem))}
      pageTest={pageTest}
      onRule={(id) => goTo('rules', id)}
      onOffice={(pack) => {
        change(pack);
        setProblem(null);
      }}
      onSave={() => save().catch(reportError)}
      onRevert={() => {
        settle(saved);
        setProblem(null);
      }}
      onImport={() => read().catch(reportError)}
      onExport={() =>
        saveBlob(
          new Blob([exportOfficePack(office)], { type: 'application/json' }),
          `office-rules-${office.version}.json`,
        )
      }
    />
  );
}
