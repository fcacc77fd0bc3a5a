import { useEffect, useState } from 'preact/hooks';
import { type CampaignEntries, type TypedFigure, withFigure } from '../../../utils/documents/campaign-figures.ts';
import { campaignEntriesItem } from '../../../utils/store/campaign-entries.ts';

/** The typed figures, and a way to set one; each change is read and written in its turn, so that two quick ones lose nothing. */
export function useCampaignEntries(): [
  CampaignEntries,
  (week: string, figure: TypedFigure, value: number | undefined) => void,
] {
  const [entries, setEntries] = useState<CampaignEntries>({});
  useEffect(() => {
    const load = () => void campaignEntriesItem.getValue().then(setEntries, reportError);
    load();
    return campaignEntriesItem.watch(load);
  }, []);
  return [
    entries,
    (week, figure, value) => {
      setEntries((before) => withFigure(before, week, figure, value));
      writing = writing
        .then(async () =>
          campaignEntriesItem.setValue(withFigure(await campaignEntriesItem.getValue(), week, figure, value)),
        )
        .catch(reportError);
    },
  ];
}

let writing: Promise<void> = Promise.resolve();
