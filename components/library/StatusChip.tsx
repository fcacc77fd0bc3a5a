import { t } from '../../utils/base/i18n.ts';
import type { ItemStatus } from '../../utils/evidence/record.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';

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
