import type { ItemStatus } from '../../utils/evidence/record.ts';
import { t } from '../../utils/i18n.ts';
import { Chip, type ChipTone } from '../Chip.tsx';

const TONES: Record<ItemStatus, ChipTone> = {
  pending: 'accent',
  investigating: 'outline',
  transferred: 'ok',
  unfounded: 'cited',
};

export const ITEM_STATUSES = Object.keys(TONES) as readonly ItemStatus[];

/** 待核实, 核查中, 已移送, 不成立. */
export const statusLabel = (status: ItemStatus) => t(`status_${status}`);

export function StatusChip({ status, onSelected = false }: { status: ItemStatus; onSelected?: boolean }) {
  return (
    <Chip tone={TONES[status]} onSelected={onSelected}>
      {statusLabel(status)}
    </Chip>
  );
}
