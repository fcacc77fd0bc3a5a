import { t } from '../../utils/base/i18n.ts';
import type { KeyStanding } from '../../utils/evidence/trusted-keys.ts';
import { Chip } from './Chip.tsx';

/** 本机, 已登记 and whose it is, or 未登记. */
export function KeyChip({ standing }: { standing: KeyStanding }) {
  if (standing.kind === 'own') return <Chip tone="ok">{t('key_own')}</Chip>;
  if (standing.kind === 'trusted') return <Chip tone="ok">{t('key_trusted', standing.holder)}</Chip>;
  return <Chip tone="weak">{t('key_unknown')}</Chip>;
}
