import { keyOf, t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import type { HelpId } from './articles.ts';
import '../ui/icon-button.css';

/** Leads from a place of the library to the article about it. */
export function HelpLink({ article }: { article: HelpId }) {
  const label = t('help_about', t(keyOf('helpTitle', article)));
  return (
    <a class="zj-icon-button" href={`#/help/${article}`} aria-label={label} title={label}>
      <Icon name="question" />
    </a>
  );
}
