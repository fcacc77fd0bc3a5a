import { useEffect, useMemo, useState } from 'preact/hooks';
import { ApprovalSurvey } from '../../../components/register/ApprovalSurvey.tsx';
import { ImportDialog } from '../../../components/register/ImportDialog.tsx';
import { RegisterLists } from '../../../components/register/RegisterLists.tsx';
import { REGISTER_VIEWS, RegisterPage } from '../../../components/register/RegisterPage.tsx';
import { RegisterSearch } from '../../../components/register/RegisterSearch.tsx';
import { ReasonDialog } from '../../../components/ui/ReasonDialog.tsx';
import { Toast } from '../../../components/ui/Toast.tsx';
import { t } from '../../../utils/base/i18n.ts';
import type { Officer } from '../../../utils/evidence/record.ts';
import type { RegisterList } from '../../../utils/lists/register.ts';
import type { SurveyOutcome } from '../../../utils/lists/survey-outcome.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { listCases } from '../../../utils/store/cases.ts';
import { listRegisters } from '../../../utils/store/register-store.ts';
import { listSurveyOutcomes, openSurveyCase, setSurveyResult } from '../../../utils/store/survey-outcomes.ts';
import { copyText } from '../copy-text.ts';
import { goTo } from '../use-route.ts';
import { createRegisterWorker } from './register-tasks.ts';
import { useRegisterActs } from './use-register-acts.ts';
import { useRegisterImport } from './use-register-import.ts';
import { useRegisterSearch } from './use-register-search.ts';
import { useSurvey } from './use-survey.ts';

export interface RegisterRouteProps {
  view: string | null;
  query: string;
  person: string;
  /** ISO 8601. */
  today: string;
  /** Who registers a case that is made of a row. */
  registrar: Officer;
  onQuery: (query: string) => void;
}

const NO_OUTCOMES: ReadonlyMap<string, SurveyOutcome> = new Map();

const countOf = (rows: number) => rows.toLocaleString('en-US');

const importedText = ({ rows, unreadRows }: RegisterList) =>
  unreadRows > 0
    ? t('register_importedUnread', countOf(rows), countOf(unreadRows))
    : t('register_imported', countOf(rows));

/** Wires the office's lists to the store and to the worker that goes through them. */
export function RegisterRoute({ view: asked, query, person, today, registrar, onQuery }: RegisterRouteProps) {
  const view = REGISTER_VIEWS.find((each) => each === asked) ?? 'lists';
  // Cancelling an import ends its worker; what was gone through stays in the other.
  const importer = useMemo(createRegisterWorker, []);
  const reader = useMemo(createRegisterWorker, []);
  const lists = useStored(['register'], listRegisters);
  const outcomes = useStored(['survey'], listSurveyOutcomes) ?? NO_OUTCOMES;
  const cases = useStored(['case'], listCases) ?? [];
  const [deleting, setDeleting] = useState<RegisterList | null>(null);
  const { message, removing, exporting, tell, fail, close, remove, exportRows } = useRegisterActs(
    reader,
    person,
    today,
  );
  const importing = useRegisterImport(importer, person, (list) => tell(importedText(list)));
  const survey = useSurvey(reader, lists, view === 'survey', today);
  const search = useRegisterSearch(reader, lists, view === 'lists' ? query : '');
  useEffect(() => {
    importer.run('cleanUp', null).catch(reportError);
    return () => {
      importer.end();
      reader.end();
    };
  }, [importer, reader]);

  if (!lists) return null;
  return (
    <RegisterPage
      view={view}
      counts={{ lists: lists.length, ...(survey?.phase === 'done' ? { survey: survey.rows.length } : {}) }}
      onView={(next) => goTo('register', next)}
      onImport={importing.choose}
    >
      {view === 'survey' && survey && (
        <ApprovalSurvey
          state={survey}
          {...{ lists, query, exporting }}
          select={(selection) => reader.run('select', selection)}
          onExport={exportRows}
          onImport={importing.choose}
          onClear={() => onQuery('')}
          outcomes={outcomes}
          onResult={(row, result) => setSurveyResult(row, result, person).catch(fail)}
          onCase={(row, outcome) => {
            if (outcome?.caseId && cases.some(({ id }) => id === outcome.caseId)) return goTo('cases', outcome.caseId);
            const facts = { registrar, today, person, result: outcome?.result ?? 'open' };
            openSurveyCase(row, facts).then((id) => goTo('cases', id), fail);
          }}
        />
      )}
      {view === 'lists' &&
        (search ? (
          <RegisterSearch {...search} lists={lists} onClear={() => onQuery('')} />
        ) : (
          <RegisterLists lists={lists} removing={removing} onDelete={setDeleting} onCopy={copyText} />
        ))}
      {importing.state && (
        <ImportDialog
          state={importing.state}
          hasKind={(kind) => lists.some((list) => list.kind === kind)}
          onChoices={importing.change}
          onImport={importing.start}
          onCancel={importing.cancel}
        />
      )}
      {deleting && (
        <ReasonDialog
          title={t('register_deleteTitle', deleting.name)}
          act={t('register_delete')}
          onCancel={() => setDeleting(null)}
          onConfirm={(reason) => {
            setDeleting(null);
            remove(deleting, reason);
          }}
        >
          <p>{t('register_deleteWhat', deleting.date, countOf(deleting.rows))}</p>
        </ReasonDialog>
      )}
      {message && (
        <Toast key={message.text} icon="check" {...(message.error ? { error: true } : {})} onClose={close}>
          {message.text}
        </Toast>
      )}
    </RegisterPage>
  );
}
