import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';

/** How much of a page was read; only Chinese text is. */
export const readAmount = (characters: number, pictures: number): string =>
  characters + pictures === 0 ? t('wasReadNone') : t('wasRead', countText(characters), countText(pictures));
