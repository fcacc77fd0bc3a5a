import { useMemo, useRef, useState } from 'preact/hooks';
import type { ShownExplanation } from '../../rules/explanation.ts';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { originalParts, viewParts } from '../library/picture-parts.ts';
import { numberFindings } from '../library/place-boxes.ts';
import { isTyping } from '../library/typing.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segment } from '../ui/Segment.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { ArchiveView } from './ArchiveView.tsx';
import { FindingSide } from './FindingSide.tsx';
import { NoteField } from './NoteField.tsx';
import { PictureDesk } from './PictureDesk.tsx';
import { TileStrip } from './TileStrip.tsx';
import { usePictures } from './use-pictures.ts';
import { zoomStep } from './zoom.ts';
import './picture-tab.css';

type Shown = 'original' | 'marked' | 'archive';

export interface PictureTabProps {
  item: EvidenceItem;
  loadArtefact: (name: string) => Promise<Blob>;
  explain: (finding: Finding) => ShownExplanation;
  /** The item's own log, oldest first; null while it is read. */
  lines: readonly { line: CustodyLine }[] | null;
  onDismiss: (findingId: string, dismissed: boolean) => void;
  onNote: (text: string) => void;
  onSave: (name: string) => void;
  onCertificates: () => void;
}

/** The captured page: parts at the left, the page with its boxes, the findings at the right. */
export function PictureTab(props: PictureTabProps) {
  const { item, loadArtefact, explain, lines, onDismiss, onNote, onSave, onCertificates } = props;
  const { record } = item;
  const isPdf = record.artefacts.some(({ role }) => role === 'original');
  const [shown, setShown] = useState<Shown>('marked');
  const [withCited, setWithCited] = useState(true);
  const [zoom, setZoom] = useState<number | null>(null);
  const [scale, setScale] = useState(1);
  const [view, setView] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);

  const tiles = useMemo(() => originalParts(record), [record]);
  const views = useMemo(() => viewParts(record), [record]);
  const names = [...new Set([...tiles, ...views].map(({ artefact }) => artefact.name))];
  const pictures = usePictures(item.id, names, loadArtefact);
  const notes = (lines ?? []).map(({ line }) => line).filter(({ act }) => act === 'noted');
  const dismissed = useMemo(() => new Set(item.dismissed), [item.dismissed]);
  const findings = useMemo(() => numberFindings(record.findings, withCited), [record, withCited]);
  const [chosen, setChosen] = useState<string | null>(findings[0]?.finding.id ?? null);
  const parts = view === null ? tiles : views.filter(({ artefact }) => artefact.name === view);

  const step = (by: number) => {
    const index = findings.findIndex(({ finding }) => finding.id === chosen);
    const next = findings[Math.max(0, Math.min(findings.length - 1, index + by))];
    if (next) setChosen(next.finding.id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const KEYS: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    '+': () => setZoom(zoomStep(scale, 1)),
    '=': () => setZoom(zoomStep(scale, 1)),
    '-': () => setZoom(zoomStep(scale, -1)),
    '0': () => setZoom(1),
    w: () => setZoom(null),
    o: () => setShown(shown === 'marked' ? 'original' : 'marked'),
  };
  useKeys(onKey);

  return (
    <div class="zj-picture-tab">
      <div class="zj-picture-strips">
        {tiles.some(({ artefact }) => ['tile', 'stitched', 'pdf-page'].includes(artefact.role)) && (
          <TileStrip
            title={t(isPdf ? 'captureStep_pdf_tiles' : 'item_tiles')}
            parts={tiles}
            pictures={pictures}
            current={view === null ? target : null}
            onSelect={(name) => {
              setView(null);
              setTarget(name);
            }}
          />
        )}
        {views.length > 0 && (
          <TileStrip
            title={t('item_views')}
            parts={views}
            pictures={pictures}
            current={view}
            onSelect={(name) => {
              setView(name);
              setTarget(null);
            }}
          />
        )}
      </div>
      <div class="zj-picture-middle">
        <div class="zj-picture-tools" role="toolbar" aria-label={t('item_tab_picture')}>
          <Segment
            label={t('item_shown')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'original', label: t('item_original') },
              { value: 'marked', label: t('item_marked') },
              { value: 'archive', label: t(isPdf ? 'captureStep_pdf_archive' : 'captureStep_archive') },
            ]}
          />
          {shown !== 'archive' && (
            <>
              <IconButton icon="zoom-out" label={t('item_zoomOut')} onClick={() => setZoom(zoomStep(scale, -1))} />
              <span class="zj-picture-scale">{Math.round(scale * 100)}%</span>
              <IconButton icon="zoom-in" label={t('item_zoomIn')} onClick={() => setZoom(zoomStep(scale, 1))} />
              <IconButton
                icon="columns"
                label={t('item_fitWidth')}
                pressed={zoom === null}
                onClick={() => setZoom(null)}
              />
            </>
          )}
          <span class="zj-library-space" />
          {shown === 'marked' && (
            <>
              <span class="zj-secondary zj-picture-derived">{t('item_markedIsDerived')}</span>
              <Checkbox checked={withCited} onChange={setWithCited} label={t('item_showCited')} />
            </>
          )}
          <span class="zj-secondary">
            {countText(record.page.document.width)} × {countText(record.page.document.height)}
          </span>
        </div>
        {shown === 'archive' ? (
          <ArchiveView record={record} loadArtefact={loadArtefact} onSave={onSave} />
        ) : (
          <PictureDesk
            parts={parts}
            pictures={pictures}
            findings={shown === 'marked' ? findings : []}
            certificates={shown === 'marked' ? record.certificates : []}
            onCertificate={onCertificates}
            chosen={chosen}
            zoom={zoom}
            onChoose={setChosen}
            onScale={setScale}
            target={target}
            title={record.page.title}
          />
        )}
      </div>
      <aside class="zj-picture-side" aria-label={t('item_marks')}>
        <FindingSide
          findings={findings}
          certificates={record.certificates}
          dismissed={dismissed}
          chosen={chosen}
          explain={explain}
          onChoose={(id) => setChosen(id === chosen ? null : id)}
          onDismiss={onDismiss}
          onNote={() => note.current?.focus()}
          onCertificates={onCertificates}
        />
        <NoteField notes={notes} inputRef={note} onNote={onNote} />
      </aside>
    </div>
  );
}
