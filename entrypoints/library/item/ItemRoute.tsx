import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from '#imports';
import type { DutyAnswers } from '../../../components/item/DutyCheck.tsx';
import { ITEM_TABS, ItemPage } from '../../../components/item/ItemPage.tsx';
import { UnreadableItem } from '../../../components/item/UnreadableItem.tsx';
import { type ListState, writeListState } from '../../../components/library/list-address.ts';
import { placeInList, shownItems } from '../../../components/library/shown-items.ts';
import { Boundary } from '../../../components/ui/Boundary.tsx';
import { Toast } from '../../../components/ui/Toast.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import { siteOf } from '../../../utils/base/host-of.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { confirmItem } from '../../../utils/casework/confirm-item.ts';
import type { ItemSummary } from '../../../utils/casework/item-summary.ts';
import type { KnownKeys } from '../../../utils/evidence/addendum-origin.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { explainSealed } from '../../../utils/evidence/frozen-explanation.ts';
import type { EvidenceItem, Officer } from '../../../utils/evidence/record.ts';
import { otherCaptures } from '../../../utils/evidence/same-address.ts';
import { useRuleset } from '../../../utils/live/use-ruleset.ts';
import { addAddendum } from '../../../utils/store/addendum-store.ts';
import {
  addNote,
  deleteItem,
  readArtefact,
  setCase,
  setDismissed,
  setStatus,
} from '../../../utils/store/evidence-store.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import type { BundleExport } from '../bundles/use-bundle-export.ts';
import { copyText } from '../copy-text.ts';
import { PaperDesk } from '../papers/PaperDesk.tsx';
import { usePaperwork } from '../papers/use-paperwork.ts';
import { goTo } from '../use-route.ts';
import { reportDrawing } from './report-drawing.ts';
import { useCertificateActs } from './use-certificate-acts.ts';
import { useItemCheck } from './use-item-check.ts';
import { useItemEvidence } from './use-item-evidence.ts';

export interface ItemRouteProps {
  item: EvidenceItem;
  /** Everything in the library; the captures of the same address are set beside the item. */
  items: readonly EvidenceItem[];
  tab: string | null;
  /** The rows of the list, and what is set in it: the item has its place there. */
  rows: readonly ItemSummary[] | null;
  list: ListState;
  cases: readonly Case[];
  person: string;
  officers: readonly Officer[];
  settings: Settings;
  keys: KnownKeys;
  bundleExport: BundleExport;
}

/** The address of an imported record may be anything; only one that a site can have is opened. */
const isWebAddress = (url: string) => /^https?:\/\//.test(url);

/** One item's page; in place of one whose record cannot be shown, what it is and how to be rid of it. */
export function ItemRoute(props: ItemRouteProps) {
  const { item, tab, person } = props;
  return (
    <Boundary
      of={`${item.id}/${tab}`}
      onCaught={(error) => reportDrawing(item.record, error)}
      fallback={(error) => (
        <UnreadableItem
          itemId={item.id}
          reason={String(error)}
          onDelete={(reason) => void removeItem(item.id, reason, person).catch(reportError)}
          onBack={() => goTo('items')}
        />
      )}
    >
      <OpenItem {...props} />
    </Boundary>
  );
}

async function removeItem(itemId: string, reason: string, person: string): Promise<void> {
  await deleteItem(itemId, reason, person);
  goTo('items');
}

/** What a platform's duties towards the item's shop were found to be, as an addendum. */
async function keepDuties(
  { id, record }: EvidenceItem,
  owner: Case | undefined,
  person: string,
  answers: DutyAnswers,
): Promise<void> {
  await addAddendum(id, {
    kind: 'duty-check',
    at: new Date().toISOString(),
    person,
    platform: owner?.platform || siteOf(record.page.url),
    shop: owner?.shop || record.party?.find(({ fact }) => fact === 'shop')?.value || '',
    ...answers,
  });
}

/** Wires one item's page to the store: opening it is logged, and everything of it is hashed again. */
function OpenItem(props: ItemRouteProps) {
  const { item, items, tab, rows, list, cases, person, officers, settings, keys, bundleExport } = props;
  const place = useMemo(() => placeInList(shownItems(rows ?? [], list), item.id), [rows, list, item.id]);
  const listSearch = writeListState({ ...list, current: item.id });
  const evidence = useItemEvidence(item, keys, settings.stampRoots);
  const { checking, checkAgain } = useItemCheck(item, person);
  const [failure, setFailure] = useState<string | null>(null);
  const certificateActs = useCertificateActs(item, {
    settings,
    person,
    onFailure: (error) => setFailure(failureText(error)),
  });

  // The panel's 导出 opens the item with this in place of a tab; it runs once, and the address then names a tab again.
  useEffect(() => {
    if (tab !== 'export') return;
    goTo('items', item.id);
    bundleExport.start([item.id]);
  }, [item.id, tab]);

  const ruleset = useRuleset();
  const paperwork = usePaperwork(person);
  const owner = cases.find(({ id }) => id === item.caseId);
  const act = (work: Promise<unknown>) => work.catch(reportError);
  return (
    <>
      <ItemPage
        item={item}
        tab={ITEM_TABS.find((each) => each === tab) ?? 'picture'}
        cases={cases}
        listAddress={`#/items?${listSearch}`}
        place={place}
        {...evidence}
        checking={checking}
        exporting={'done' in bundleExport.state}
        explain={(finding) => explainSealed(item.record, finding, ruleset ?? undefined)}
        loadArtefact={(name) => readArtefact(item.id, name)}
        others={otherCaptures(items, item)}
        loadOther={readArtefact}
        onOpenAddress={
          isWebAddress(item.record.page.url) ? () => act(browser.tabs.create({ url: item.record.page.url })) : undefined
        }
        onOpenItem={(id) => goTo('items', id)}
        certificateActs={certificateActs}
        onCheckDuties={(answers) => act(keepDuties(item, owner, person, answers))}
        onTab={(next) => goTo('items', item.id, next)}
        onCopy={copyText}
        onVerify={checkAgain}
        onExport={() => bundleExport.start([item.id])}
        onStatus={(status) => act(setStatus(item.id, status, person))}
        onCase={(caseId) => act(setCase(item.id, caseId, person))}
        onDismiss={(findingId, dismissed) => act(setDismissed(item.id, findingId, dismissed, person))}
        onNote={(text) => act(addNote(item.id, text, person))}
        onSave={(name) => act(readArtefact(item.id, name).then((blob) => saveBlob(blob, name.split('/').at(-1)!)))}
        makingPaper={paperwork.making}
        onPaper={(kind, format) => paperwork.paper([item], { kind, format })}
        officers={officers}
        onConfirm={async (confirmation) => void (await confirmItem(item.id, confirmation))}
        sentenceOf={failureText}
        onDelete={(reason) => act(removeItem(item.id, reason, person))}
      />
      <PaperDesk paperwork={paperwork} />
      {failure && (
        <Toast error onClose={() => setFailure(null)}>
          {failure}
        </Toast>
      )}
    </>
  );
}
