import { t } from '../../utils/base/i18n.ts';
import { IconButton } from './IconButton.tsx';
import './digest-line.css';

export interface DigestLineProps {
  /** SHA-256, SM3 … */
  algorithm: string;
  /** Lower-case hex. */
  value: string;
  /** The whole value instead of its first and last eight digits. */
  full?: boolean;
  onCopy: (value: string) => void;
}

/** A digest: algorithm, first 8 … last 8, copy. */
export function DigestLine({ algorithm, value, full = false, onCopy }: DigestLineProps) {
  return (
    <div class="zj-digest">
      <span class="zj-digest-algorithm">{algorithm}</span>
      <span class="zj-mono zj-digest-value" title={value}>
        {full || value.length <= 17 ? value : `${value.slice(0, 8)}…${value.slice(-8)}`}
      </span>
      <IconButton icon="copy" label={t('copyThing', algorithm)} onClick={() => onCopy(value)} />
    </div>
  );
}
