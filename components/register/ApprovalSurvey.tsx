import { useEffect, useMemo, useState } from 'preact/hooks';
import { APPROVAL_WORDS } from '../../rules/register-columns.ts';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { SurveyOrder, SurveyRow, SurveySelection } from '../../utils/lists/approval-survey.ts';
import type { RegisterList } from '../../utils/lists/register.ts';
import { type SurveyOutcome, type SurveyResult, surveyKey } from '../../utils/lists/survey-outcome.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './approval-survey.css';
import { SurveyTable } from './SurveyTable.tsx';
import type { SurveyState } from './survey-state.ts';

export interface ApprovalSurveyProps {
  state: SurveyState;
  lists: readonly RegisterList[];
  query: string;
  /** Finds the rows wanted, as indices; sorting and searching a hundred thousand names is not done where the page is drawn. */
  select: (selection: SurveySelection) => Promise<Uint32Array>;
  /** The format that is being written. */
  exporting: 'xlsx' | 'csv' | null;
  onExport: (format: 'xlsx' | 'csv', rows: Uint32Array) => void;
  onImport: () => void;
  onClear: () => void;
  outcomes: ReadonlyMap<string, SurveyOutcome>;
  onResult: (row: SurveyRow, result: SurveyResult) => void;
  onCase: (row: SurveyRow, outcome: SurveyOutcome | undefined) => void;
}

type Done = Extract<SurveyState, { phase: 'done' }>;

/** Words that could not be compared, because the list of their approval is not here. */
const uncompared = (lists: readonly RegisterList[]) =>
  APPROVAL_WORDS.filter(({ approval }) => !lists.some(({ kind }) => kind === approval)).map(({ word }) => word);

/** The rows wanted; those of before until the answer comes, null until the first. */
function useSelected(
  rows: Done['rows'],
  select: ApprovalSurveyProps['select'],
  { order, words, inNameOnly, query }: SurveySelection,
): Uint32Array | null {
  const [selected, setSelected] = useState<{ of: Done['rows']; shown: Uint32Array } | null>(null);
  useEffect(() => {
    let current = true;
    void select({ order, words, inNameOnly, query }).then((shown) => {
      if (current) setSelected({ of: rows, shown });
    });
    return () => {
      current = false;
    };
  }, [rows, order, words, inNameOnly, query]);
  return selected?.of === rows ? selected.shown : null;
}

function SurveyRows(props: ApprovalSurveyProps & { state: Done }) {
  const { state, lists, query, select, exporting, onExport, onClear, outcomes, onResult, onCase } = props;
  const [words, setWords] = useState<readonly string[]>([]);
  const [inNameOnly, setInNameOnly] = useState(false);
  const [openOnly, setOpenOnly] = useState(false);
  const [order, setOrder] = useState<SurveyOrder>('file');
  const { rows } = state;
  const selected = useSelected(rows, select, { order, words, inNameOnly, query });
  const isOpen = (index: number) => (outcomes.get(surveyKey(rows[index]!))?.result ?? 'open') === 'open';
  const shown = useMemo(
    () => (openOnly && selected ? selected.filter(isOpen) : selected),
    [selected, openOnly, openOnly && outcomes],
  );
  const left = uncompared(lists);
  const clear = () => {
    setWords([]);
    setInNameOnly(false);
    setOpenOnly(false);
    onClear();
  };
  if (rows.length === 0)
    return (
      <EmptyState icon="check-circle" title={t('register_surveyNone')}>
        {t('register_surveyNoneHint')}
      </EmptyState>
    );
  if (!shown) return null;
  return (
    <>
      <div class="zj-survey-tools">
        <p role="status">
          <b>{t('register_surveyCount', countText(shown.length), countText(rows.length))}</b>
        </p>
        {APPROVAL_WORDS.map(({ word }) => (
          <Checkbox
            key={word}
            label={t('register_withWord', word)}
            checked={words.includes(word)}
            onChange={(on) => setWords(on ? [...words, word] : words.filter((each) => each !== word))}
          />
        ))}
        <Checkbox label={t('register_inNameOnly')} checked={inNameOnly} onChange={setInNameOnly} />
        <Checkbox label={t('register_openOnly')} checked={openOnly} onChange={setOpenOnly} />
        <div class="zj-survey-exports">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              icon="download"
              busy={exporting === format}
              disabled={shown.length === 0 || (exporting !== null && exporting !== format)}
              onClick={() => onExport(format, shown)}
            >
              {t(`register_export_${format}`)}
            </Button>
          ))}
        </div>
      </div>
      {left.length > 0 && (
        <div class="zj-survey-note">
          <Note icon="info">{t('register_uncompared', left.map((word) => `“${word}”`).join(''))}</Note>
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('register_noneMatch')}
          action={<Button onClick={clear}>{t('items_clearFilter')}</Button>}
        />
      ) : (
        <SurveyTable {...{ rows, shown, lists, order, outcomes, onResult, onCase }} onOrder={setOrder} />
      )}
    </>
  );
}

/** Registered businesses with 认证, 检验 or 检测 in name or scope and no approval in the lists (notice, part 四（五）). Each is to be looked into. */
export function ApprovalSurvey(props: ApprovalSurveyProps) {
  const { state, onImport } = props;
  switch (state.phase) {
    case 'no-businesses':
    case 'no-approvals':
      return (
        <EmptyState
          icon="columns"
          title={t(state.phase === 'no-businesses' ? 'register_surveyNoBusinesses' : 'register_surveyNoApprovals')}
          action={
            <Button variant="filled" icon="upload" onClick={onImport}>
              {t('register_import')}
            </Button>
          }
        >
          {t('register_surveyNeeds')}
        </EmptyState>
      );
    case 'running':
      return (
        <div class="zj-stack zj-survey-running">
          <p role="status">{t('register_surveyRunning', countText(state.done), countText(state.total))}</p>
          <ProgressBar value={state.done} max={state.total} label={t('register_survey')} />
        </div>
      );
    case 'failed':
      return (
        <div class="zj-survey-note">
          <Note icon="warning" tone="missing">
            {state.reason}
          </Note>
        </div>
      );
    case 'done':
      return <SurveyRows {...props} state={state} />;
  }
}
