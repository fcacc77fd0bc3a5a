import { keyOf, t } from '../../utils/base/i18n.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../utils/documents/paper-format.ts';
import { PAPER_KINDS, type PaperKind } from '../../utils/documents/paper-kinds.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Ring } from '../ui/Ring.tsx';

export interface PaperMenuProps {
  /** All items are in one case, so that a transfer letter can be made. */
  inCase: boolean;
  /** Papers are being made. */
  busy: boolean;
  onPaper: (kind: PaperKind, format: PaperFormat) => void;
}

/** Makes one paper of the chosen items, as a file to complete or to print. */
export function PaperMenu({ inCase, busy, onPaper }: PaperMenuProps) {
  const items = PAPER_KINDS.flatMap((kind) =>
    PAPER_FORMATS.map((format) => ({
      id: `${kind}.${format}`,
      label: t(`paper_as_${format}`, t(keyOf('paper', kind))),
      icon: format === 'docx' ? ('document' as const) : ('print' as const),
      ...(kind === 'transfer-letter' && !inCase ? { disabled: true, note: t('documents_needsCase') } : {}),
      onSelect: () => onPaper(kind, format),
    })),
  );
  return (
    <Menu
      label={t('documents_make')}
      items={items}
      class="zj-button zj-button-outline zj-button-normal"
      up
      disabled={busy}
    >
      {busy ? <Ring /> : <Icon name="document" />}
      <span class="zj-button-label">{t('documents_make')}</span>
    </Menu>
  );
}
