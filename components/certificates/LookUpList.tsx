import { dateTimeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { AddendumPicture, LookUpAddendum } from '../../utils/evidence/addendum.ts';
import { useBlobUrl } from '../ui/use-blob-url.ts';
import './look-up.css';

export interface LookUpListProps {
  lookUps: readonly LookUpAddendum[];
  /** The bytes of a picture that an addendum names. */
  loadPicture: (picture: AddendumPicture) => Promise<Blob>;
}

/** What was found at the portals so far, oldest first. */
export function LookUpList({ lookUps, loadPicture }: LookUpListProps) {
  return (
    <section class="zj-look-ups">
      <h4>{t('lookUps')}</h4>
      <ol>
        {lookUps.map((lookUp) => (
          <LookUp key={`${lookUp.number} ${lookUp.at} ${lookUp.person}`} lookUp={lookUp} loadPicture={loadPicture} />
        ))}
      </ol>
    </section>
  );
}

function LookUp({ lookUp, loadPicture }: { lookUp: LookUpAddendum } & Pick<LookUpListProps, 'loadPicture'>) {
  const { picture } = lookUp;
  const url = useBlobUrl(picture?.sha256 ?? null, async () => (picture ? loadPicture(picture) : null));
  return (
    <li>
      {url && (
        <a href={url} target="_blank" rel="noreferrer">
          <img src={url} alt={t('lookUp_shot')} />
        </a>
      )}
      <div>
        <p>
          <b>{t(keyOf('lookUpOutcome', lookUp.outcome))}</b> {lookUp.portal.name}
        </p>
        {lookUp.note && <p>{lookUp.note}</p>}
        <p class="zj-secondary">
          {dateTimeText(lookUp.at)} {lookUp.person}
          {!picture && ` ${t('lookUp_noShot')}`}
        </p>
      </div>
    </li>
  );
}
