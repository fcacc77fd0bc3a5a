import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import './settings-index.css';

const headsOf = (page: HTMLElement | null) => [...(page?.querySelectorAll<HTMLElement>('.zj-settings-title h2') ?? [])];

/** The groups of the settings by their heads, as they stand on the page; one click leads to each. */
export function SettingsIndex({ page }: { page: RefObject<HTMLElement | null> }) {
  const [titles, setTitles] = useState<readonly string[]>([]);
  // Without dependencies: a group that appears later (the storage is measured first) has its place at once.
  useLayoutEffect(() => {
    const found = headsOf(page.current).map((head) => head.textContent ?? '');
    if (found.join('\n') !== titles.join('\n')) setTitles(found);
  });
  return (
    <nav class="zj-settings-index" aria-label={t('settings_index')}>
      {titles.map((title, index) => (
        <button
          key={title}
          type="button"
          onClick={() => headsOf(page.current)[index]?.closest('section')?.scrollIntoView({ block: 'start' })}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
