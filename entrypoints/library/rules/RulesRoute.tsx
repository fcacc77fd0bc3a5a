import { useCallback, useEffect, useState } from 'preact/hooks';
import { packErrorText } from '../../../components/rules/pack-error-text.ts';
import { RulesPage } from '../../../components/rules/RulesPage.tsx';
import { nextVersion } from '../../../rules/edit-office-pack.ts';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { MAX_PACK_CHARACTERS } from '../../../rules/load-pack.ts';
import type { OfficePack } from '../../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK, exportOfficePack } from '../../../rules/office-pack.ts';
import { RulePackError } from '../../../rules/pack-error.ts';
import type { SavedOfficePack } from '../../../rules/ruleset.ts';
import { BUILT_IN_STAMPS } from '../../../rules/written-packs.ts';
import { t } from '../../../utils/base/i18n.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { loadOfficePack, saveOfficePack } from '../../../utils/casework/office-rules.ts';
import { scanLongText } from '../../../utils/scan/scan-long-text.ts';
import { officePackItem } from '../../../utils/store/rules-in-force.ts';
import { chooseFile } from '../choose-file.ts';
import { goTo } from '../use-route.ts';
import { usePageTest } from './use-page-test.ts';
import { useRuleTest } from './use-rule-test.ts';

/** A larger file cannot hold a pack: a character takes at most so many bytes in UTF-8. */
const MAX_PACK_BYTES = MAX_PACK_CHARACTERS * 4;

/** Why the office's kept pack is out of force. */
const refusalText = ({ messageKey, values }: NonNullable<SavedOfficePack['refused']>) =>
  t('rules_outOfForce', packErrorText(new RulePackError(messageKey, ...values)));

/** Wires the rules to the office's stored pack and to the scanner. */
export function RulesRoute({ ruleId, query }: { ruleId: string | null; query: string }) {
  const [saved, setSaved] = useState<OfficePack>(EMPTY_OFFICE_PACK);
  const [office, setOffice] = useState<OfficePack>(EMPTY_OFFICE_PACK);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    officePackItem.getValue().then((stored) => {
      if (!stored) return;
      if (stored.refused) setProblem(refusalText(stored.refused));
      setSaved(stored.pack);
      setOffice(stored.pack);
    }, reportError);
  }, []);
  const test = useRuleTest(office, saved);
  const scan = useCallback((text: string) => scanLongText(test.scanner, text).findings, [test.scanner]);
  const pageTest = usePageTest(test.scanner);

  const save = async () => {
    try {
      const pack = await saveOfficePack(nextVersion(office));
      setSaved(pack);
      setOffice(pack);
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
      setOffice(loadOfficePack(await file.text()));
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
      changed={JSON.stringify(office) !== JSON.stringify(saved)}
      failures={test.failures}
      ruleId={ruleId}
      query={query}
      scan={scan}
      problem={problem ?? (test.problem && packErrorText(test.problem))}
      pageTest={pageTest}
      onRule={(id) => goTo('rules', id)}
      onOffice={(changed) => {
        setOffice(changed);
        setProblem(null);
      }}
      onSave={() => save().catch(reportError)}
      onRevert={() => {
        setOffice(saved);
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
