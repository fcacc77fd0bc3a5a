import { useState } from 'preact/hooks';
import { countText, dateTimeText, sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { DigestLine } from '../ui/DigestLine.tsx';
import { FactRow } from '../ui/FactRow.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import './capture-view.css';

/** Stamped by the service; no service is set; set, but no answer yet. */
export type TimestampState = 'stamped' | 'unset' | 'pending';

export interface SealedViewProps {
  item: EvidenceItem;
  /** Name of the case it was filed under. */
  caseName?: string | undefined;
  /** Address of the first view screenshot. */
  pictureUrl?: string | undefined;
  timestamp: TimestampState;
  onOpen: () => void;
  onExport: () => void;
  onCopy: (text: string) => void;
}

/** The end of a capture: sealed and when, how to open it, its digests, and what was not captured. */
export function SealedView({ item, caseName, pictureUrl, timestamp, onOpen, onExport, onCopy }: SealedViewProps) {
  const [missesShown, setMissesShown] = useState(false);
  const { record } = item;
  const files = record.artefacts.length;
  const damaged = item.health.damaged.length;
  const seconds = Math.round((Date.parse(record.sealedAt) - Date.parse(record.startedAt)) / 1000);
  const misses = record.notCaptured;
  return (
    <section class="zj-sealed">
      <div class="zj-capture-sealed">
        <div class="zj-line zj-capture-title" role="status">
          <h2>
            <Icon name="shield-check" size={20} />
            {t('sealed')}
          </h2>
          <span class="zj-secondary">{t('took', seconds)}</span>
        </div>
        <p>
          {caseName
            ? t('sealedIntoCase', dateTimeText(record.sealedAt), caseName)
            : t('sealedNoCase', dateTimeText(record.sealedAt))}
        </p>
      </div>
      {pictureUrl && <img class="zj-sealed-picture" src={pictureUrl} alt={t('captureStep_view')} />}
      <div>
        <FactRow
          label={t('evidenceId')}
          trailing={<IconButton icon="copy" label={t('copyThing', t('evidenceId'))} onClick={() => onCopy(item.id)} />}
        >
          <span class="zj-mono">{item.id}</span>
        </FactRow>
        <DigestLine algorithm="SHA-256" value={item.digest.sha256} onCopy={onCopy} />
        <DigestLine algorithm="SM3" value={item.digest.sm3} onCopy={onCopy} />
        <FactRow label={t('content')}>
          {t(
            'filesAndSize',
            countText(files),
            sizeText(record.artefacts.reduce((sum, artefact) => sum + artefact.size, 0)),
          )}
        </FactRow>
        <FactRow label={t('timestamp')} trailing={timestamp === 'stamped' && <Agrees />}>
          <span class={timestamp === 'stamped' ? '' : 'zj-secondary'}>{t(`timestamp_${timestamp}`)}</span>
        </FactRow>
        <FactRow label={t('readBack')} trailing={damaged === 0 && <Agrees />}>
          {damaged === 0 ? t('readBackAgrees', files, files) : t('readBackDiffers', damaged)}
        </FactRow>
        <FactRow
          label={t('notCaptured')}
          trailing={
            misses.length > 0 && (
              <button
                type="button"
                class="zj-sealed-link"
                aria-expanded={missesShown}
                onClick={() => setMissesShown(!missesShown)}
              >
                {t(missesShown ? 'hide' : 'view')}
              </button>
            )
          }
        >
          {misses.length === 0 ? t('none') : misses.length === 1 ? misses[0]?.what : t('entries', misses.length)}
        </FactRow>
        {missesShown && (
          <div class="zj-not-captured">
            {misses.map((miss) => (
              <p key={`${miss.what} ${miss.reason}`}>{t('whatAndWhy', miss.what, miss.reason)}</p>
            ))}
          </div>
        )}
      </div>
      <div class="zj-sealed-acts">
        <Button variant="filled" icon="eye" wide keys={['Enter']} onClick={onOpen}>
          {t('openEvidence')}
        </Button>
        <Button icon="download" onClick={onExport}>
          {t('export')}
        </Button>
      </div>
    </section>
  );
}

function Agrees() {
  return (
    <span class="zj-sealed-ok">
      <Icon name="check-circle" />
    </span>
  );
}
