import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/base/i18n.ts';
import type { SkipReason } from '../../utils/recognition/reading.ts';
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

/** Pictures that were not read, each with its reason; folded, for most pages have none worth a look. */
export function SkippedPictures({ pictures }: { pictures: NonNullable<TabReport['skippedPictures']> }) {
  const [open, setOpen] = useState(false);
  if (pictures.length === 0) return null;
  return (
    <section>
      <SectionHead
        title={t('picturesSkipped')}
        count={pictures.length}
        open={open}
        onToggle={() => setOpen(!open)}
        controls="skipped-pictures"
      />
      <ul id="skipped-pictures" class="zj-skipped" hidden={!open}>
        {pictures.map(({ url, reason }) => (
          <li key={url}>
            <span class="zj-skipped-url" title={url}>
              {url}
            </span>
            <span>{t(REASONS[reason])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
