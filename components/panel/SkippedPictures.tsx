import { useState } from 'preact/hooks';
import { countText } from '../../utils/base/figures.ts';
import { type MessageKey, t } from '../../utils/base/i18n.ts';
import type { SkipReason } from '../../utils/recognition/picture-reading.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { SectionHead } from '../ui/SectionHead.tsx';
import './skipped-pictures.css';

const REASONS: Readonly<Record<SkipReason, MessageKey>> = {
  'too-many': 'pictureSkipped_tooMany',
  'too-large': 'pictureSkipped_tooLarge',
  'too-small': 'pictureSkipped_tooSmall',
  'too-heavy': 'pictureSkipped_tooHeavy',
  'not-fetched': 'pictureSkipped_notFetched',
  'not-decodable': 'pictureSkipped_notDecodable',
  vector: 'pictureSkipped_vector',
  timeout: 'pictureSkipped_timeout',
  'reader-broken': 'pictureSkipped_readerBroken',
  unsupported: 'pictureSkipped_unsupported',
};

interface SkippedPicturesProps {
  pictures: NonNullable<TabReport['skippedPictures']>;
  /** How many more there are than the list holds. */
  further?: number | undefined;
}

/** Pictures that were not read, each with its reason; folded, for most pages have none worth a look. */
export function SkippedPictures({ pictures, further = 0 }: SkippedPicturesProps) {
  const [open, setOpen] = useState(false);
  if (pictures.length === 0) return null;
  return (
    <section>
      <SectionHead
        title={t('picturesSkipped')}
        count={pictures.length + further}
        open={open}
        onToggle={() => setOpen(!open)}
        controls="skipped-pictures"
      />
      <ul id="skipped-pictures" class="zj-skipped" hidden={!open}>
        {pictures.map(({ url, reason }, index) => (
          <li key={`${index} ${url}`}>
            <span class="zj-skipped-url" title={url}>
              {url}
            </span>
            <span>{t(REASONS[reason])}</span>
          </li>
        ))}
        {further > 0 && <li>{t('picturesSkippedFurther', countText(further))}</li>}
      </ul>
    </section>
  );
}
