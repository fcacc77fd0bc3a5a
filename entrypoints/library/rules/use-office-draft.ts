import { useEffect, useState } from 'preact/hooks';
import type { OfficePack } from '../../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK } from '../../../rules/office-pack.ts';
import { RulePackError } from '../../../rules/pack-error.ts';
import type { SavedOfficePack } from '../../../rules/ruleset.ts';
import { officePackItem } from '../../../utils/store/rules-in-force.ts';

/** Packs as text: two that say the same are the same. */
const textOf = (pack: OfficePack) => JSON.stringify(pack);

const askBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();

/** What is changed and not saved, and the saved pack it began with: it outlives the screen, and the tab asks before it closes with it. */
let kept: { of: string; pack: OfficePack } | null = null;

function keep(saved: OfficePack, pack: OfficePack): void {
  const changed = textOf(pack) !== textOf(saved);
  kept = changed ? { of: textOf(saved), pack } : null;
  if (changed) addEventListener('beforeunload', askBeforeUnload);
  else removeEventListener('beforeunload', askBeforeUnload);
}

export interface OfficeDraft {
  saved: OfficePack;
  office: OfficePack;
  changed: boolean;
  /** Changes what is not saved yet. */
  change: (pack: OfficePack) => void;
  /** The pack is saved as it stands here, or goes back to that. */
  settle: (saved: OfficePack) => void;
}

/**
 * The office's pack as it is saved and as it is being changed. A draft that was begun on another saved pack is not taken up again: it would undo
 * what was saved since.
 * @param onRefused told why the kept pack is out of force
 */
export function useOfficeDraft(onRefused: (refused: RulePackError) => void): OfficeDraft {
  const [saved, setSaved] = useState<OfficePack>(EMPTY_OFFICE_PACK);
  const [office, setOffice] = useState<OfficePack>(kept?.pack ?? EMPTY_OFFICE_PACK);
  useEffect(() => {
    const take = (stored: SavedOfficePack | null) => {
      const pack = stored?.pack ?? EMPTY_OFFICE_PACK;
      if (stored?.refused) onRefused(new RulePackError(stored.refused.messageKey, ...stored.refused.values));
      const draft = kept?.of === textOf(pack) ? kept.pack : pack;
      keep(pack, draft);
      setSaved(pack);
      setOffice(draft);
    };
    officePackItem.getValue().then(take, reportError);
  }, []);
  return {
    saved,
    office,
    changed: textOf(office) !== textOf(saved),
    change(pack) {
      keep(saved, pack);
      setOffice(pack);
    },
    settle(pack) {
      keep(pack, pack);
      setSaved(pack);
      setOffice(pack);
    },
  };
}
