import { useState } from 'preact/hooks';
import type { TransferOrder } from '../../../components/cases/TransferDialog.tsx';
import type { ItemSummary } from '../../../utils/casework/item-summary.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import { addCaseEntry, changeCase } from '../../../utils/store/cases.ts';
import { setStatus } from '../../../utils/store/evidence-store.ts';
import type { BundleExport } from '../bundles/use-bundle-export.ts';

const NO_TRANSFER: TransferOrder = { to: '', on: '', letterNumber: '', receivedBy: '' };

/**
 * Transfer in one click: the letter's facts go into the case, everything of it leaves in one verified bundle with its papers, and
 * only when that is written are case and items marked as transferred.
 */
export function useTransfer(
  value: Case,
  items: readonly ItemSummary[],
  { person, bundleExport }: { person: string; bundleExport: BundleExport },
) {
  const [running, setRunning] = useState(false);
  const run = async (order: TransferOrder) => {
    await changeCase(value.id, { transfer: order });
    const written = await bundleExport.start(items.map(({ id }) => id));
    if (!written) {
      await changeCase(value.id, { transfer: value.transfer ?? NO_TRANSFER });
      return;
    }
    for (const { id, status } of items) if (status !== 'transferred') await setStatus(id, 'transferred', person);
    await addCaseEntry(value.id, { person, kind: 'stage', text: 'transferred' }, { stage: 'transferred' });
  };
  return {
    running,
    start: (order: TransferOrder) => {
      setRunning(true);
      run(order)
        .catch(reportError)
        .finally(() => setRunning(false));
    },
  };
}
