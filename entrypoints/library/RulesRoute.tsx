import { useEffect, useMemo, useState } from 'preact/hooks';
import { nextVersion } from '../../components/rules/edit-office-pack.ts';
import { RulesPage } from '../../components/rules/RulesPage.tsx';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { type OfficePack, withOfficePack } from '../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK, exportOfficePack, importOfficePack } from '../../rules/office-pack.ts';
import { RulePackError } from '../../rules/pack-error.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import { BUILT_IN_STAMPS } from '../../rules/written-packs.ts';
import { t, tData } from '../../utils/i18n.ts';
import { officePackItem } from '../../utils/rules-in-force.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { type ExampleFailure, failedExamples } from '../../utils/scan/self-test.ts';
import { saveBlob } from './bundle-file.ts';
import { chooseFile } from './choose-file.ts';
import { goTo } from './use-route.ts';

/** The examples of all packs with the office's pack on top, run when the page is at rest. */
function useFailures(packs: ReturnType<typeof withOfficePack>): readonly ExampleFailure[] | null {
  const [failures, setFailures] = useState<readonly ExampleFailure[] | null>(null);
  useEffect(() => {
    setFailures(null);
    const timer = setTimeout(() => {
      const changed = packs.map((pack) => ({ ...pack, rules: pack.rules.filter(({ disabled }) => !disabled) }));
      setFailures(changed.flatMap(failedExamples));
    }, 150);
    return () => clearTimeout(timer);
  }, [packs]);
  return failures;
}

/** Wires the rules to the office's stored pack and to the scanner. */
export function RulesRoute({ ruleId, query }: { ruleId: string | null; query: string }) {
  const [saved, setSaved] = useState<OfficePack>(EMPTY_OFFICE_PACK);
  const [office, setOffice] = useState<OfficePack>(EMPTY_OFFICE_PACK);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    officePackItem.getValue().then((stored) => {
      if (!stored) return;
      setSaved(stored.pack);
      setOffice(stored.pack);
    }, reportError);
  }, []);
  const packs = useMemo(() => withOfficePack(BUILT_IN_PACKS, office), [office]);
  const scanner = useMemo(() => createScanner(packs), [packs]);
  const failures = useFailures(packs);

  const save = async () => {
    const pack = nextVersion(office);
    await officePackItem.setValue({ pack, stamp: await packStamp(pack) });
    setSaved(pack);
    setOffice(pack);
  };
  const read = async () => {
    const file = await chooseFile('.json,application/json');
    if (!file) return;
    try {
      setOffice(importOfficePack(await file.text(), BUILT_IN_PACKS));
      setProblem(null);
    } catch (error) {
      if (!(error instanceof RulePackError)) throw error;
      setProblem(t('rules_importFailed', file.name, tData(error.messageKey, ...error.values)));
    }
  };
  return (
    <RulesPage
      packs={BUILT_IN_PACKS}
      stamps={BUILT_IN_STAMPS}
      office={office}
      changed={JSON.stringify(office) !== JSON.stringify(saved)}
      failures={failures}
      ruleId={ruleId}
      query={query}
      scan={scanner.scanText}
      problem={problem}
      onRule={(id) => goTo('rules', id)}
      onOffice={(changed) => {
        setOffice(changed);
        setProblem(null);
      }}
      onSave={() => save().catch(reportError)}
      onRevert={() => setOffice(saved)}
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
