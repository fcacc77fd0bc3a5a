import { rowTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import { StatusChip } from '../library/StatusChip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import '../ui/table-head.css';

/** The evidence filed under the case, each row a way to its page. */
export function CaseItems({ items, caseId, today }: { items: readonly ItemSummary[]; caseId: string; today: string }) {
  if (items.length === 0)
    return (
      <EmptyState icon="folder" title={t('case_noItems')}>
        {t('case_noItemsHint')}
      </EmptyState>
    );
  const search = new URLSearchParams({ case: caseId }).toString();
  return (
    <table class="zj-cases-table">
      <TableHead
        columns={[t('items_columnPage'), t('items_columnMarks'), t('items_columnTime'), t('library_status')]}
      />
      <tbody>
        {items.map((item) => (
          <tr key={item.id} class="zj-case-row">
            <td>
              <a href={`#/items/${encodeURIComponent(item.id)}?${search}`}>{item.title}</a>
              <span class="zj-secondary">
                {item.id} · {item.host || item.url}
              </span>
            </td>
            <td class="zj-case-marks">
              {item.strong > 0 && (
                <span>
                  <LevelMark kind="strong" named /> {item.strong}
                </span>
              )}
              {item.weak > 0 && (
                <span>
                  <LevelMark kind="weak" named /> {item.weak}
                </span>
              )}
              {item.missing > 0 && <span class="zj-items-missing">{t('missingCount', item.missing)}</span>}
              {item.doubts > 0 && <span class="zj-items-doubt">{t('doubtCount', item.doubts)}</span>}
            </td>
            <td>{rowTimeText(item.capturedAt, today)}</td>
            <td>
              <StatusChip status={item.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
