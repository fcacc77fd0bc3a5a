import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { ProblemCode } from '../../utils/certificate/certificate.ts';
import type { DeadlineState } from '../../utils/evidence/deadline.ts';
import type { ItemStatus } from '../../utils/evidence/record.ts';
import './filter-column.css';
import type { ItemSummary, Judgement } from '../../utils/casework/item-summary.ts';
import {
  type CertificateResult,
  clearFacet,
  FACETS,
  type Facet,
  type FacetValue,
  facetValues,
  type ItemFilter,
  type Keeping,
  NO_CASE,
  setSpan,
  toggleValue,
} from './filter-items.ts';
import { statusLabel } from './StatusChip.tsx';

/** Values of a group shown before 更多. */
const SHOWN = 5;

export interface FilterColumnProps {
  /** Stands above the groups. */
  views?: ComponentChildren;
  items: readonly ItemSummary[];
  filter: ItemFilter;
  onChange(filter: ItemFilter): void;
}

const HEADINGS: Record<Facet, () => string> = {
  case: () => t('library_case'),
  status: () => t('library_status'),
  due: () => t('library_due'),
  handler: () => t('case_handler'),
  certificate: () => t('library_certificate'),
  problem: () => t('library_problem'),
  keeping: () => t('library_keeping'),
  judged: () => t('library_judged'),
  platform: () => t('case_platform'),
  host: () => t('library_site'),
  rule: () => t('library_rule'),
};

function nameOf(facet: Facet, { value, name }: FacetValue): string {
  if (facet === 'status') return statusLabel(value as ItemStatus);
  if (facet === 'due') return t(`due_${value as DeadlineState}`);
  if (facet === 'certificate') return t(`certificateResult_${value as CertificateResult}`);
  if (facet === 'keeping') return t(`keeping_${value as Keeping}`);
  if (facet === 'judged') return t(keyOf('judged', value as Judgement));
  if (facet === 'problem') return t(keyOf('problemTitle', value as ProblemCode));
  if (facet === 'case' && value === NO_CASE) return t('noCase');
  if (facet === 'handler' && value === NO_CASE) return t('library_noHandler');
  if (facet === 'host' && value === '') return t('library_localFile');
  return name;
}

function FacetGroup({ facet, items, filter, onChange }: FilterColumnProps & { facet: Facet }) {
  const [whole, setWhole] = useState(false);
  const values = facetValues(items, filter, facet);
  const shown = whole ? values : values.filter(({ chosen }, index) => index < SHOWN || chosen);
  if (values.length === 0) return null;
  return (
    <fieldset class="zj-filter-group">
      <legend>{HEADINGS[facet]()}</legend>
      {facet === 'case' && (
        <FilterValue
          name={t('library_all')}
          count={values.reduce((sum, { count }) => sum + count, 0)}
          chosen={filter.chosen.case.length === 0}
          onClick={() => onChange(clearFacet(filter, 'case'))}
        />
      )}
      {shown.map((value) => (
        <FilterValue
          key={value.value}
          name={nameOf(facet, value)}
          count={value.count}
          chosen={value.chosen}
          onClick={() => onChange(toggleValue(filter, facet, value.value))}
        />
      ))}
      {values.length > shown.length && (
        <button type="button" class="zj-filter-value zj-filter-more" onClick={() => setWhole(true)}>
          {t('library_more', values.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}

interface FilterValueProps {
  name: string;
  count: number;
  chosen: boolean;
  onClick(): void;
}

function FilterValue({ name, count, chosen, onClick }: FilterValueProps) {
  return (
    <button type="button" class="zj-filter-value" aria-pressed={chosen} title={name} onClick={onClick}>
      <span class="zj-ellipsis">{name}</span>
      <span class="zj-filter-count">{count.toLocaleString('en')}</span>
    </button>
  );
}

/** The filters at the left: groups add up, values inside one are alternatives, each with its count under the others. */
export function FilterColumn(props: FilterColumnProps) {
  const { filter, onChange } = props;
  return (
    <nav class="zj-filter-column" aria-label={t('library_filters')}>
      {props.views}
      {FACETS.map((facet) => (
        <FacetGroup key={facet} facet={facet} {...props} />
      ))}
      <fieldset class="zj-filter-group">
        <legend>{t('library_date')}</legend>
        <label class="zj-filter-date" data-set={filter.from !== ''}>
          <span>{t('library_from')}</span>
          <input
            type="date"
            value={filter.from}
            max={filter.until || undefined}
            onChange={(event) => onChange(setSpan(filter, event.currentTarget.value, filter.until))}
          />
        </label>
        <label class="zj-filter-date" data-set={filter.until !== ''}>
          <span>{t('library_until')}</span>
          <input
            type="date"
            value={filter.until}
            min={filter.from || undefined}
            onChange={(event) => onChange(setSpan(filter, filter.from, event.currentTarget.value))}
          />
        </label>
      </fieldset>
    </nav>
  );
}
