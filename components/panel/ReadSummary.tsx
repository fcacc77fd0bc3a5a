import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { Icon } from '../ui/Icon.tsx';
import { readAmount } from './read-amount.ts';
import './read-summary.css';

/** Where nothing was found: what was read, what was not, and that this is no clearance. */
export function ReadSummary({ report }: { report: TabReport }) {
  return (
    <ul class="zj-read">
      <li>
        <Icon name="eye" size={14} />
        {readAmount(report.timings.characters, report.pictures)}
      </li>
      <li>
        <Icon name="ban" size={14} />
        {report.unreadableFrames > 0 ? t('notReadFrames', countText(report.unreadableFrames)) : t('notRead')}
      </li>
      <li>
        <Icon name="info" size={14} />
        {t('nothingFoundMeans')}
      </li>
    </ul>
  );
}
