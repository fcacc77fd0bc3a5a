import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from '#imports';
import { HelpLink } from '../../../components/help/HelpLink.tsx';
import { EntryTable } from '../../../components/patrol/EntryTable.tsx';
import { ENTRY_VIEWS, entriesOf } from '../../../components/patrol/entry-views.ts';
import { PatrolForm, type PatrolRequest } from '../../../components/patrol/PatrolForm.tsx';
import { type PatrolActs, PatrolList } from '../../../components/patrol/PatrolList.tsx';
import { PatrolPage } from '../../../components/patrol/PatrolPage.tsx';
import { ReviewDesk } from '../../../components/patrol/ReviewDesk.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { ReasonDialog } from '../../../components/ui/ReasonDialog.tsx';
import { Toast } from '../../../components/ui/Toast.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import { t } from '../../../utils/base/i18n.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { cleanUpDocument, cleanUpRows, cleanUpWorkbook } from '../../../utils/documents/clean-up-list.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { sendMessage } from '../../../utils/messages/messaging.ts';
import type { Patrol, PatrolEntry } from '../../../utils/patrol/patrol.ts';
import { dueItems } from '../../../utils/patrol/recheck.ts';
import { readArtefact } from '../../../utils/store/evidence-store.ts';
import {
  changePatrol,
  deletePatrol,
  listEntries,
  listPatrols,
  retryEntries,
  reviewEntry,
  settleByHand,
} from '../../../utils/store/patrol-store.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import { chooseFile } from '../choose-file.ts';
import { goTo } from '../use-route.ts';
import { importResultsFile } from './import-results-file.ts';
import { linksOf, openPages, startPatrol, startRecheck } from './start-patrol.ts';

export interface PatrolRouteProps {
  /** A patrol, or `new`. */
  id: string | null;
  view: string | null;
  items: readonly EvidenceItem[];
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
}

const run = () => sendMessage('runPatrols', undefined);

async function pictureOf(itemId: string): Promise<Blob | null> {
  return readArtefact(itemId, 'screenshot/view-before.png').catch(() => null);
}

/** Wires patrols to the store and to the background that runs them. */
export function PatrolRoute({ id, view: asked, items, settings, onSettings }: PatrolRouteProps) {
  const patrols = useStored(['patrol'], listPatrols);
  const [deleting, setDeleting] = useState<Patrol | null>(null);
  const [message, setMessage] = useState<{ text: string; error?: true } | null>(null);
  const due = useMemo(() => dueItems(items, settings.recheckDays, Date.now()), [items, settings.recheckDays]);
  const attempt = (work: Promise<unknown>) =>
    work.then(
      () => true,
      (error) => {
        setMessage({ text: failureText(error), error: true });
        return false;
      },
    );
  const acts: PatrolActs = {
    onPause: ({ id }) => attempt(changePatrol(id, { state: 'paused' })),
    onResume: ({ id }) => attempt(changePatrol(id, { state: 'running' }).then(run)),
    onStop: ({ id }) => attempt(changePatrol(id, { state: 'ended', endedAt: new Date().toISOString() })),
    onDelete: setDeleting,
  };
  const takeResults = async () => {
    const file = await chooseFile('.jsonl,.json,.txt');
    if (!file) return;
    const { patrol, faults } = await importResultsFile(file);
    if (faults > 0) setMessage({ text: t('patrol_importedFaults', faults) });
    goTo('patrol', patrol.id);
  };
  if (!patrols) return null;
  const patrol = patrols.find((each) => each.id === id);
  const show = (name: string) => setMessage({ text: t('patrol_exported', name) });
  return (
    <>
      {patrol ? (
        <OnePatrol key={patrol.id} patrol={patrol} asked={asked} acts={acts} attempt={attempt} onExported={show} />
      ) : (
        <main class="zj-pane zj-patrol">
          <header class="zj-page-head zj-patrol-head">
            <h1>{t('section_patrol')}</h1>
            <HelpLink article="patrol" />
            <span class="zj-patrol-bar-acts">
              {due.length > 0 && (
                <Button
                  icon="refresh"
                  onClick={() =>
                    attempt(startRecheck(due, settings.patrolPaceSeconds).then((made) => goTo('patrol', made.id)))
                  }
                >
                  {t('patrol_recheck', due.length)}
                </Button>
              )}
              <Button icon="upload" onClick={() => void attempt(takeResults())}>
                {t('patrol_importResults')}
              </Button>
              {id !== 'new' && (
                <Button icon="add" variant="filled" onClick={() => goTo('patrol', 'new')}>
                  {t('patrol_new')}
                </Button>
              )}
            </span>
          </header>
          <div class="zj-pane zj-patrol-start">
            {(id === 'new' || patrols.length === 0) && <NewPatrol settings={settings} onSettings={onSettings} />}
            {patrols.length === 0 ? (
              <EmptyState icon="globe" title={t('patrol_none')}>
                {t('patrol_noneText')}
              </EmptyState>
            ) : (
              <PatrolList patrols={patrols} {...acts} />
            )}
          </div>
        </main>
      )}
      {deleting && (
        <ReasonDialog
          title={t('patrol_deleteTitle', deleting.name)}
          act={t('patrol_delete')}
          onCancel={() => setDeleting(null)}
          onConfirm={() => {
            setDeleting(null);
            if (deleting.id === id) goTo('patrol');
            attempt(deletePatrol(deleting.id));
          }}
        >
          <p>{t('patrol_deleteWhat')}</p>
        </ReasonDialog>
      )}
      {message && (
        <Toast
          key={message.text}
          icon="check"
          {...(message.error ? { error: true } : {})}
          onClose={() => setMessage(null)}
        >
          {message.text}
        </Toast>
      )}
    </>
  );
}

function NewPatrol({ settings, onSettings }: Pick<PatrolRouteProps, 'settings' | 'onSettings'>) {
  const [tabs, setTabs] = useState<readonly { id: number; title: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    openPages().then(setTabs, reportError);
  }, []);
  const start = async (request: PatrolRequest) => {
    setBusy(true);
    setError(null);
    try {
      onSettings({ patrolCapture: request.capture, patrolPaceSeconds: request.paceSeconds });
      goTo('patrol', (await startPatrol(request)).id);
    } catch (failure) {
      setError(failureText(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <PatrolForm
      defaults={{ capture: settings.patrolCapture, paceSeconds: settings.patrolPaceSeconds }}
      tabs={tabs}
      busy={busy}
      error={error}
      onChooseFile={() => chooseFile('.txt,.csv,.tsv,.xlsx')}
      onLinks={(tabId) =>
        linksOf(tabId).catch((failure) => {
          setError(failureText(failure));
          return '';
        })
      }
      onStart={(request) => void start(request)}
    />
  );
}

interface OnePatrolProps {
  patrol: Patrol;
  asked: string | null;
  acts: PatrolActs;
  /** Does the work and shows why it failed; answers whether it was done. */
  attempt: (work: Promise<unknown>) => Promise<boolean>;
  onExported: (name: string) => void;
}

function OnePatrol({ patrol, asked, acts, attempt, onExported }: OnePatrolProps) {
  const entries = useStored(['patrol'], () => listEntries(patrol.id), patrol.id);
  const view = ENTRY_VIEWS.find((each) => each === asked) ?? (patrol.flagged > 0 ? 'flagged' : 'all');
  if (!entries) return null;
  const open = (entry: PatrolEntry) => attempt(browser.tabs.create({ url: entry.address }));
  const cleanUp = async (format: 'xlsx' | 'docx') => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const rows = cleanUpRows(entries);
    const blob = format === 'xlsx' ? await cleanUpWorkbook(rows, timeZone) : await cleanUpDocument(rows, timeZone);
    const name = `${t('patrol_cleanUp')}-${patrol.beganAt.slice(0, 10)}.${format}`;
    saveBlob(blob, name);
    onExported(name);
  };
  if (asked === 'review')
    return (
      <main class="zj-pane zj-patrol">
        <ReviewDesk
          entries={entriesOf(entries, 'flagged')}
          loadPicture={pictureOf}
          onReview={(entry, review) => attempt(reviewEntry(entry, review))}
          onOpen={open}
          onEnd={() => goTo('patrol', patrol.id, 'flagged')}
        />
      </main>
    );
  return (
    <PatrolPage
      {...{ patrol, entries, view }}
      {...acts}
      onView={(next) => goTo('patrol', patrol.id, next)}
      onReview={() => goTo('patrol', patrol.id, 'review')}
      onRetry={() =>
        attempt(
          retryEntries(patrol.id, ['failed'])
            .then(() => changePatrol(patrol.id, { state: 'running' }))
            .then(run),
        )
      }
      onCleanUp={(format) => attempt(cleanUp(format))}
      onBack={() => goTo('patrol')}
    >
      <EntryTable
        entries={entriesOf(entries, view)}
        onOpen={open}
        onSettle={(entry, flagged) => attempt(settleByHand(entry, flagged))}
      />
    </PatrolPage>
  );
}
