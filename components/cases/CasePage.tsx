import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { caseLabel, type ItemSummary } from '../../utils/casework/item-summary.ts';
import { CASE_STAGES, type Case, type CaseChange, type CaseStage } from '../../utils/evidence/case.ts';
import type { DueDate } from '../../utils/evidence/due-dates.ts';
import { isPracticeCase } from '../../utils/evidence/practice.ts';
import type { CustodyLine } from '../../utils/evidence/record.ts';
import type { PartyReading } from '../../utils/party/party-fact.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Note } from '../ui/Note.tsx';
import { Select } from '../ui/Select.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AdTraits } from './AdTraits.tsx';
import { CaseDetails } from './CaseDetails.tsx';
import { CaseItems } from './CaseItems.tsx';
import { CasePapers, type CasePapersProps } from './CasePapers.tsx';
import { CasePeriods } from './CasePeriods.tsx';
import { stageLabel } from './CasesView.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { ConductLaw } from './ConductLaw.tsx';
import { DueText } from './DueText.tsx';
import { LeadRows } from './LeadRows.tsx';
import { PartyReadings } from './PartyReadings.tsx';
import { TransferDialog, type TransferOrder } from './TransferDialog.tsx';
import './case-page.css';

export const CASE_TABS = ['facts', 'evidence', 'papers', 'timeline'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export interface CasePageProps {
  value: Case;
  tab: CaseTab;
  /** The case's items. */
  items: readonly ItemSummary[];
  dues: readonly DueDate[];
  /** What the pages of the case say of its party. */
  readings: readonly PartyReading[];
  /** Lines of the custody log about its items; null while they are read. */
  lines: readonly CustodyLine[] | null;
  today: string;
  transferring: boolean;
  /** Who takes the case by the office's table; empty where that does not say. */
  receiver: string;
  onTab: (tab: CaseTab) => void;
  onChange: (change: CaseChange) => void;
  onStage: (stage: CaseStage) => void;
  onNote: (text: string) => void;
  onTransfer: (order: TransferOrder) => void;
  /** A paper is being made, and makes one. */
  makingPaper: boolean;
  onPaper: CasePapersProps['onMake'];
  /** The sheet for publication. */
  exposure: Pick<CasePapersProps, 'reading' | 'onExposure'>;
  /** Takes the folder away; only possible while it is empty, the practice case with everything in it. */
  onDelete: () => void;
}

/** The practice case is only ever deleted, with everything in it and at once: nothing of it is evidence. */
function PracticeHead({ value, items, onDelete }: CasePageProps) {
  return (
    <header class="zj-case-head">
      <div class="zj-case-identity">
        <nav class="zj-item-path" aria-label={t('item_path')}>
          <a href="#/cases">{t('section_cases')}</a>
        </nav>
        <h1 class="zj-ellipsis">{caseLabel(value)}</h1>
      </div>
      <Chip tone="accent">{t('practice')}</Chip>
      <Button variant="filled" icon="trash" onClick={onDelete}>
        {t('practice_delete', items.length)}
      </Button>
    </header>
  );
}

function Head(props: CasePageProps & { onAskTransfer: () => void }) {
  const { value, items, dues, today, onStage, onDelete, transferring, onAskTransfer } = props;
  const next = dues[0];
  if (isPracticeCase(value)) return <PracticeHead {...props} />;
  return (
    <header class="zj-case-head">
      <div class="zj-case-identity">
        <nav class="zj-item-path" aria-label={t('item_path')}>
          <a href="#/cases">{t('section_cases')}</a>
          <Icon name="chevron-right" size={12} />
          <span class="zj-mono">{value.number || t('case_noNumber')}</span>
        </nav>
        <h1 class="zj-ellipsis">{caseLabel(value) || t('case_unnamed')}</h1>
      </div>
      {next && <DueText due={next} today={today} />}
      <Select
        label={t('case_stage')}
        value={value.stage ?? 'lead'}
        options={CASE_STAGES.map((stage) => ({ value: stage, label: stageLabel(stage) }))}
        onChange={onStage}
      />
      <IconButton
        icon="trash"
        label={t(items.length > 0 ? 'case_deleteFull' : 'case_delete')}
        disabled={items.length > 0}
        onClick={onDelete}
      />
      <Button
        variant="filled"
        icon="download"
        busy={transferring}
        disabled={items.length === 0}
        {...(items.length === 0 ? { title: t('case_transferEmpty') } : {})}
        onClick={onAskTransfer}
      >
        {t('case_transfer')}
      </Button>
    </header>
  );
}

function Names({ value, onChange }: Pick<CasePageProps, 'value' | 'onChange'>) {
  const handler = value.handler ?? { name: '', licence: '' };
  const companion = value.companion ?? { name: '', licence: '' };
  const line = (label: string, text: string, onCommit: (text: string) => void, type: 'text' | 'date' = 'text') => (
    <Field label={label}>{(control) => <DraftInput {...control} type={type} value={text} onCommit={onCommit} />}</Field>
  );
  return (
    <div class="zj-case-details">
      {line(t('settings_caseName'), value.name, (name) => onChange({ name }))}
      {line(t('settings_caseNumber'), value.number, (number) => onChange({ number }))}
      {line(t('settings_caseParty'), value.party.name, (name) => onChange({ party: { name } }))}
      {line(t('settings_caseFoundOn'), value.foundOn, (foundOn) => foundOn && onChange({ foundOn }), 'date')}
      {line(t('case_handler'), handler.name, (name) => onChange({ handler: { ...handler, name } }))}
      {line(t('case_companion'), companion.name, (name) => onChange({ companion: { ...companion, name } }))}
    </div>
  );
}

/** One case, whole: its facts and periods, its evidence, and everything that happened. */
export function CasePage(props: CasePageProps) {
  const { value, tab, items, dues, lines, today, onTab, onChange, onNote, onTransfer } = props;
  const [asking, setAsking] = useState(false);
  const practice = isPracticeCase(value);
  const counts: Partial<Record<CaseTab, number>> = { evidence: items.length };
  return (
    <main class="zj-pane zj-case-page">
      <Head {...props} onAskTransfer={() => setAsking(true)} />
      {practice && <Note icon="info">{t('practice_hint')}</Note>}
      <Tabs
        label={t('case_tabs')}
        current={tab}
        onSelect={onTab}
        tabs={CASE_TABS.map((id) => ({
          id,
          label: t(`case_tab_${id}`),
          ...(counts[id] === undefined ? {} : { count: counts[id] }),
        }))}
      />
      <div class="zj-case-panel" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'facts' && (
          <>
            <Names value={value} onChange={onChange} />
            <CaseDetails value={value} onChange={onChange} />
            <LeadRows leads={value.leads ?? []} />
            <PartyReadings value={value} readings={props.readings} onChange={onChange} />
            <CasePeriods value={value} dues={dues} today={today} onChange={onChange} />
            <ConductLaw value={value} onChange={onChange} />
            <AdTraits value={value} onChange={onChange} />
          </>
        )}
        {tab === 'evidence' && <CaseItems items={items} caseId={value.id} today={today} />}
        {tab === 'papers' && practice && <Note icon="info">{t('practice_noPapers')}</Note>}
        {tab === 'papers' && !practice && (
          <CasePapers making={props.makingPaper} onMake={props.onPaper} {...props.exposure} />
        )}
        {tab === 'timeline' && <CaseTimeline entries={value.entries ?? []} lines={lines} onNote={onNote} />}
      </div>
      {asking && (
        <TransferDialog
          start={{ ...{ to: props.receiver, on: today, letterNumber: '', receivedBy: '' }, ...stated(value.transfer) }}
          items={items.length}
          onConfirm={(order) => {
            setAsking(false);
            onTransfer(order);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </main>
  );
}

/** What of an earlier transfer is stated; an empty day stays today's. */
const stated = (transfer: Case['transfer']): Partial<TransferOrder> =>
  Object.fromEntries(Object.entries(transfer ?? {}).filter(([, text]) => text !== ''));
