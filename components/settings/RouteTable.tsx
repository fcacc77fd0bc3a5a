import { CATEGORIES } from '../../rules/rule.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Route } from '../../utils/documents/route.ts';
import { CASE_SOURCES } from '../../utils/evidence/case.ts';
import { Button } from '../ui/Button.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import './route-table.css';

export interface RouteTableProps {
  routes: readonly Route[];
  onChange: (routes: readonly Route[]) => void;
}

const EMPTY: Route = { category: '', source: '', section: '', brigade: '' };

/** Which section and brigade take which leads, the first line that fits; written into the letter and offered as its receiver. */
export function RouteTable({ routes, onChange }: RouteTableProps) {
  const change = (index: number, part: Partial<Route>) =>
    onChange(routes.map((each, place) => (place === index ? { ...each, ...part } : each)));
  return (
    <fieldset class="zj-stack zj-routes">
      <legend>{t('routes_title')}</legend>
      <p class="zj-secondary">{t('routes_hint')}</p>
      {routes.map((route, index) => (
        <div key={index} class="zj-route">
          <Select
            label={t('routes_category', index + 1)}
            value={route.category}
            onChange={(category) => change(index, { category })}
            options={[
              { value: '' as const, label: t('routes_anyCategory') },
              ...CATEGORIES.map((value) => ({ value, label: t(keyOf('category', value)) })),
            ]}
          />
          <Select
            label={t('routes_source', index + 1)}
            value={route.source}
            onChange={(source) => change(index, { source })}
            options={[
              { value: '' as const, label: t('routes_anySource') },
              ...CASE_SOURCES.map((value) => ({ value, label: t(keyOf('caseSource', value)) })),
            ]}
          />
          <DraftInput
            label={t('routes_section', index + 1)}
            placeholder={t('routes_sectionName')}
            value={route.section}
            onCommit={(section) => change(index, { section })}
          />
          <DraftInput
            label={t('routes_brigade', index + 1)}
            placeholder={t('routes_brigadeName')}
            value={route.brigade}
            onCommit={(brigade) => change(index, { brigade })}
          />
          <IconButton
            icon="close"
            label={t('routes_remove', index + 1)}
            onClick={() => onChange(routes.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon="add" onClick={() => onChange([...routes, EMPTY])}>
          {t('routes_add')}
        </Button>
      </div>
    </fieldset>
  );
}
