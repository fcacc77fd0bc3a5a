import { useMemo, useRef, useState } from 'preact/hooks';
import type { ShownExplanation } from '../../rules/explanation.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { originalParts, viewParts } from '../library/picture-parts.ts';
import { numberFindings } from '../library/place-boxes.ts';
import { ArchiveView } from './ArchiveView.tsx';
import { FindingSide } from './FindingSide.tsx';
import { NoteField } from './NoteField.tsx';
import { PictureDesk } from './PictureDesk.tsx';
import { type PictureShown, PictureTools } from './PictureTools.tsx';
import { TileStrip } from './TileStrip.tsx';
import { usePictures } from './use-item-pictures.ts';
import { usePictureKeys } from './use-picture-keys.ts';
import './picture-tab.css';

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
  /** The finding that is chosen at first; null for the first one. */
  pointed: string | null;
}

/** The captured page: parts at the left, the page with its boxes, the findings at the right. */
export function PictureTab(props: PictureTabProps) {
  const { item, loadArtefact, explain, lines, onDismiss, onNote, onSave, onCertificates } = props;
  const { record } = item;
  const isPdf = record.artefacts.some(({ role }) => role === 'original');
  const [shown, setShown] = useState<PictureShown>('marked');
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
  const findings = useMemo(() => numberFindings(record.findings, withCited, item.dismissed), [item, withCited]);
  const [chosen, setChosen] = useState<string | null>(props.pointed ?? findings[0]?.finding.id ?? null);
  const parts = view === null ? tiles : views.filter(({ artefact }) => artefact.name === view);

  usePictureKeys({ findings, chosen, scale, shown, onChoose: setChosen, onZoom: setZoom, onShown: setShown });

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
        <PictureTools
          record={record}
          shown={shown}
          scale={scale}
          fitsWidth={zoom === null}
          withCited={withCited}
          onShown={setShown}
          onZoom={setZoom}
          onCited={setWithCited}
        />
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
