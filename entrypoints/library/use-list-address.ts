import { useEffect, useMemo, useState } from 'preact/hooks';
import { type ListState, readListState, writeListState } from '../../components/library/list-address.ts';
import { currentSearch, replaceSearch, type useRoute } from './use-route.ts';

/** What is set in the list of evidence, kept in the address; of the other parts only the words of the search field, and not beyond them. */
export function useListAddress({ section, search }: ReturnType<typeof useRoute>) {
  const list = useMemo(() => readListState(search), [search]);
  const onList = (change: Partial<ListState>) =>
    replaceSearch(writeListState({ ...readListState(currentSearch()), ...change }));
  const [words, setWords] = useState('');
  useEffect(() => setWords(''), [section]);
  const inList = section === 'items';
  return {
    list,
    onList,
    query: inList ? list.query : words,
    setQuery: (next: string) => (inList ? onList({ query: next }) : setWords(next)),
  };
}
