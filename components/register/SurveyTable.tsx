import { useEffect, useRef, useState } from 'preact/hooks';
import type { RegisterKind } from '../../rules/register-columns.ts';
import { zonedTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { SurveyOrder, SurveyRow } from '../../utils/lists/approval-survey.ts';
import { listWords } from '../../utils/lists/check-certificate.ts';
import type { RegisterList } from '../../utils/lists/register.ts';
import { faultWords } from '../../utils/lists/standing-faults.ts';
import { SURVEY_RESULTS, type SurveyOutcome, type SurveyResult, surveyKey } from '../../utils/lists/survey-outcome.ts';
import { visibleWindow } from '../library/visible-window.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import '../ui/table-head.css';
import './survey-table.css';

/** CSS px, as in survey-table.css. */
const ROW_HEIGHT = 60;

export interface SurveyTableProps {
  rows: readonly SurveyRow[];
  /** The rows to show, as indices, in their order. */
  shown: Uint32Array;
  lists: readonly RegisterList[];
  order: SurveyOrder;
  onOrder: (order: SurveyOrder) => void;
  /** What the checks came to, by the key of the business. */
  outcomes: ReadonlyMap<string, SurveyOutcome>;
  onResult: (row: SurveyRow, result: SurveyResult) => void;
  /** Makes a case of a business, or opens the one that was made of it. */
  onCase: (row: SurveyRow, outcome: SurveyOutcome | undefined) => void;
}

const COLUMNS: readonly { id: string; order?: SurveyOrder; label: Parameters<typeof t>[0] }[] = [
  { id: 'name', order: 'name', label: 'register_columnName' },
  { id: 'words', order: 'words', label: 'register_columnWords' },
  { id: 'excerpt', label: 'register_columnExcerpt' },
  { id: 'status', order: 'status', label: 'register_columnStatus' },
  { id: 'result', label: 'register_columnResult' },
  { id: 'outcome', label: 'register_columnOutcome' },
];

function Heads({ order, onOrder }: Pick<SurveyTableProps, 'order' | 'onOrder'>) {
  return (
    <thead class="zj-table-head">
      <tr aria-rowindex={1}>
        {COLUMNS.map((column) => {
          const sorted = column.order !== undefined && column.order === order;
          return (
            <th key={column.id} {...(sorted ? { 'aria-sort': 'ascending' as const } : {})}>
              {column.order ? (
                <button type="button" onClick={() => onOrder(sorted ? 'file' : column.order!)}>
                  {t(column.label)}
                  {sorted && <Icon name="chevron-down" size={12} />}
                </button>
              ) : (
                t(column.label)
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps extends Pick<SurveyTableProps, 'onResult' | 'onCase'> {
  row: SurveyRow;
  place: number;
  result: string;
  outcome: SurveyOutcome | undefined;
}

function Row({ row, place, result, outcome, onResult, onCase }: RowProps) {
  return (
    <tr class="zj-survey-row" aria-rowindex={place + 2}>
      <td>
        <p class="zj-ellipsis" title={row.name}>
          {row.name}
        </p>
        <p class="zj-ellipsis zj-mono zj-survey-code">{row.creditCode}</p>
      </td>
      <td>
        <p class="zj-survey-words">
          {row.words.map((word) => (
            <Chip key={word}>{word}</Chip>
          ))}
        </p>
        <p class="zj-secondary">{t(row.inName ? 'register_inName' : 'register_inScope')}</p>
      </td>
      <td>
        <p class="zj-survey-excerpt" title={row.excerpt}>
          {row.excerpt || t('none')}
        </p>
      </td>
      <td>
        <p class="zj-ellipsis">{row.status}</p>
      </td>
      <td>
        <p class="zj-survey-excerpt" title={result}>
          {result}
        </p>
      </td>
      <td>
        <div class="zj-survey-outcome">
          <Select
            label={t('register_outcomeOf', row.name)}
            value={outcome?.result ?? 'open'}
            options={SURVEY_RESULTS.map((value) => ({ value, label: t(`register_outcome_${value}`) }))}
            onChange={(value) => onResult(row, value)}
          />
          <IconButton
            icon={outcome?.caseId ? 'folder' : 'add'}
            label={t(outcome?.caseId ? 'register_toCase' : 'register_makeCase', row.name)}
            onClick={() => onCase(row, outcome)}
          />
        </div>
        <p class="zj-secondary zj-ellipsis">{outcome && `${outcome.person} ${zonedTimeText(outcome.at)}`}</p>
      </td>
    </tr>
  );
}

const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr>
      <td colSpan={COLUMNS.length} style={{ height: `${height}px` }} />
    </tr>
  ) : null;

/** The businesses in which no approval was found: only the rows in view are drawn. */
export function SurveyTable({ rows, shown, lists, order, onOrder, outcomes, onResult, onCase }: SurveyTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const [view, setView] = useState({ scrollTop: 0, viewportHeight: 800 });
  const drawn = visibleWindow({ count: shown.length, rowHeight: ROW_HEIGHT, ...view });
  const namesOf = (kinds: readonly RegisterKind[]) =>
    lists
      .filter(({ kind }) => kinds.includes(kind))
      .map(listWords)
      .join('、');
  const resultOf = ({ absent, faulty }: SurveyRow) =>
    [
      ...(absent.length > 0 ? [t('register_absent', namesOf(absent))] : []),
      ...faulty.map(({ kind, faults }) => t('register_faulty', namesOf([kind]), faultWords(faults))),
    ].join('；');

  useEffect(() => {
    const element = scroller.current!;
    const resized = new ResizeObserver(() =>
      setView({ scrollTop: element.scrollTop, viewportHeight: element.clientHeight }),
    );
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  useEffect(() => {
    scroller.current!.scrollTop = 0;
  }, [shown]);

  return (
    <section
      ref={scroller}
      class="zj-survey"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys
      tabIndex={0}
      aria-label={t('register_survey')}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setView({ scrollTop, viewportHeight: clientHeight })
      }
    >
      <table aria-rowcount={shown.length + 1}>
        <colgroup>
          {COLUMNS.map(({ id }) => (
            <col key={id} class={`zj-survey-column-${id}`} />
          ))}
        </colgroup>
        <Heads order={order} onOrder={onOrder} />
        <tbody>
          <Gap height={drawn.before} />
          {Array.from(shown.subarray(drawn.first, drawn.last), (index, place) => {
            const row = rows[index]!;
            return (
              <Row
                key={index}
                row={row}
                place={drawn.first + place}
                result={resultOf(row)}
                outcome={outcomes.get(surveyKey(row))}
                onResult={onResult}
                onCase={onCase}
              />
            );
          })}
          <Gap height={drawn.after} />
        </tbody>
      </table>
    </section>
  );
}
