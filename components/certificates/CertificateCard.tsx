import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CertificateField, MissingReason } from '../../rules/papers/certificate-terms.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { isAnswered, openProblems } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { requiredCount } from '../../utils/certificate/required-count.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PictureBoxes, type PictureMark } from '../ui/PictureBoxes.tsx';
import { PictureView } from '../ui/PictureView.tsx';
import { type ShownPicture, wholePicture } from '../ui/shown-picture.ts';
import { CertificateFieldRow } from './CertificateFieldRow.tsx';
import { FurtherList } from './FurtherList.tsx';
import { fieldRows } from './field-status.ts';
import { ProblemPairs } from './ProblemPairs.tsx';
import { RegisterNote } from './RegisterNote.tsx';
import './certificate-card.css';

export interface CertificateCardProps {
  certificate: Certificate;
  /** Absent when it stands alone and does not fold. */
  open?: boolean;
  onToggle?: () => void;
  onCorrect?: (field: CertificateField, value: string) => void;
  /** Strikes it off as misread, or takes it back in. */
  onStrike?: ((struckOff: boolean) => void) | undefined;
  onLocate?: (field: CertificateField) => void;
  onShowOriginal?: () => void;
  /** Opens the official portal of the kind in a new tab and copies the number; absent when the kind has none. */
  onLookUp?: (() => void) | undefined;
  onCopyNumber?: () => void;
  /** Leads to the settings where the portal's address is missing. */
  onSetPortals?: () => void;
  /** Stands below the card's own acts. */
  children?: ComponentChildren;
  /** The picture it was read from, put together of what was captured; its own address serves when absent. */
  picture?: ShownPicture | undefined;
  /** Picture and fields stand side by side, both open: there is room. */
  wide?: boolean;
}

/** Where each field stands in the picture. */
const marksOf = ({ fields }: Certificate): PictureMark[] =>
  Object.entries(fields).flatMap(([id, { box }]) =>
    box ? [{ id, box, tone: 'certificate' as const, label: t(`field_${id as CertificateField}`) }] : [],
  );

/** One certificate: what it shows, what is missing, what does not fit together, and where to look it up. */
export function CertificateCard(props: CertificateCardProps) {
  const { certificate, open = true, onToggle } = props;
  const { corrections = {}, struckOff = false } = certificate;
  const body = useId();
  const [pictured, setPictured] = useState(props.wide ?? false);
  const [pointed, setPointed] = useState<CertificateField>();
  const { pictureUrl, pictureSize } = certificate;
  const picture = props.picture ?? (pictureUrl && pictureSize ? wholePicture(pictureUrl, pictureSize) : undefined);
  const doubts = openProblems(certificate).length;
  const locate = (field: CertificateField) => {
    setPointed(field);
    if (picture) setPictured(true);
    props.onLocate?.(field);
  };
  const rows = fieldRows(certificate);
  const required = requiredCount(certificate);
  const reasons: Partial<Record<CertificateField, MissingReason>> = certificate.missingReasons ?? {};
  const number = corrections.certificateNumber ?? certificate.fields.certificateNumber?.value;
  const title = t(keyOf('certificateKind', certificate.kind));
  return (
    <article
      class={`zj-cert ${struckOff ? 'zj-cert-struck' : ''} ${props.wide && picture ? 'zj-cert-wide' : ''}`}
      aria-label={title}
    >
      <header class="zj-cert-head">
        {certificate.source === 'image' && picture && !props.wide && (
          <button
            type="button"
            class="zj-cert-thumbnail"
            aria-expanded={pictured}
            aria-label={t('certificatePicture')}
            onClick={() => setPictured(!pictured)}
          >
            <PictureView picture={picture} alt="" />
          </button>
        )}
        <div class="zj-cert-summary">
          <div class="zj-cert-line">
            <h3>
              {onToggle ? (
                <button type="button" class="zj-cert-fold" aria-expanded={open} aria-controls={body} onClick={onToggle}>
                  <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
                  {title}
                </button>
              ) : (
                title
              )}
            </h3>
            <Chip>{t(`certificateSource_${certificate.source}`)}</Chip>
            <span class="zj-cert-count">
              {t('requiredInformation')} <b>{required.shown}</b> / {required.of}
            </span>
          </div>
          <div class="zj-cert-line">
            {struckOff && <Chip>{t('struckOff')}</Chip>}
            {!struckOff && certificate.missing.length > 0 && (
              <Chip tone="missing">{t('missingCount', certificate.missing.length)}</Chip>
            )}
            {!struckOff && doubts > 0 && <Chip tone="doubt">{t('doubtCount', doubts)}</Chip>}
            {props.onShowOriginal && (
              <button type="button" class="zj-cert-original" onClick={props.onShowOriginal}>
                {t(`showOriginal_${certificate.source}`)}
              </button>
            )}
          </div>
        </div>
      </header>
      <div id={body} hidden={!open}>
        <div class="zj-cert-sides">
          {certificate.source === 'image' && !picture && (
            <p class="zj-cert-note">
              <Icon name="info" size={14} />
              {t('certificatePictureGone')}
            </p>
          )}
          {pictured && picture && (
            <div class="zj-cert-picture">
              <PictureBoxes
                picture={picture}
                alt={t('certificatePicture')}
                marks={marksOf(certificate)}
                chosen={pointed}
                onChoose={(field) => setPointed(field as CertificateField)}
              />
            </div>
          )}
          <ul class="zj-cert-fields">
            {rows.map(({ field, status }) => (
              <CertificateFieldRow
                key={field}
                field={field}
                status={status}
                value={certificate.fields[field]}
                reason={reasons[field]}
                correction={corrections[field]}
                picture={picture}
                chosen={field === pointed}
                onLocate={props.onLocate || picture ? locate : undefined}
                onCorrect={props.onCorrect}
              />
            ))}
          </ul>
        </div>
        <FurtherList {...certificate} />
        {certificate.problems.map((problem) => (
          <ProblemPairs
            key={`${problem.code} ${problem.compared[0]?.label}`}
            problem={problem}
            answered={isAnswered(problem, certificate)}
          />
        ))}
        <RegisterNote checks={certificate.registerChecks ?? []} />
        {certificate.codes.map((code) => (
          <p key={code.text} class="zj-cert-code">
            <Icon name="qr" size={14} />
            <span class="zj-cert-code-text">{code.text}</span>
          </p>
        ))}
        <footer class="zj-cert-acts">
          {props.onLookUp && (
            <Button size="small" icon="external" onClick={props.onLookUp}>
              {t('lookUp')}
            </Button>
          )}
          {props.onSetPortals && (
            <Button size="small" variant="plain" onClick={props.onSetPortals}>
              {t('setPortal')}
            </Button>
          )}
          {number && props.onCopyNumber && (
            <Button size="small" icon="copy" onClick={props.onCopyNumber}>
              {t('copyNumber')}
            </Button>
          )}
          {props.onStrike && (
            <Button
              size="small"
              variant="plain"
              icon={struckOff ? 'undo' : 'ban'}
              onClick={() => props.onStrike?.(!struckOff)}
            >
              {t(struckOff ? 'strikeOffUndo' : 'strikeOff')}
            </Button>
          )}
          <span class="zj-secondary">{t('foundIsNotGenuine')}</span>
        </footer>
        {props.children}
      </div>
    </article>
  );
}
