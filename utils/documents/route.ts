import type { Category } from '../../rules/rule.ts';
import type { Case, CaseSource } from '../evidence/case.ts';
import type { PaperItem } from './paper-item.ts';

/** One line of the office's table: who registers and who takes leads of one kind and source. */
export interface Route {
  /** Which claims; empty takes any, and leads that rest on certificates alone. */
  category: Category | '';
  /** Where the lead came from; empty takes any. */
  source: CaseSource | '';
  /** 股室 */
  section: string;
  /** 大队 */
  brigade: string;
}

/** A kind of problem of a lead, and the line that takes it. */
export interface TakenBy {
  category: Category | '';
  route: Route;
}

type Claims = Pick<PaperItem, 'record' | 'dismissed'>;

/** The kinds of claims of a lead that no person struck off, each once; one that is empty where there is none. */
function categoriesOf(items: readonly Claims[]): (Category | '')[] {
  const found = items.flatMap(({ record, dismissed }) =>
    record.findings
      .filter(({ disposition, id }) => disposition === 'claim' && !dismissed.includes(id))
      .map(({ category }) => category),
  );
  return found.length > 0 ? [...new Set(found)] : [''];
}

/** Who takes a lead by the office's table: of each kind of problem the first line that fits, in the order in which the office wrote them. */
export function routesOf(
  routes: readonly Route[],
  items: readonly Claims[],
  { source }: Pick<Case, 'source'>,
): TakenBy[] {
  return categoriesOf(items).flatMap((category) => {
    const route = routes.find(
      (each) =>
        (each.section.trim() !== '' || each.brigade.trim() !== '') &&
        (each.category === '' || each.category === category) &&
        (each.source === '' || each.source === source),
    );
    return route ? [{ category, route }] : [];
  });
}

/** The brigade that takes the whole lead; empty where none does or several share it: the officer decides then. */
export function brigadeOf(taken: readonly TakenBy[]): string {
  const brigades = new Set(taken.map(({ route }) => route.brigade.trim()).filter((name) => name !== ''));
  return brigades.size === 1 ? [...brigades][0]! : '';
}
