import type { ComponentChildren } from 'preact';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import './register-page.css';

export const REGISTER_VIEWS = ['lists', 'survey'] as const;

export type RegisterView = (typeof REGISTER_VIEWS)[number];

export interface RegisterPageProps {
  view: RegisterView;
  /** Lists here, and businesses found by the survey; absent until known. */
  counts: Partial<Record<RegisterView, number>>;
  onView: (view: RegisterView) => void;
  onImport: () => void;
  children: ComponentChildren;
}

/** The part of the library about the office's own lists: what they are, and what the survey of businesses finds. */
export function RegisterPage({ view, counts, onView, onImport, children }: RegisterPageProps) {
  return (
    <main class="zj-pane zj-register">
      <header class="zj-page-head zj-register-head">
        <h1>{t('section_register')}</h1>
        <Tabs
          label={t('section_register')}
          current={view}
          tabs={REGISTER_VIEWS.map((id) => {
            const count = counts[id];
            return { id, label: t(`register_view_${id}`), ...(count === undefined ? {} : { count }) };
          })}
          onSelect={onView}
        />
        <Button
          class="zj-register-import"
          icon="upload"
          variant={view === 'lists' ? 'filled' : 'outline'}
          onClick={onImport}
        >
          {t('register_import')}
        </Button>
      </header>
      <div
        id={`panel-${view}`}
        role="tabpanel"
        aria-labelledby={`tab-${view}`}
        class={view === 'lists' ? 'zj-register-lists' : 'zj-register-survey'}
      >
        {children}
      </div>
    </main>
  );
}
