import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segment } from '../ui/Segment.tsx';
import { zoomStep } from './zoom.ts';

export type PictureShown = 'original' | 'marked' | 'archive';

export interface PictureToolsProps {
  record: EvidenceRecord;
  shown: PictureShown;
  /** Of the picture as it is drawn, 1 for its own size. */
  scale: number;
  fitsWidth: boolean;
  withCited: boolean;
  onShown: (shown: PictureShown) => void;
  /** Null fits the width. */
  onZoom: (zoom: number | null) => void;
  onCited: (withCited: boolean) => void;
}

/** What is shown of a captured page, and how large. */
export function PictureTools(props: PictureToolsProps) {
  const { record, shown, scale, fitsWidth, withCited, onShown, onZoom, onCited } = props;
  const isPdf = record.artefacts.some(({ role }) => role === 'original');
  return (
    <div class="zj-line zj-picture-tools" role="toolbar" aria-label={t('item_tab_picture')}>
      <Segment
        label={t('item_shown')}
        value={shown}
        onChange={onShown}
        options={[
          { value: 'original', label: t('item_original') },
          { value: 'marked', label: t('item_marked') },
          { value: 'archive', label: t(isPdf ? 'captureStep_pdf_archive' : 'captureStep_archive') },
        ]}
      />
      {shown !== 'archive' && (
        <>
          <IconButton icon="zoom-out" label={t('item_zoomOut')} onClick={() => onZoom(zoomStep(scale, -1))} />
          <span class="zj-picture-scale">{Math.round(scale * 100)}%</span>
          <IconButton icon="zoom-in" label={t('item_zoomIn')} onClick={() => onZoom(zoomStep(scale, 1))} />
          <IconButton icon="columns" label={t('item_fitWidth')} pressed={fitsWidth} onClick={() => onZoom(null)} />
        </>
      )}
      <span class="zj-library-space" />
      {shown === 'marked' && (
        <>
          <span class="zj-secondary zj-picture-derived">{t('item_markedIsDerived')}</span>
          <Checkbox checked={withCited} onChange={onCited} label={t('item_showCited')} />
        </>
      )}
      <span class="zj-secondary">
        {countText(record.page.document.width)} × {countText(record.page.document.height)}
      </span>
    </div>
  );
}
