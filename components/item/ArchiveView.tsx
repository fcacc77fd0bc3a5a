import { useEffect, useState } from 'preact/hooks';
import { sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { Artefact, EvidenceRecord } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import './archive-view.css';

/** Characters of the source shown here; the file itself is whole. */
const SHOWN_CHARACTERS = 200_000;

export interface ArchiveViewProps {
  record: EvidenceRecord;
  loadArtefact: (name: string) => Promise<Blob>;
  onSave: (name: string) => void;
}

/** Beginning of a text file; null while it is read. */
function useText(artefact: Artefact | undefined, load: (name: string) => Promise<Blob>): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    if (artefact)
      load(artefact.name)
        .then((blob) => blob.slice(0, SHOWN_CHARACTERS * 4).text())
        .then((whole) => wanted && setText(whole.slice(0, SHOWN_CHARACTERS)), reportError);
    return () => {
      wanted = false;
    };
  }, [artefact?.name]);
  return text;
}

/** The archived page, or the PDF as it came: a program outside opens the file; here stands its source or its text, as plain characters. */
export function ArchiveView({ record, loadArtefact, onSave }: ArchiveViewProps) {
  const withRole = (role: Artefact['role']) => record.artefacts.find((artefact) => artefact.role === role);
  const original = withRole('original');
  const archive = original ?? withRole('archive');
  const source = withRole(original ? 'text' : 'source');
  const text = useText(source, loadArtefact);
  return (
    <div class="zj-pane zj-archive">
      <Note icon="info">{t(original ? 'item_originalHint' : 'item_archiveHint')}</Note>
      {[archive, source].map(
        (artefact) =>
          artefact && (
            <div key={artefact.name} class="zj-archive-file">
              <span class="zj-mono">{artefact.name}</span>
              <span class="zj-secondary">
                {sizeText(artefact.size)} · {artefact.method}
              </span>
              <Button size="small" icon="download" onClick={() => onSave(artefact.name)}>
                {t('item_saveCopy')}
              </Button>
            </div>
          ),
      )}
      {source && (
        <pre class="zj-archive-source" aria-busy={text === null}>
          {text}
        </pre>
      )}
    </div>
  );
}
