import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CertificateField, MissingReason } from '../../rules/papers/certificate-terms.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { isAnswered } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { Icon } from '../ui/Icon.tsx';
import { PictureBoxes, type PictureMark } from '../ui/PictureBoxes.tsx';
import { type ShownPicture, wholePicture } from '../ui/shown-picture.ts';
import { CertificateFieldRow } from './CertificateFieldRow.tsx';
import { CertificateFoot, type CertificateFootProps } from './CertificateFoot.tsx';
import { CertificateHead } from './CertificateHead.tsx';
import { FurtherList } from './FurtherList.tsx';
import { fieldRows } from './field-status.ts';
import { ProblemPairs } from './ProblemPairs.tsx';
import { RegisterNote } from './RegisterNote.tsx';
import './certificate-card.css';

export interface CertificateCardProps extends CertificateFootProps {
  /** Absent when it stands alone and does not fold. */
  open?: boolean;
  onToggle?: () => void;
  onCorrect?: (field: CertificateField, value: string) => void;
  onLocate?: (field: CertificateField) => void;
  onShowOriginal?: () => void;
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
  const locate = (field: CertificateField) => {
    setPointed(field);
    if (picture) setPictured(true);
    props.onLocate?.(field);
  };
  const rows = fieldRows(certificate);
  const reasons: Partial<Record<CertificateField, MissingReason>> = certificate.missingReasons ?? {};
  const title = t(keyOf('certificateKind', certificate.kind));
  return (
    <article
      class={`zj-framed zj-cert ${struckOff ? 'zj-cert-struck' : ''} ${props.wide && picture ? 'zj-cert-wide' : ''}`}
      aria-label={title}
    >
      <CertificateHead
        certificate={certificate}
        title={title}
        open={open}
        bodyId={body}
        onToggle={onToggle}
        onShowOriginal={props.onShowOriginal}
        thumbnail={certificate.source === 'image' && !props.wide ? picture : undefined}
        pictured={pictured}
        onPictured={setPictured}
      />
      <div id={body} hidden={!open}>
        <div class="zj-cert-sides">
          {certificate.source === 'image' && !picture && (
            <p class="zj-line zj-cert-note">
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
        <CertificateFoot {...props} />
        {props.children}
      </div>
    </article>
  );
}
