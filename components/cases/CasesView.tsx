import { countText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { LeadList } from '../../utils/documents/lead-results.ts';
import { CASE_STAGES, type CaseStage } from '../../utils/evidence/case.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import type { CaseRow } from './case-rows.ts';
import { DueText } from './DueText.tsx';
import { type Todo, TodoRail } from './TodoRail.tsx';
import '../ui/table-head.css';
import './cases-view.css';

/** Which cases are listed. */
export interface CaseFilter {
  stage: CaseStage | '';
  due: 'passed' | 'near' | '';
}

export interface CasesViewProps {
  /** Null while the store is being read. */
  rows: readonly CaseRow[] | null;
  todos: readonly Todo[];
  filter: CaseFilter;
  onFilter: (filter: CaseFilter) => void;
  today: string;
  onNew: () => void;
  /** Lists of other systems that leads came from, the newest first. */
  leadLists: readonly LeadList[];
  onImportLeads: () => void;
  onLeadResults: (list: LeadList) => void;
}

export const stageLabel = (stage: CaseStage) => t(keyOf('caseStage', stage));

function Row({ row, today }: { row: CaseRow; today: string }) {
  return (
    <tr class="zj-case-row">
      <td>
        <a href={`#/cases/${encodeURIComponent(row.id)}`}>{row.label || t('case_unnamed')}</a>
        <span class="zj-secondary">{[row.number, row.party].filter(Boolean).join(' · ')}</span>
      </td>
      <td>{[row.platform, row.shop].filter(Boolean).join(' / ')}</td>
      <td>
        {row.practice ? (
          <Chip tone="accent">{t('practice')}</Chip>
        ) : (
          <Chip tone={row.settled ? 'cited' : row.stage === 'transferred' ? 'ok' : 'outline'}>
            {stageLabel(row.stage)}
          </Chip>
        )}
      </td>
      <td>{row.due && <DueText due={row.due} today={today} />}</td>
      <td class="zj-case-marks">
        <span>{t('itemCount', countText(row.items))}</span>
        {row.strong > 0 && (
          <span>
            <LevelMark kind="strong" named /> {row.strong}
          </span>
        )}
        {row.weak > 0 && (
          <span>
            <LevelMark kind="weak" named /> {row.weak}
          </span>
        )}
      </td>
      <td>{row.handler}</td>
    </tr>
  );
}

/** Leads of other systems: in from a list, out again into the same rows. */
function LeadMenu({ leadLists, onImportLeads, onLeadResults }: CasesViewProps) {
  return (
    <Menu
      label={t('lead_lists')}
      items={[
        { id: '+', label: t('lead_import'), icon: 'upload', onSelect: onImportLeads },
        ...leadLists.map((list) => ({
          id: list.sha256,
          label: t('lead_results', list.fileName, countText(list.rows)),
          icon: 'download' as const,
          onSelect: () => onLeadResults(list),
        })),
      ]}
    >
      {t('lead_lists')}
      <Icon name="chevron-down" size={14} />
    </Menu>
  );
}

/** The office's cases, the nearest deadline first, beside what waits on the desk. */
export function CasesView(props: CasesViewProps) {
  const { rows, todos, filter, onFilter, today, onNew } = props;
  const set = filter.stage !== '' || filter.due !== '';
  return (
    <div class="zj-cases">
      <TodoRail todos={todos} />
      <main class="zj-cases-list">
        <header class="zj-line zj-cases-head">
          <h1>{t('section_cases')}</h1>
          <span class="zj-secondary">
            {rows && t('case_count', countText(rows.filter(({ practice }) => !practice).length))}
          </span>
          <span class="zj-library-space" />
          <Select
            label={t('case_stage')}
            value={filter.stage}
            options={[
              { value: '', label: t('case_allStages') },
              ...CASE_STAGES.map((value) => ({ value, label: stageLabel(value) })),
            ]}
            onChange={(stage) => onFilter({ ...filter, stage })}
          />
          <Select
            label={t('library_due')}
            value={filter.due}
            options={[
              { value: '', label: t('case_allDues') },
              { value: 'passed', label: t('due_passed') },
              { value: 'near', label: t('due_near') },
            ]}
            onChange={(due) => onFilter({ ...filter, due })}
          />
          <HelpLink article="cases" />
          <LeadMenu {...props} />
          <Button variant="filled" icon="add" onClick={onNew}>
            {t('case_new')}
          </Button>
        </header>
        {rows?.length === 0 ? (
          <EmptyState
            icon="folder"
            title={t(set ? 'case_noneMatch' : 'case_none')}
            action={
              set ? (
                <Button onClick={() => onFilter({ stage: '', due: '' })}>{t('items_clearFilter')}</Button>
              ) : (
                <Button onClick={onNew}>{t('case_new')}</Button>
              )
            }
          >
            {!set && t('case_noneHint')}
          </EmptyState>
        ) : (
          <div class="zj-cases-scroll">
            <table class="zj-cases-table">
              <TableHead
                columns={[
                  t('case_columnName'),
                  t('case_columnShop'),
                  t('case_stage'),
                  t('library_due'),
                  t('section_items'),
                  t('case_handler'),
                ]}
              />
              <tbody>
                {rows?.map((row) => (
                  <Row key={row.id} row={row} today={today} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </main>
    </div>
  );
}
