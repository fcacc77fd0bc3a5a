import { useMemo } from 'preact/hooks';
import { CASE_TABS, CasePage } from '../../../components/cases/CasePage.tsx';
import { type CaseFilter, CasesView } from '../../../components/cases/CasesView.tsx';
import { caseRows, findCases } from '../../../components/cases/case-rows.ts';
import { ExposureDialog } from '../../../components/cases/ExposureDialog.tsx';
import { LeadImportDialog } from '../../../components/cases/LeadImportDialog.tsx';
import { todosOf } from '../../../components/cases/todos.ts';
import { PaperForm } from '../../../components/documents/PaperForm.tsx';
import { Toast } from '../../../components/ui/Toast.tsx';
import { t } from '../../../utils/base/i18n.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import type { ItemSummary } from '../../../utils/casework/item-summary.ts';
import { deletePractice } from '../../../utils/casework/practice-case.ts';
import { CASE_PAPER_TITLES } from '../../../utils/documents/case-paper-kinds.ts';
import { type LeadList, leadLists, leadResultRows, leadResultsFile } from '../../../utils/documents/lead-results.ts';
import { brigadeOf, routesOf } from '../../../utils/documents/route.ts';
import { CASE_STAGES, type Case } from '../../../utils/evidence/case.ts';
import { dueDates } from '../../../utils/evidence/due-dates.ts';
import { isPracticeCase } from '../../../utils/evidence/practice.ts';
import type { EvidenceItem, Officer } from '../../../utils/evidence/record.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { partyReadings } from '../../../utils/party/party-readings.ts';
import { listJobs } from '../../../utils/store/capture-store.ts';
import { addCaseEntry, changeCase, deleteCase } from '../../../utils/store/cases.ts';
import { readLines } from '../../../utils/store/custody-store.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import type { BundleExport } from '../bundles/use-bundle-export.ts';
import type { Route } from '../use-route.ts';
import { goTo, replaceSearch } from '../use-route.ts';
import { useCasePapers } from './use-case-papers.ts';
import { useExposure } from './use-exposure.ts';
import { useLeadImport } from './use-lead-import.ts';
import { useTransfer } from './use-transfer.ts';

export interface CasesRouteProps {
  route: Route;
  cases: readonly Case[];
  items: readonly ItemSummary[] | null;
  /** The items whole, for what their records say of the party. */
  sealed: readonly EvidenceItem[] | null;
  query: string;
  person: string;
  /** Who registers what is imported. */
  registrar: Officer;
  today: string;
  calendar: Settings['calendar'];
  routes: Settings['routes'];
  bundleExport: BundleExport;
  onNew: () => void;
}

function readFilter(search: string): CaseFilter {
  const fields = new URLSearchParams(search);
  const due = fields.get('due');
  return {
    stage: CASE_STAGES.find((stage) => stage === fields.get('stage')) ?? '',
    due: due === 'passed' || due === 'near' ? due : '',
  };
}

/** Wires the cases to the store: the list with what waits on the desk, or one case. */
export function CasesRoute(props: CasesRouteProps) {
  const { route, cases, items, sealed, query, today, calendar } = props;
  const interrupted =
    useStored(['job'], async () => (await listJobs()).filter(({ state }) => state === 'interrupted').length) ?? 0;
  const all = useMemo(() => caseRows(cases, items ?? [], { today, calendar }), [cases, items, today, calendar]);
  const leads = useLeadImport(props.registrar, today);
  const lists = useMemo(() => leadLists(cases), [cases]);
  const chosen = cases.find(({ id }) => id === route.id);
  if (chosen) return <OneCase key={chosen.id} {...props} value={chosen} />;
  const filter = readFilter(route.search);
  const rows = findCases(all, query).filter(
    ({ stage, due }) =>
      (filter.stage === '' || stage === filter.stage) && (filter.due === '' || due?.state === filter.due),
  );
  const giveResults = async ({ sha256, fileName, format }: LeadList) => {
    const file = await leadResultsFile(leadResultRows(sha256, cases, sealed ?? []), format);
    saveBlob(file, `${fileName.replace(/\.[^.]*$/, '')}-办理结果-${today}.${format}`);
  };
  return (
    <>
      <CasesView
        rows={items === null ? null : rows}
        todos={todosOf(items ?? [], all, interrupted)}
        filter={filter}
        onFilter={(next) =>
          replaceSearch(new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')).toString())
        }
        today={today}
        onNew={props.onNew}
        leadLists={lists}
        onImportLeads={leads.choose}
        onLeadResults={(list) => void giveResults(list).catch(reportError)}
      />
      {leads.state && (
        <LeadImportDialog state={leads.state} onChoices={leads.change} onImport={leads.start} onCancel={leads.cancel} />
      )}
    </>
  );
}

const NO_ANSWERS: ReadonlyMap<string, string> = new Map();

function OneCase({
  route,
  value,
  items,
  sealed,
  person,
  today,
  calendar,
  routes,
  bundleExport,
}: CasesRouteProps & { value: Case }) {
  const own = useMemo(() => (items ?? []).filter(({ caseId }) => caseId === value.id), [items, value.id]);
  const inCase = useMemo(() => (sealed ?? []).filter(({ caseId }) => caseId === value.id), [sealed, value.id]);
  const readings = useMemo(() => {
    const read = partyReadings(inCase);
    const items = new Set(read.map(({ itemId }) => itemId));
    return [...read, ...(value.readings ?? []).filter(({ itemId }) => !itemId || !items.has(itemId))];
  }, [inCase, value.readings]);
  const receiver = useMemo(() => {
    const readable = new Set(own.filter(({ unreadable }) => !unreadable).map(({ id }) => id));
    return brigadeOf(
      routesOf(
        routes,
        inCase.filter(({ id }) => readable.has(id)),
        value,
      ),
    );
  }, [routes, own, inCase, value]);
  const lines = useStored(
    ['log'],
    async () => (await Promise.all(own.map(({ id }) => readLines(id)))).flat(),
    own.map(({ id }) => id).join(),
  );
  const papers = useCasePapers(value, inCase, person);
  const exposure = useExposure(value, inCase, person);
  const failure = papers.failure ?? exposure.failure;
  const made = papers.made ?? exposure.made;
  const endPaper = () => {
    papers.end();
    exposure.end();
  };
  const transfer = useTransfer(value, own, { person, bundleExport });
  const leave = () => goTo('cases');
  const act = (work: Promise<unknown>) => void work.catch(reportError);
  return (
    <>
      <CasePage
        value={value}
        tab={CASE_TABS.find((each) => each === route.tab) ?? 'facts'}
        items={own}
        readings={readings}
        dues={isPracticeCase(value) ? [] : dueDates(value, today, calendar)}
        lines={lines}
        today={today}
        transferring={transfer.running}
        receiver={receiver}
        onTab={(tab) => goTo('cases', value.id, tab)}
        onChange={(change) => act(changeCase(value.id, change))}
        onStage={(stage) => act(addCaseEntry(value.id, { person, kind: 'stage', text: stage }, { stage }))}
        onNote={(text) => act(addCaseEntry(value.id, { person, kind: 'note', text }))}
        onTransfer={transfer.start}
        onDelete={() =>
          act((isPracticeCase(value) ? deletePractice(person) : deleteCase(value.id, person)).then(leave))
        }
        makingPaper={papers.making}
        onPaper={papers.make}
        exposure={{ reading: exposure.reading, onExposure: exposure.start }}
      />
      {exposure.asked && (
        <ExposureDialog title={t('exposure_title')} {...exposure.asked} onMake={exposure.make} onClose={exposure.end} />
      )}
      {papers.asked && (
        <PaperForm
          title={CASE_PAPER_TITLES[papers.asked.kind]}
          blanks={papers.asked.blanks}
          before={NO_ANSWERS}
          onMake={papers.answer}
          onClose={papers.end}
        />
      )}
      {(failure ?? made) && (
        <Toast key={failure ?? made} {...(failure ? { error: true as const } : {})} onClose={endPaper}>
          {failure ?? t('documents_made_toast', made ?? '')}
        </Toast>
      )}
    </>
  );
}
