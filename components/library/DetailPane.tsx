import { dateTimeText, rowTimeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { openProblems } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { requiredCount } from '../../utils/certificate/required-count.ts';
import { isPractice } from '../../utils/evidence/practice.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import { isQuiet } from '../item/fold-log.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { DigestLine } from '../ui/DigestLine.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { LogLine } from '../ui/LogLine.tsx';
import { useBlobUrl } from '../ui/use-blob-url.ts';
import { BoxedPicture } from './BoxedPicture.tsx';
import { actLabel } from './custody-act.ts';
import './detail-pane.css';
import { partName } from './part-name.ts';
import { firstPart } from './picture-parts.ts';
import { numberFindings, placeBoxes } from './place-boxes.ts';

/** Lines of the log shown here, those that only say that somebody looked aside; the item page has all. */
const SHOWN_LINES = 6;

export interface DetailPaneProps {
  item: EvidenceItem;
  /** Oldest first; null while they are read. */
  lines: readonly CustodyLine[] | null;
  chainIntact: boolean | null;
  today: string;
  loadArtefact: (itemId: string, name: string) => Promise<Blob>;
  onOpen: () => void;
  onCopy: (text: string) => void;
  /** Closes the pane where it is a drawer. */
  onClose: () => void;
}

function Findings({ item }: { item: EvidenceItem }) {
  const dismissed = new Set(item.dismissed);
  const claims = numberFindings(item.record.findings, false).filter(({ finding }) => !dismissed.has(finding.id));
  return (
    <section>
      <h3>
        {t('claims')} <span>{claims.length}</span>
      </h3>
      <ul>
        {claims.map(({ finding, style }) => (
          <li key={finding.id} class="zj-detail-claim">
            <LevelMark kind={style} named />
            <span class="zj-ellipsis" title={finding.matchedText}>
              <HighlightedSnippet prefix="" match={finding.matchedText} suffix="" kind={style} />
            </span>
            <span class="zj-detail-rule zj-ellipsis">{finding.ruleName}</span>
          </li>
        ))}
      </ul>
      {claims.length === 0 && <p class="zj-secondary">{t('items_noClaims')}</p>}
    </section>
  );
}

function CertificateLine({ certificate }: { certificate: Certificate }) {
  const { kind, missing } = certificate;
  const required = requiredCount(certificate);
  const doubts = openProblems(certificate).length;
  return (
    <section class="zj-detail-certificate">
      <h3>{t(keyOf('certificateKind', kind))}</h3>
      <span class="zj-secondary">{t('certificate_required', required.shown, required.of)}</span>
      <span class="zj-detail-chips">
        {missing.length > 0 && <Chip tone="missing">{t('missingCount', missing.length)}</Chip>}
        {doubts > 0 && <Chip tone="doubt">{t('doubtCount', doubts)}</Chip>}
      </span>
    </section>
  );
}

function Integrity({ item, onCopy }: Pick<DetailPaneProps, 'item' | 'onCopy'>) {
  const { damaged, checkedAt } = item.health;
  const total = item.record.artefacts.length;
  return (
    <section>
      <h3>
        {t('detail_integrity')}
        {damaged.length === 0 ? (
          <span class="zj-detail-ok" title={dateTimeText(checkedAt)}>
            <Icon name="shield-check" size={14} />
            {t('readBackAgrees', total, total)}
          </span>
        ) : (
          <span class="zj-detail-damaged" title={damaged.map(partName).join('\n')}>
            <Icon name="warning" size={14} />
            {t('readBackDiffers', damaged.length)}
          </span>
        )}
      </h3>
      <DigestLine algorithm="SHA-256" value={item.digest.sha256} onCopy={onCopy} />
      <DigestLine algorithm="SM3" value={item.digest.sm3} onCopy={onCopy} />
    </section>
  );
}

function Log({ lines, chainIntact, today }: Pick<DetailPaneProps, 'lines' | 'chainIntact' | 'today'>) {
  const acts = (lines ?? []).filter((line) => !isQuiet(line));
  const looks = (lines ?? []).length - acts.length;
  return (
    <section>
      <h3>
        {t('detail_log')} <span>{lines?.length ?? ''}</span>
        {chainIntact === true && (
          <span class="zj-detail-ok">
            <Icon name="check-circle" size={14} />
            {t('log_intact')}
          </span>
        )}
        {chainIntact === false && (
          <span class="zj-detail-damaged">
            <Icon name="warning" size={14} />
            {t('log_broken')}
          </span>
        )}
      </h3>
      <ul>
        {acts
          .slice(-SHOWN_LINES)
          .reverse()
          .map((line) => (
            <LogLine
              key={line.sequence}
              time={rowTimeText(line.at, today)}
              dateTime={line.at}
              act={actLabel(line.act)}
              person={line.person}
            />
          ))}
      </ul>
      {looks > 0 && <p class="zj-secondary">{t('detail_looks', looks)}</p>}
    </section>
  );
}

/** The current item beside the list: picture with boxes, claims, certificates, digests, the log's last lines. */
export function DetailPane(props: DetailPaneProps) {
  const { item, loadArtefact, onOpen, onCopy, onClose } = props;
  const part = firstPart(item.record);
  const src = useBlobUrl(part ? `${item.id}/${part.artefact.name}` : null, () =>
    loadArtefact(item.id, part!.artefact.name),
  );
  const title = item.record.page.title || item.record.page.url;
  return (
    <aside class="zj-detail" aria-label={t('detail_label')}>
      <header>
        <IconButton icon="close" label={t('close')} onClick={onClose} class="zj-detail-close" />
        <div class="zj-detail-name">
          <h2 class="zj-ellipsis" title={title}>
            {title}
          </h2>
          <span class="zj-mono">{item.id}</span>
          {isPractice(item) && <Chip tone="accent">{t('practice')}</Chip>}
          {item.record.external && <Chip tone="weak">{t('externalPicture')}</Chip>}
        </div>
        <Button icon="eye" keys={['Enter']} onClick={onOpen}>
          {t('detail_open')}
        </Button>
      </header>
      {part && (
        <button type="button" class="zj-detail-picture" aria-label={t('detail_openPicture')} onClick={onOpen}>
          <BoxedPicture
            src={src}
            alt={t('detail_picture', title)}
            region={part.region}
            boxes={placeBoxes(numberFindings(item.record.findings, true, item.dismissed), part.region, part.artefact)}
          />
        </button>
      )}
      <Findings item={item} />
      {item.record.certificates.map((certificate) => (
        <CertificateLine key={certificate.id} certificate={certificate} />
      ))}
      <Integrity item={item} onCopy={onCopy} />
      <Log {...props} />
    </aside>
  );
}
