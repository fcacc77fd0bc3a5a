import type { ComponentChildren } from 'preact';
import { zonedTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ChainVerdict } from '../../utils/evidence/custody-log.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { StampStanding } from '../../utils/evidence/stamp-standing.ts';
import { groupedFingerprint, type KeyStanding } from '../../utils/evidence/trusted-keys.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { KeyChip } from '../ui/KeyChip.tsx';
import '../ui/table-head.css';
import './custody-tab.css';
import './item-tables.css';
import { type DigestedLine, LogTable } from './LogTable.tsx';

export interface CustodyTabProps {
  item: EvidenceItem;
  /** Whose key sealed the item; null until it is known, and for an item without a signature. */
  sealedBy: KeyStanding | null;
  /** What the time stamp over the record is worth here; null until it is known. */
  stamp: StampStanding | null;
  /** With the digest of each line, oldest first; null while they are read. */
  lines: readonly DigestedLine[] | null;
  chain: ChainVerdict | null;
  /** Logs that came with the item from other libraries, the oldest first; null while they are read. */
  earlier: readonly { lines: readonly DigestedLine[]; intact: boolean }[] | null;
}

function Verdict({ intact, children }: { intact: boolean; children: ComponentChildren }) {
  return (
    <p class="zj-line zj-custody-verdict" data-intact={intact} role="status">
      <Icon name={intact ? 'check-circle' : 'warning'} />
      {children}
    </p>
  );
}

/** 可信, 签发者未登记 or 无: three states, never fewer. */
function Stamp({ stamp }: { stamp: StampStanding }) {
  const state =
    stamp.kind === 'none' ? (
      <Chip tone="weak">{t('stampState_none')}</Chip>
    ) : (
      <Chip tone={stamp.kind === 'pinned' ? 'ok' : 'doubt'}>{t(`stampState_${stamp.kind}`)}</Chip>
    );
  return (
    <p class="zj-acts zj-custody-key">
      <span>{t('stampState')}</span>
      {state}
      {stamp.kind !== 'none' && (
        <span>
          <time dateTime={stamp.time}>{zonedTimeText(stamp.time)}</time> <bdi>{stamp.authority}</bdi>
        </span>
      )}
      {stamp.kind !== 'none' && stamp.isBeforeSeal && <Chip tone="missing">{t('stampState_early')}</Chip>}
      <span class="zj-secondary">{t(`stampStateHint_${stamp.kind}`)}</span>
    </p>
  );
}

/** Every line of the log on this item, each with its digest and the one that it cites; above it the logs of earlier libraries. */
export function CustodyTab({ item, sealedBy, stamp, lines, chain, earlier }: CustodyTabProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without focusable parts must be reachable by keys
    <section class="zj-tab-scroll" tabIndex={0} aria-label={t('item_tab_custody')}>
      {sealedBy && item.signature && (
        <p class="zj-acts zj-custody-key">
          <span>{t('log_sealedBy')}</span>
          <KeyChip standing={sealedBy} />
          <span class="zj-mono">{groupedFingerprint(item.signature.keyFingerprint)}</span>
        </p>
      )}
      {stamp && <Stamp stamp={stamp} />}
      {(earlier ?? []).map((log, index) => (
        <div key={index}>
          <Verdict intact={log.intact}>
            {t(log.intact ? 'log_earlierIntact' : 'log_earlierBroken', index + 1, log.lines.length)}
          </Verdict>
          <LogTable item={item} lines={log.lines} class="zj-custody-earlier" />
        </div>
      ))}
      {chain && (
        <Verdict intact={chain.intact}>
          {chain.intact ? t('log_intactLines', chain.lines) : t('log_brokenAt', chain.brokenAt ?? chain.lines + 1)}
        </Verdict>
      )}
      <LogTable item={item} lines={lines ?? []} class="zj-custody-own" />
    </section>
  );
}
