import { useMemo } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { createTextSearch, type Searched } from '../library/text-search.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HELP_ARTICLES, type HelpArticle } from './articles.ts';
import './help-page.css';

export interface HelpPageProps {
  /** The article that is open; null for the first that is found. */
  id: string | null;
  /** Words of the search field. */
  query: string;
}

interface Told extends HelpArticle {
  title: string;
  paragraphs: readonly string[];
  searched: Searched;
}

const told = (article: HelpArticle): Told => {
  const title = t(keyOf('helpTitle', article.id));
  const paragraphs = t(keyOf('helpText', article.id)).split('\n');
  return { ...article, title, paragraphs, searched: { names: [[title]], others: paragraphs } };
};

/** Short articles on what officers do, searched by title, pinyin initials and words; the open one stands beside the list. */
export function HelpPage({ id, query }: HelpPageProps) {
  const search = useMemo(() => createTextSearch(HELP_ARTICLES.map(told), ({ searched }) => searched, [1]), []);
  const found = search.find(query);
  const open = found.find((each) => each.id === id) ?? found[0];
  if (!open)
    return (
      <main class="zj-help-none">
        <EmptyState icon="search" title={t('help_none')}>
          {t('help_noneHint')}
        </EmptyState>
      </main>
    );
  return (
    <div class="zj-help">
      <nav class="zj-help-list" aria-label={t('section_help')}>
        {found.map((each) => (
          <a key={each.id} href={`#/help/${each.id}`} {...(each === open ? { 'aria-current': 'page' as const } : {})}>
            {each.title}
          </a>
        ))}
      </nav>
      <main class="zj-help-article">
        <h1>{open.title}</h1>
        {open.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          <a href={open.place}>{t('help_go')}</a>
        </p>
      </main>
    </div>
  );
}
