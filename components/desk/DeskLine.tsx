import { t } from '../../utils/base/i18n.ts';
import { type Desk, type DeskState, isSamePerson } from '../../utils/evidence/desk.ts';
import type { Officer } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import './desk-line.css';

export interface DeskLineProps {
  /** Null until read: the line keeps its place. */
  state: DeskState | null;
  /** Whoever is at the desk, or was last. */
  desk: Desk | null;
  /** The office's officers. */
  officers: readonly Officer[];
  onTake: (people: Pick<Desk, 'officer' | 'companion'> | null) => void;
  /** Opens the place where officers are registered. */
  onRegister: () => void;
}

const companionOf = (companion: Officer | undefined) => (companion ? { companion } : {});

/** Who is at the desk and who is with them; either is changed with two clicks. */
export function DeskLine({ state, desk, officers, onTake, onRegister }: DeskLineProps) {
  const known = officers.filter(({ name }) => name.trim() !== '');
  const { officer, companion } = desk ?? {};
  const takeAs = (chosen: Officer) =>
    onTake({
      officer: chosen,
      ...companionOf(state !== 'empty' && companion && !isSamePerson(chosen, companion) ? companion : undefined),
    });
  const choices = known.map((each, index) => ({
    id: String(index),
    label: t('desk_person', each.name, each.licence || t('desk_noLicence')),
    checked: state === 'present' && each.name === officer?.name && each.licence === officer.licence,
    onSelect: () => takeAs(each),
  }));
  const leave = { id: 'leave', label: t('desk_leave'), icon: 'power' as const, onSelect: () => onTake(null) };

  if (state === null) return <div class="zj-at-desk" />;
  if (known.length === 0)
    return (
      <div class="zj-at-desk zj-at-desk-asks">
        <Icon name="warning" size={14} />
        <span>{t('desk_noOfficers')}</span>
        <button type="button" class="zj-at-desk-choice" onClick={onRegister}>
          {t('desk_register')}
        </button>
      </div>
    );
  if (state !== 'present' || !officer)
    return (
      <div class="zj-at-desk zj-at-desk-asks">
        <Icon name="warning" size={14} />
        <span>{state === 'idle' && desk ? t('desk_idle', namesOf(desk)) : t('desk_empty')}</span>
        {state === 'idle' && desk && (
          <Button size="small" onClick={() => onTake({ officer: desk.officer, ...companionOf(desk.companion) })}>
            {t('desk_still')}
          </Button>
        )}
        <Menu label={t('desk_choose')} class="zj-at-desk-choice" items={choices}>
          <span>{t('desk_choose')}</span>
          <Icon name="chevron-down" size={14} />
        </Menu>
      </div>
    );
  const others = known.filter((each) => !isSamePerson(each, officer));
  const companions = [
    { id: 'none', label: t('desk_alone'), checked: !companion, onSelect: () => onTake({ officer }) },
    ...others.map((each, index) => ({
      id: String(index),
      label: t('desk_person', each.name, each.licence || t('desk_noLicence')),
      checked: each.name === companion?.name && each.licence === companion.licence,
      onSelect: () => onTake({ officer, companion: each }),
    })),
  ];
  return (
    <div class="zj-at-desk">
      <span>{t('desk_at')}</span>
      <Menu label={t('desk_change', officer.name)} class="zj-at-desk-choice" align="left" items={[...choices, leave]}>
        <b class="zj-ellipsis">{officer.name}</b>
        <Icon name="chevron-down" size={14} />
      </Menu>
      <span>{t('desk_with')}</span>
      <Menu
        label={
          companion
            ? t('desk_changeCompanion', companion.name)
            : t(others.length ? 'desk_chooseCompanion' : 'desk_needCompanion')
        }
        class={`zj-at-desk-choice ${companion ? '' : 'zj-at-desk-missing'}`}
        items={companions}
        disabled={others.length === 0}
      >
        <b class="zj-ellipsis">{companion?.name ?? t(others.length ? 'desk_alone' : 'desk_onlyOne')}</b>
        {others.length > 0 && <Icon name="chevron-down" size={14} />}
      </Menu>
    </div>
  );
}

const namesOf = ({ officer, companion }: Desk) =>
  [officer, companion].flatMap((each) => each?.name ?? []).join(t('listComma'));
