import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { ShownAddendum } from '../../utils/evidence/addendum-origin.ts';
import type { ChainVerdict } from '../../utils/evidence/custody-log.ts';
import { capturerOf } from '../../utils/evidence/desk.ts';
import type { CustodyLine } from '../../utils/evidence/record.ts';
import { partNames } from '../library/part-name.ts';
import { isTyping } from '../library/typing.ts';
import { DigestLine } from '../ui/DigestLine.tsx';
import { Note } from '../ui/Note.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { CertificatesTab } from './CertificatesTab.tsx';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';
import { CustodyTab, type CustodyTabProps } from './CustodyTab.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { DocumentsTab, type DocumentsTabProps } from './DocumentsTab.tsx';
import { EnvironmentTab } from './EnvironmentTab.tsx';
import { FindingsTab, type FindingsTabProps } from './FindingsTab.tsx';
import type { CertificateActs } from './ItemCertificate.tsx';
import { ItemHead, type ItemHeadProps } from './ItemHead.tsx';
import { PictureTab, type PictureTabProps } from './PictureTab.tsx';
import { RecheckTab, type RecheckTabProps } from './RecheckTab.tsx';
import './item-page.css';

export const ITEM_TABS = [
  'picture',
  'findings',
  'certificates',
  'environment',
  'custody',
  'documents',
  'recheck',
] as const;
export type ItemTab = (typeof ITEM_TABS)[number];

export interface ItemPageProps
  extends Omit<ItemHeadProps, 'onDelete' | 'onConfirm'>,
    Pick<ConfirmDialogProps, 'officers' | 'onConfirm' | 'sentenceOf'>,
    Omit<PictureTabProps, 'item' | 'onCertificates' | 'pointed'>,
    Pick<RecheckTabProps, 'others' | 'onOpenAddress' | 'onOpenItem'> {
  loadOther: RecheckTabProps['loadArtefact'];
  tab: ItemTab;
  lines: readonly { line: CustodyLine; sha256: string }[] | null;
  chain: ChainVerdict | null;
  earlierLogs: CustodyTabProps['earlier'];
  sealedBy: CustodyTabProps['sealedBy'];
  stamp: CustodyTabProps['stamp'];
  addenda: readonly ShownAddendum[];
  certificateActs: CertificateActs;
  onCheckDuties: FindingsTabProps['onCheckDuties'];
  onTab: (tab: ItemTab) => void;
  /** Those of the record, with what the rest of the library says of their numbers now. */
  certificates: readonly Certificate[];
  onCopy: (text: string) => void;
  onDelete: (reason: string) => void;
  onPaper: DocumentsTabProps['onMake'];
  makingPaper: boolean;
}

/** One evidence item, whole. */
export function ItemPage(props: ItemPageProps) {
  const { item, tab, lines, onTab, onCopy, onDelete, onExport } = props;
  const { record } = item;
  const [deleting, setDeleting] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [pointed, setPointed] = useState<string | null>(null);

  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'e') {
      event.preventDefault();
      onExport();
    }
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || deleting || confirming) return;
    const beside = event.key === ']' ? props.place?.next : event.key === '[' ? props.place?.previous : undefined;
    if (beside) props.onOpenItem(beside);
    const wanted = ITEM_TABS[Number(event.key) - 1];
    if (wanted) onTab(wanted);
  };
  useKeys(onKey);

  const counts: Partial<Record<ItemTab, number>> = {
    findings: record.findings.length,
    certificates: record.certificates.length,
    ...(lines ? { custody: lines.length } : {}),
    ...(props.others.length > 0 ? { recheck: props.others.length } : {}),
  };
  return (
    <main class="zj-pane zj-item">
      <ItemHead {...props} onDelete={() => setDeleting(true)} onConfirm={() => setConfirming(true)} />
      {item.health.damaged.length > 0 && (
        <div class="zj-item-quarantine">
          <Note icon="warning" tone="missing">
            {t('item_quarantined', partNames(item.health.damaged))}
          </Note>
        </div>
      )}
      <Tabs
        label={t('item_tabs')}
        current={tab}
        onSelect={onTab}
        tabs={ITEM_TABS.map((id) => ({
          id,
          label: t(`item_tab_${id}`),
          ...(counts[id] === undefined ? {} : { count: counts[id] }),
        }))}
      />
      <div class="zj-pane" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <ItemPanel
          {...props}
          pointed={pointed}
          onPicture={(findingId) => {
            setPointed(findingId);
            onTab('picture');
          }}
        />
      </div>
      <footer class="zj-item-foot">
        <DigestLine algorithm="SHA-256" value={item.digest.sha256} full onCopy={onCopy} />
        <button type="button" class="zj-item-not-captured" onClick={() => onTab('environment')}>
          {t('item_notCaptured', record.notCaptured.map(({ what }) => what).join(t('listComma')) || t('none'))}
        </button>
      </footer>
      {confirming && (
        <ConfirmDialog {...props} capturer={capturerOf(item.record)} onClose={() => setConfirming(false)} />
      )}
      {deleting && (
        <DeleteDialog
          itemId={item.id}
          title={record.page.title || record.page.url}
          files={record.artefacts.length}
          neverExported={item.exportedAt === undefined}
          onDelete={onDelete}
          onCancel={() => setDeleting(false)}
        />
      )}
    </main>
  );
}

/** What the chosen tab holds. */
function ItemPanel(props: ItemPageProps & Pick<PictureTabProps, 'pointed'> & Pick<FindingsTabProps, 'onPicture'>) {
  const { item, tab, loadArtefact } = props;
  switch (tab) {
    case 'picture':
      return <PictureTab {...props} key={item.id} onCertificates={() => props.onTab('certificates')} />;
    case 'findings':
      return <FindingsTab {...props} />;
    case 'certificates':
      return <CertificatesTab {...props} key={item.id} acts={props.certificateActs} />;
    case 'environment':
      return <EnvironmentTab key={item.id} record={item.record} loadArtefact={loadArtefact} onSave={props.onSave} />;
    case 'documents':
      return (
        <DocumentsTab
          inCase={item.caseId !== undefined}
          made={item.papers ?? []}
          making={props.makingPaper}
          onMake={props.onPaper}
          onCopy={props.onCopy}
        />
      );
    case 'recheck':
      return <RecheckTab key={item.id} {...props} loadArtefact={props.loadOther} />;
    case 'custody':
      return <CustodyTab {...props} earlier={props.earlierLogs} />;
  }
}
