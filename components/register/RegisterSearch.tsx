import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { listWords } from '../../utils/lists/check-certificate.ts';
import type { RegisterList } from '../../utils/lists/register.ts';
import type { RegisterEntry } from '../../utils/lists/register-entry.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Ring } from '../ui/Ring.tsx';
import '../ui/table-head.css';
import '../item/item-tables.css';
import './register-search.css';
import { TableHead } from '../ui/TableHead.tsx';

/** A row of a list, and which list. */
export type FoundEntry = RegisterEntry & { listId: string };

export interface RegisterSearchProps {
  query: string;
  lists: readonly RegisterList[];
  /** Null while the lists are gone through. */
  hits: { entries: readonly FoundEntry[]; more: boolean; near: readonly FoundEntry[] } | null;
  onClear: () => void;
}

function EntryTable({
  title,
  entries,
  lists,
}: {
  title: string;
  entries: readonly FoundEntry[];
  lists: readonly RegisterList[];
}) {
  const listOf = (entry: FoundEntry) => lists.find(({ id }) => id === entry.listId);
  return (
    <section class="zj-framed zj-register-found">
      <h2>{title}</h2>
      <table class="zj-table">
        <TableHead
          columns={[
            t('register_columnName'),
            t('register_columnCodes'),
            t('register_columnStatus'),
            t('register_columnList'),
          ]}
        />
        <tbody>
          {entries.map((entry) => {
            const list = listOf(entry);
            return (
              <tr key={`${entry.listId} ${entry.row}`}>
                <td>
                  <p>{entry.name}</p>
                  <p class="zj-secondary">{entry.address}</p>
                </td>
                <td class="zj-mono">
                  <p>{entry.number}</p>
                  <p>{entry.creditCode}</p>
                </td>
                <td>
                  <p>{entry.status}</p>
                  <p class="zj-secondary">{entry.validUntil && t('register_validUntil', entry.validUntil)}</p>
                </td>
                <td>
                  <p>{list && listWords(list)}</p>
                  <p class="zj-secondary">{t('register_row', countText(entry.row))}</p>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** What the lists hold of a name, a number or a code; names that only come near stand apart. */
export function RegisterSearch({ query, lists, hits, onClear }: RegisterSearchProps) {
  if (!hits)
    return (
      <p class="zj-line zj-register-searching" role="status">
        <Ring /> {t('register_searching', query)}
      </p>
    );
  const { entries, more, near } = hits;
  return (
    <>
      {entries.length === 0 && (
        <EmptyState
          icon="search"
          title={t('register_notFound', query)}
          action={<Button onClick={onClear}>{t('register_clearSearch')}</Button>}
        >
          {t('register_notFoundHint')}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <EntryTable
          title={more ? t('register_foundMore', entries.length) : t('register_found', entries.length)}
          {...{ entries, lists }}
        />
      )}
      {near.length > 0 && <EntryTable title={t('register_near')} entries={near} lists={lists} />}
    </>
  );
}
