import { REGISTER_KINDS, type RegisterKind } from '../../rules/register-columns.ts';
import { countText, dateTimeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { RegisterList } from '../../utils/lists/register.ts';
import { Chip } from '../ui/Chip.tsx';
import { DigestLine } from '../ui/DigestLine.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Ring } from '../ui/Ring.tsx';
import './register-lists.css';

export interface RegisterListsProps {
  lists: readonly RegisterList[];
  /** The list that is being deleted. */
  removing: string | null;
  onDelete: (list: RegisterList) => void;
  onCopy: (text: string) => void;
}

/** The rows that could not be taken in: how many, which and why. */
function UnreadRows({ list }: { list: RegisterList }) {
  if (list.unreadRows === 0) return null;
  const more = list.unreadRows - list.unread.length;
  return (
    <details class="zj-lists-unread">
      <summary>{t('register_unread', countText(list.unreadRows))}</summary>
      <ul>
        {list.unread.map(({ row, fault }) => (
          <li key={row}>{t('register_unreadRow', row, t(keyOf('registerFault', fault)))}</li>
        ))}
        {more > 0 && <li>{t('register_unreadMore', countText(more))}</li>}
      </ul>
    </details>
  );
}

function ListRow({ list, removing, onDelete, onCopy }: { list: RegisterList } & Omit<RegisterListsProps, 'lists'>) {
  return (
    <li class="zj-lists-row">
      <div class="zj-lists-name">
        <p>
          <b>{list.name}</b> <Chip>{t('register_dated', list.date)}</Chip>
        </p>
        <p class="zj-secondary">{t('register_source', list.source || t('register_noSource'))}</p>
        <UnreadRows list={list} />
      </div>
      <p class="zj-lists-count">{t('register_rows', countText(list.rows))}</p>
      <div class="zj-lists-file">
        <p class="zj-ellipsis" title={list.fileName}>
          {list.fileName}
        </p>
        <p class="zj-secondary">{t('register_importedAt', dateTimeText(list.importedAt))}</p>
        <DigestLine algorithm="SHA-256" value={list.sha256} onCopy={onCopy} />
      </div>
      {removing === list.id ? (
        <p class="zj-lists-removing" role="status">
          <Ring />
          <span class="zj-unseen">{t('register_deleting')}</span>
        </p>
      ) : (
        <IconButton
          icon="trash"
          label={t('register_deleteNamed', list.name)}
          disabled={removing !== null}
          onClick={() => onDelete(list)}
        />
      )}
    </li>
  );
}

function KindSection({ kind, lists, ...acts }: RegisterListsProps & { kind: RegisterKind }) {
  const own = lists.filter((list) => list.kind === kind);
  const title = t(keyOf('registerKind', kind));
  return (
    <section class="zj-framed zj-lists-kind" aria-label={title}>
      <h2>{title}</h2>
      {own.length === 0 ? (
        <p class="zj-lists-none">{t(keyOf('registerNone', kind))}</p>
      ) : (
        <ul>
          {own.map((list) => (
            <ListRow key={list.id} list={list} {...acts} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The lists that were taken in, by kind, with what each of them is and which of its rows could not be read. */
export function RegisterLists(props: RegisterListsProps) {
  return (
    <>
      {REGISTER_KINDS.map((kind) => (
        <KindSection key={kind} kind={kind} {...props} />
      ))}
    </>
  );
}
