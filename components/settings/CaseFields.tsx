import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Case, CaseChange } from '../../utils/evidence/case.ts';
import { t } from '../../utils/i18n.ts';
import { Button } from '../Button.tsx';
import { DraftInput } from '../DraftInput.tsx';
import { IconButton } from '../IconButton.tsx';
import { CaseDetails } from './CaseDetails.tsx';

export interface CaseFieldsProps {
  cases: readonly Case[];
  /** Items in each case, by id. */
  itemsIn: ReadonlyMap<string, number>;
  onAdd: () => void;
  onChange: (id: string, change: CaseChange) => void;
  onRemove: (id: string) => void;
}

/** The cases that items are filed under; the check's deadline runs from the day the lead was found. */
export function CaseFields({ cases, itemsIn, onAdd, onChange, onRemove }: CaseFieldsProps) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div class="zj-officers">
      {cases.map((each) => (
        <Fragment key={each.id}>
          <div class="zj-officer zj-case">
            <DraftInput
              label={t('settings_caseName')}
              placeholder={t('settings_caseName')}
              value={each.name}
              onCommit={(name) => onChange(each.id, { name })}
            />
            <DraftInput
              label={t('settings_caseNumber')}
              placeholder={t('settings_caseNumber')}
              value={each.number}
              onCommit={(number) => onChange(each.id, { number })}
            />
            <DraftInput
              label={t('settings_caseParty')}
              placeholder={t('settings_caseParty')}
              value={each.party.name}
              onCommit={(name) => onChange(each.id, { party: { name } })}
            />
            <DraftInput
              type="date"
              label={t('settings_caseFoundOn')}
              value={each.foundOn}
              onCommit={(foundOn) => foundOn && onChange(each.id, { foundOn })}
            />
            <span class="zj-secondary">{t('itemCount', itemsIn.get(each.id) ?? 0)}</span>
            <IconButton
              icon="close"
              label={t('settings_removeCase', each.name || each.number)}
              disabled={(itemsIn.get(each.id) ?? 0) > 0}
              onClick={() => onRemove(each.id)}
            />
            <IconButton
              icon={open === each.id ? 'chevron-up' : 'chevron-down'}
              label={t('case_details', each.name || each.number)}
              pressed={open === each.id}
              onClick={() => setOpen(open === each.id ? null : each.id)}
            />
          </div>
          {open === each.id && <CaseDetails value={each} onChange={(change) => onChange(each.id, change)} />}
        </Fragment>
      ))}
      <Button size="small" icon="add" onClick={onAdd}>
        {t('settings_addCase')}
      </Button>
    </div>
  );
}
