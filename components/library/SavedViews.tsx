import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { SavedView } from '../../utils/store/settings.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { FRESH_LIST, type ListState, readListState, writeListState } from './list-address.ts';
import './saved-views.css';

export interface SavedViewsProps {
  list: ListState;
  views: readonly SavedView[];
  onList: (change: Partial<ListState>) => void;
  onViews: (views: readonly SavedView[]) => void;
}

/** Which row is current is no part of a view. */
const searchOf = (list: ListState) => writeListState({ ...list, current: null });

/** Lists under a name: chosen by a click, named, renamed by naming them again, taken away. */
export function SavedViews({ list, views, onList, onViews }: SavedViewsProps) {
  const [name, setName] = useState<string | null>(null);
  const search = searchOf(list);
  const plain = search === searchOf(FRESH_LIST);
  if (views.length === 0 && plain) return null;
  const save = () => {
    const named = name?.trim();
    if (!named) return;
    onViews([...views.filter((each) => each.name !== named && each.search !== search), { name: named, search }]);
    setName(null);
  };
  return (
    <section class="zj-filter-group zj-saved-views" aria-label={t('views_title')}>
      <h2>{t('views_title')}</h2>
      {views.map((view) => (
        <div key={view.name} class="zj-saved-view">
          <button
            type="button"
            class="zj-line zj-filter-value"
            aria-pressed={view.search === search}
            title={view.name}
            onClick={() => onList(readListState(view.search === search ? '' : view.search))}
          >
            <span class="zj-ellipsis">{view.name}</span>
          </button>
          <IconButton
            icon="close"
            label={t('views_remove', view.name)}
            onClick={() => onViews(views.filter((each) => each !== view))}
          />
        </div>
      ))}
      {!plain && !views.some((view) => view.search === search) && name === null && (
        <Button size="small" icon="add" onClick={() => setName('')}>
          {t('views_save')}
        </Button>
      )}
      {name !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput label={t('views_name')} value={name} onInput={setName} />
          <Button type="submit" size="small" disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </form>
      )}
    </section>
  );
}
