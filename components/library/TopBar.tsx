import type { Ref } from 'preact';
import { type MessageKey, t } from '../../utils/base/i18n.ts';
import { DeskLine, type DeskLineProps } from '../desk/DeskLine.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { Logo } from '../ui/Logo.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import '../ui/icon-button.css';
import './top-bar.css';

/** The parts of the library that the bar names, in their order there. */
const NAMED = ['cases', 'items', 'patrol', 'pool', 'statistics', 'rules', 'register', 'settings'] as const;
/** All parts; the help is a sign at the end of the bar. */
export const SECTIONS = [...NAMED, 'help'] as const;
export type Section = (typeof SECTIONS)[number];

const ICONS: Record<(typeof NAMED)[number], IconName> = {
  cases: 'folder',
  items: 'library',
  patrol: 'globe',
  pool: 'refresh',
  statistics: 'chart',
  rules: 'rules',
  register: 'book',
  settings: 'sliders',
};

export interface TopBarProps {
  section: Section;
  /** Words in the search field; absent where nothing can be searched. */
  query?: string;
  onQuery: (query: string) => void;
  searchRef: Ref<HTMLInputElement>;
  /** Who is at the desk; absent until the settings are read. */
  desk?: DeskLineProps | undefined;
  /** Whether the evidence is shared through a pool; else it stays on this machine. */
  pooled?: boolean;
}

const SEARCH_LABELS: Partial<Record<Section, MessageKey>> = {
  rules: 'library_searchRules',
  register: 'library_searchRegister',
  help: 'library_searchHelp',
};

/** Past the bar to the list of the part or, where it has none, to its first control; the address names the part, so no anchor can. */
function toMainPart(): void {
  const list = document.querySelector<HTMLElement>('main [role=grid]');
  const first = document.querySelector<HTMLElement>(
    'main a[href], main button:not([disabled]), main input, main select',
  );
  (list ?? first)?.focus();
}

/** The bar over every part of the library: parts, search, and that nothing leaves the machine. */
export function TopBar({ section, query, onQuery, searchRef, desk, pooled = false }: TopBarProps) {
  const searchLabel = SEARCH_LABELS[section] ?? 'library_search';
  return (
    <header class="zj-top-bar">
      <button type="button" class="zj-top-bar-skip" onClick={toMainPart}>
        {t('library_skip')}
      </button>
      <a class="zj-line zj-top-bar-name" href="#/items">
        <Logo size={24} />
        <b>{t('extensionName')}</b>
      </a>
      <nav class="zj-top-bar-sections" aria-label={t('library_sections')}>
        {NAMED.map((each) => (
          <a key={each} href={`#/${each}`} {...(each === section ? { 'aria-current': 'page' as const } : {})}>
            <Icon name={ICONS[each]} />
            {t(`section_${each}`)}
          </a>
        ))}
      </nav>
      {query !== undefined && (
        <search class="zj-top-bar-search">
          <TextInput
            type="search"
            icon="search"
            keys={['Ctrl', 'K']}
            label={t(searchLabel)}
            placeholder={t(searchLabel)}
            value={query}
            onInput={onQuery}
            inputRef={searchRef}
          />
        </search>
      )}
      {desk && <DeskLine {...desk} />}
      <a
        class="zj-icon-button"
        href="#/help"
        aria-label={t('section_help')}
        title={t('section_help')}
        {...(section === 'help' ? { 'aria-current': 'page' as const } : {})}
      >
        <Icon name="question" />
      </a>
      <span class="zj-top-bar-local">
        <Icon name={pooled ? 'refresh' : 'lock'} size={14} />
        <span>{t(pooled ? 'library_pooled' : 'library_localOnly')}</span>
      </span>
    </header>
  );
}
