import { useCallback, useMemo, useState } from 'preact/hooks';
import { UnreadableItem } from '../../../components/item/UnreadableItem.tsx';
import { BulkToast } from '../../../components/library/BulkToast.tsx';
import { DetailPane } from '../../../components/library/DetailPane.tsx';
import { ItemsView } from '../../../components/library/ItemsView.tsx';
import type { ListState } from '../../../components/library/list-address.ts';
import { thumbnailName } from '../../../components/library/picture-parts.ts';
import { shownItems } from '../../../components/library/shown-items.ts';
import { Boundary } from '../../../components/ui/Boundary.tsx';
import { caseLabel, type ItemSummary } from '../../../utils/casework/item-summary.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { isPracticeCase } from '../../../utils/evidence/practice.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { totalSize } from '../../../utils/evidence/total-size.ts';
import { deleteItem, readArtefact } from '../../../utils/store/evidence-store.ts';
import type { SavedView } from '../../../utils/store/settings.ts';
import type { BundleExport } from '../bundles/use-bundle-export.ts';
import { copyText } from '../copy-text.ts';
import { reportDrawing } from '../item/report-drawing.ts';
import { useChain, useLines } from '../item/use-evidence.ts';
import { PaperDesk } from '../papers/PaperDesk.tsx';
import { usePaperwork } from '../papers/use-paperwork.ts';
import { useStorage } from '../settings/use-storage.ts';
import { goTo } from '../use-route.ts';
import type { StampQueue } from '../use-stamp-queue.ts';
import { useBulkActs } from './use-bulk-acts.ts';
import { useCheck } from './use-check.ts';

export interface ItemsRouteProps {
  items: readonly EvidenceItem[] | null;
  cases: readonly Case[];
  rows: readonly ItemSummary[] | null;
  list: ListState;
  onList: (change: Partial<ListState>) => void;
  views: readonly SavedView[];
  onViews: (views: readonly SavedView[]) => void;
  compact: boolean;
  onCompact: (compact: boolean) => void;
  today: string;
  person: string;
  bundleExport: BundleExport;
  stamps: StampQueue;
  /** Opens a case for these items. */
  onNewCase: (itemIds: readonly string[]) => void;
  /** Asks for a bundle to check and take in. */
  onVerifyBundle: () => void;
  /** Asks for pictures from elsewhere to take in. */
  onAddPictures: () => void;
}

/** Wires the evidence list to the store. */
export function ItemsRoute(props: ItemsRouteProps) {
  const { items, rows, cases, list, today, person, bundleExport, stamps } = props;
  const [closed, setClosed] = useState(false);
  const { storage, persist } = useStorage(items);
  const check = useCheck(person);
  const paperwork = usePaperwork(person);
  const bulk = useBulkActs(person);
  const chosen = (itemIds: readonly string[]) => itemIds.flatMap((id) => byId.get(id) ?? []);
  const chain = useChain();
  const byId = useMemo(() => new Map(items?.map((item) => [item.id, item])), [items]);
  const listed = useMemo(() => shownItems(rows ?? [], list), [rows, list.filter, list.order, list.query]);
  const shown = closed ? undefined : byId.get((listed.find(({ id }) => id === list.current) ?? listed[0])?.id ?? '');
  const lines = useLines(shown?.id ?? null);
  const loadThumbnail = useCallback(
    async (itemId: string) => {
      const item = byId.get(itemId);
      const name = item && thumbnailName(item.record);
      return name ? readArtefact(itemId, name) : null;
    },
    [byId],
  );

  return (
    <>
      <ItemsView
        items={rows}
        list={list}
        views={props.views}
        onViews={props.onViews}
        compact={props.compact}
        onCompact={props.onCompact}
        onList={(change) => {
          if (change.current) setClosed(false);
          props.onList(change);
        }}
        current={shown?.id ?? null}
        today={today}
        keeping={{ storage, stampFailure: stamps.failure, stamping: stamps.progress !== null }}
        onStamp={stamps.retry}
        onPersist={persist}
        loadThumbnail={loadThumbnail}
        sizeOf={(itemId) => totalSize(byId.get(itemId)?.record.artefacts ?? [])}
        exporting={bundleExport.state}
        onExport={bundleExport.start}
        cases={cases.filter((each) => !isPracticeCase(each))}
        onCase={(itemIds, caseId) => {
          const owner = cases.find(({ id }) => id === caseId);
          void bulk.file(itemIds, caseId, owner && caseLabel(owner));
        }}
        onNewCase={props.onNewCase}
        onStatus={bulk.mark}
        onDismiss={(itemIds, ruleId) => {
          const rule = rows?.flatMap(({ rules }) => rules).find(({ id }) => id === ruleId);
          if (rule) void bulk.dismiss(itemIds, rule);
        }}
        onDelete={bulk.remove}
        makingPapers={paperwork.making}
        onPaper={(itemIds, kind, format) => paperwork.paper(chosen(itemIds), { kind, format })}
        onTable={(itemIds) => paperwork.table(chosen(itemIds), cases)}
        onCancelExport={bundleExport.cancel}
        onEndExport={bundleExport.end}
        checking={check.progress}
        onCheckAll={() => check.start([...byId.keys()])}
        onVerifyBundle={props.onVerifyBundle}
        onAddPictures={props.onAddPictures}
        onOpen={(itemId) => goTo('items', itemId)}
        detail={
          shown ? (
            <Boundary
              of={shown.id}
              onCaught={(error) => reportDrawing(shown.record, error)}
              fallback={(error) => (
                <UnreadableItem
                  itemId={shown.id}
                  reason={String(error)}
                  onDelete={(reason) => void deleteItem(shown.id, reason, person).catch(reportError)}
                  onBack={() => setClosed(true)}
                />
              )}
            >
              <DetailPane
                item={shown}
                lines={lines?.map(({ line }) => line) ?? null}
                chainIntact={chain?.intact ?? null}
                today={today}
                loadArtefact={readArtefact}
                onOpen={() => goTo('items', shown.id)}
                onCopy={copyText}
                onClose={() => setClosed(true)}
              />
            </Boundary>
          ) : null
        }
      />
      <BulkToast {...bulk} />
      <PaperDesk paperwork={paperwork} />
    </>
  );
}
