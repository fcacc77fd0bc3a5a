import { useMemo } from 'preact/hooks';
import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { originalParts } from '../library/picture-parts.ts';
import { numberFindings } from '../library/place-boxes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { PictureDesk } from './PictureDesk.tsx';
import { usePictures } from './use-item-pictures.ts';

export interface ComparedPictureProps {
  item: EvidenceItem;
  /** Which of the two it is. */
  role: string;
  loadArtefact: (name: string) => Promise<Blob>;
  /** Absent for the item whose page this is. */
  onOpen: (() => void) | undefined;
}

const ignore = () => undefined;

/** One of two captures: its time and number, and the whole page with its boxes, as wide as its half. */
export function ComparedPicture({ item, role, loadArtefact, onOpen }: ComparedPictureProps) {
  const parts = useMemo(() => originalParts(item.record), [item]);
  const findings = useMemo(() => numberFindings(item.record.findings), [item]);
  const names = parts.map(({ artefact }) => artefact.name);
  const pictures = usePictures(item.id, names, loadArtefact);
  return (
    <figure class="zj-compared">
      <figcaption>
        <b>{role}</b>
        <time dateTime={item.record.startedAt}>{dateTimeText(item.record.startedAt)}</time>
        <span class="zj-mono zj-secondary">{item.id}</span>
        {onOpen && <IconButton icon="external" label={t('recheck_openItem', item.id)} onClick={onOpen} />}
      </figcaption>
      {parts.length > 0 && (
        <PictureDesk
          parts={parts}
          pictures={pictures}
          findings={findings}
          chosen={null}
          zoom={null}
          onChoose={ignore}
          onScale={ignore}
          target={null}
          title={item.id}
        />
      )}
    </figure>
  );
}
