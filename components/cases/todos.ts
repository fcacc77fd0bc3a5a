import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { type ItemFilter, NO_FILTER, toggleValue } from '../library/filter-items.ts';
import { FRESH_LIST, writeListState } from '../library/list-address.ts';
import type { CaseRow } from './case-rows.ts';
import type { Todo } from './TodoRail.tsx';

const listOf = (filter: ItemFilter) => `#/items?${writeListState({ ...FRESH_LIST, filter })}`;

/**
 * What waits on the desk. Overdue and near count cases and items outside cases by their own deadlines.
 * @param interrupted captures that were cut off and can be taken up or put away
 */
export function todosOf(items: readonly ItemSummary[], cases: readonly CaseRow[], interrupted: number): Todo[] {
  const count = (test: (item: ItemSummary) => boolean) => items.filter((item) => !item.practice && test(item)).length;
  const dueCases = (state: 'passed' | 'near') => cases.filter(({ due }) => due?.state === state).length;
  const dueItems = (state: 'passed' | 'near') => count(({ deadline, caseId }) => !caseId && deadline?.state === state);
  const ofFacet = (facet: 'status' | 'keeping' | 'due', value: string) => listOf(toggleValue(NO_FILTER, facet, value));
  const due = (state: 'passed' | 'near') => (dueCases(state) > 0 ? `#/cases?due=${state}` : ofFacet('due', state));
  return [
    { kind: 'overdue', count: dueCases('passed') + dueItems('passed'), href: due('passed') },
    { kind: 'near', count: dueCases('near') + dueItems('near'), href: due('near') },
    { kind: 'pending', count: count(({ status }) => status === 'pending'), href: ofFacet('status', 'pending') },
    { kind: 'unconfirmed', count: count(({ confirmed }) => !confirmed), href: ofFacet('keeping', 'unconfirmed') },
    { kind: 'interrupted', count: interrupted, href: '#/items' },
    { kind: 'unexported', count: count(({ exported }) => !exported), href: ofFacet('keeping', 'unexported') },
    { kind: 'unstamped', count: count(({ stamped }) => !stamped), href: ofFacet('keeping', 'unstamped') },
    { kind: 'damaged', count: count(({ damaged }) => damaged.length > 0), href: ofFacet('keeping', 'damaged') },
  ];
}
