import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { keyOf, t, tData } from '../../utils/base/i18n.ts';
import type { ProblemCode } from '../../utils/certificate/certificate.ts';
import type { CaseSource } from '../../utils/evidence/case.ts';
import type { DeadlineState } from '../../utils/evidence/deadline.ts';
import type { ItemStatus } from '../../utils/evidence/record.ts';
import type { Disposition } from '../../utils/scan/finding.ts';
import './filter-column.css';
import type { ItemSummary, Judgement } from '../../utils/casework/item-summary.ts';
import {
  type CertificateResult,
  clearFacet,
  FACETS,
  type Facet,
  type FacetValue,
  FIGURE_FACETS,
  type Found,
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
  found: () => t('library_found'),
  disposition: () => t('library_disposition'),
  field: () => t('library_field'),
  source: () => t('case_source'),
};

/** What a value of a group is called. */
export function facetValueName(facet: Facet, { value, name }: Pick<FacetValue, 'value' | 'name'>): string {
  if (facet === 'status') return statusLabel(value as ItemStatus);
  if (facet === 'due') return t(`due_${value as DeadlineState}`);
  if (facet === 'certificate') return t(`certificateResult_${value as CertificateResult}`);
  if (facet === 'keeping') return t(`keeping_${value as Keeping}`);
  if (facet === 'judged') return t(keyOf('judged', value as Judgement));
  if (facet === 'found') return t(`found_${value as Found}`);
  if (facet === 'disposition') return t(`disposition_${value as Disposition | 'dismissed'}`);
  if (facet === 'field') return tData(`field_${value}`);
  if (facet === 'source') return t(keyOf('caseSource', value as CaseSource));
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
          name={facetValueName(facet, value)}
          count={value.count}
          chosen={value.chosen}
          onClick={() => onChange(toggleValue(filter, facet, value.value))}
        />
      ))}
      {values.length > shown.length && (
        <button type="button" class="zj-line zj-filter-value zj-filter-more" onClick={() => setWhole(true)}>
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
    <button type="button" class="zj-line zj-filter-value" aria-pressed={chosen} title={name} onClick={onClick}>
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
      {FACETS.filter((facet) => !FIGURE_FACETS.includes(facet) || filter.chosen[facet].length > 0).map((facet) => (
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
