import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { SORT_ORDERS, type SortOrder } from './sort-items.ts';

export interface ItemsToolsProps {
  /** Items in the list, and how many of them are picked. */
  shown: number;
  picked: number;
  order: SortOrder;
  /** The list has lower rows. */
  compact: boolean;
  /** The store is read; before that nothing can be checked. */
  ready: boolean;
  /** How far re-hashing everything is; null when it is not running. */
  checking: { done: number; total: number } | null;
  onPickAll: (on: boolean) => void;
  onOrder: (order: SortOrder) => void;
  onCompact: (compact: boolean) => void;
  /** Shows and hides the filters where they are a menu. */
  onFilters: () => void;
  onVerifyBundle: () => void;
  onAddPictures: () => void;
  onCheckAll: () => void;
}

/** The bar over the list: how many, in which order, and what is done with all of them. */
export function ItemsTools(props: ItemsToolsProps) {
  const { shown, picked, order, compact, ready, checking } = props;
  return (
    <div class="zj-line zj-library-tools">
      <Checkbox
        checked={picked === 0 ? false : picked === shown ? true : 'mixed'}
        onChange={props.onPickAll}
        label={t('items_pickAll')}
        labelUnseen
        disabled={shown === 0}
      />
      <h1>{t('items_count', shown.toLocaleString('en-US'))}</h1>
      <span class="zj-secondary" role="status">
        {picked > 0 && t('items_picked', picked)}
      </span>
      <span class="zj-library-space" />
      <span class="zj-library-filter-button">
        <Button icon="filter" onClick={props.onFilters}>
          {t('library_filters')}
        </Button>
      </span>
      <Select
        label={t('items_order')}
        value={order}
        options={SORT_ORDERS.map((value) => ({ value, label: t(`sort_${value}`) }))}
        onChange={props.onOrder}
      />
      <IconButton icon="rows" label={t('items_compact')} pressed={compact} onClick={() => props.onCompact(!compact)} />
      <Button icon="upload" title={t('verify_openHint')} onClick={props.onVerifyBundle}>
        {t('verify_open')}
      </Button>
      <Button icon="picture" title={t('picture_hint')} onClick={props.onAddPictures}>
        {t('picture_open')}
      </Button>
      <Button icon="shield-check" disabled={!ready} busy={checking !== null} onClick={props.onCheckAll}>
        {checking ? t('items_checking', checking.done, checking.total) : t('items_checkAll')}
      </Button>
    </div>
  );
}
