import { dateTimeText, zonedTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { caseLabel } from '../../utils/casework/item-summary.ts';
import type { Case } from '../../utils/evidence/case.ts';
import { isPractice, isPracticeCase, PRACTICE_CASE_ID } from '../../utils/evidence/practice.ts';
import type { Confirmation, EvidenceItem, ItemStatus } from '../../utils/evidence/record.ts';
import { partName } from '../library/part-name.ts';
import { ITEM_STATUSES, statusLabel } from '../library/StatusChip.tsx';
import type { PlaceInList } from '../library/shown-items.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Ring } from '../ui/Ring.tsx';
import { Select } from '../ui/Select.tsx';
import './item-head.css';

/** Re-hashing under way: files done of all. */
export interface Checking {
  done: number;
  total: number;
}

export interface ItemHeadProps {
  item: EvidenceItem;
  cases: readonly Case[];
  /** Address of the list as it was left, and the item's place in it. */
  listAddress: string;
  place?: PlaceInList | undefined;
  onOpenItem: (itemId: string) => void;
  checking: Checking | null;
  exporting: boolean;
  onVerify: () => void;
  onExport: () => void;
  onDelete: () => void;
  onConfirm: () => void;
  onStatus: (status: ItemStatus) => void;
  /** Undefined takes the item out of its case. */
  onCase: (caseId: string | undefined) => void;
}

/** 正在核对, then 一致 or how many files do not match. */
function CheckResult({ item, checking }: Pick<ItemHeadProps, 'item' | 'checking'>) {
  const { damaged } = item.health;
  const total = item.record.artefacts.length;
  if (checking)
    return (
      <span class="zj-item-check" role="status">
        <Ring />
        {t('items_checking', checking.done, checking.total)}
      </span>
    );
  if (damaged.length > 0)
    return (
      <span class="zj-item-check zj-item-check-damaged" role="alert" title={damaged.map(partName).join('\n')}>
        <Icon name="warning" size={14} />
        {t('readBackDiffers', damaged.length)}
      </span>
    );
  return (
    <span class="zj-item-check zj-item-check-intact" role="status">
      <Icon name="shield-check" size={14} />
      {t('item_sealedIntact', total, total)}
    </span>
  );
}

/** When, by whom, and what was compared. */
const confirmationText = ({ officer, points, remark, at }: Confirmation): string =>
  [
    dateTimeText(at),
    `${officer.name} ${officer.licence}`,
    points.map((point) => t(`confirm_point_${point}`)).join(t('listComma')),
    remark,
  ]
    .filter(Boolean)
    .join(' · ');

/** ‹ 3 / 21 ›: the items beside this one in the list as it was left. */
function Neighbours({ place, onOpenItem }: { place: PlaceInList; onOpenItem: (itemId: string) => void }) {
  const { previous, next } = place;
  return (
    <span class="zj-item-neighbours">
      <IconButton
        icon="chevron-left"
        label={t('item_previous')}
        disabled={!previous}
        onClick={() => previous && onOpenItem(previous)}
      />
      <span>{t('item_place', place.place, place.total)}</span>
      <IconButton
        icon="chevron-right"
        label={t('item_next')}
        disabled={!next}
        onClick={() => next && onOpenItem(next)}
      />
    </span>
  );
}

/** Where the item stands, what it is, whether it still holds, and what can be done with it. */
export function ItemHead(props: ItemHeadProps) {
  const { item, cases, checking, exporting, onVerify, onExport, onDelete, onConfirm, onStatus, onCase } = props;
  const confirmed = [...new Set((item.confirmations ?? []).map(({ officer }) => officer.name))];
  const practice = isPractice(item);
  const title = item.record.page.title || item.record.page.url;
  return (
    <header class="zj-item-head">
      <div class="zj-item-identity">
        <nav class="zj-item-path" aria-label={t('item_path')}>
          <a href={props.listAddress}>{t('section_items')}</a>
          <Icon name="chevron-right" size={12} />
          <span class="zj-mono">{item.id}</span>
          {props.place && <Neighbours place={props.place} onOpenItem={props.onOpenItem} />}
        </nav>
        <div class="zj-line zj-item-title">
          <h1 class="zj-ellipsis" title={title}>
            {title}
          </h1>
          {practice && <Chip tone="accent">{t('practice')}</Chip>}
          {item.record.external && <Chip tone="weak">{t('externalPicture')}</Chip>}
          {confirmed.length > 0 && (
            <span title={(item.confirmations ?? []).map(confirmationText).join('\n')}>
              <Chip tone="ok">{t('item_confirmedBy', confirmed.join(t('listComma')))}</Chip>
            </span>
          )}
          <CheckResult item={item} checking={checking} />
          <time class="zj-secondary" dateTime={item.record.sealedAt}>
            {zonedTimeText(item.record.sealedAt)}
          </time>
        </div>
      </div>
      <div class="zj-line zj-item-acts">
        <IconButton icon="trash" label={t('item_delete')} onClick={onDelete} />
        <Select
          label={t('library_status')}
          value={item.status}
          options={ITEM_STATUSES.map((value) => ({ value, label: statusLabel(value) }))}
          onChange={onStatus}
        />
        {!practice && (
          <Select
            label={t('fileUnder')}
            value={item.caseId ?? ''}
            options={[
              { value: '', label: t('noCase') },
              ...cases
                .filter((each) => !isPracticeCase(each))
                .map((each) => ({ value: each.id, label: caseLabel(each) })),
            ]}
            onChange={(caseId) => onCase(caseId || undefined)}
          />
        )}
        <Button onClick={onConfirm}>{t('item_confirm')}</Button>
        <Button icon="shield-check" busy={checking !== null} onClick={onVerify}>
          {t('item_verify')}
        </Button>
        {practice ? (
          <Button variant="filled" icon="folder" onClick={() => location.assign(`#/cases/${PRACTICE_CASE_ID}`)}>
            {t('practice_goToCase')}
          </Button>
        ) : (
          <Button variant="filled" icon="download" keys={['Ctrl', 'E']} busy={exporting} onClick={onExport}>
            {t('export_bundle')}
          </Button>
        )}
      </div>
    </header>
  );
}
