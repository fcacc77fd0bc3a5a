import { t } from '../../utils/base/i18n.ts';
import type { Officer } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { IconButton } from '../ui/IconButton.tsx';

export interface OfficerFieldsProps {
  officers: readonly Officer[];
  onChange: (officers: readonly Officer[]) => void;
}

/** The officers who capture, each with the number of the enforcement licence; the paper asks for two. */
export function OfficerFields({ officers, onChange }: OfficerFieldsProps) {
  const replace = (index: number, officer: Officer) =>
    onChange(officers.map((each, place) => (place === index ? officer : each)));
  return (
    <div class="zj-stack zj-officers">
      {officers.map((officer, index) => (
        <div key={index} class="zj-officer">
          <DraftInput
            label={t('settings_officerName', index + 1)}
            placeholder={t('settings_name')}
            value={officer.name}
            onCommit={(name) => replace(index, { ...officer, name })}
          />
          <DraftInput
            label={t('settings_officerLicence', index + 1)}
            placeholder={t('settings_licence')}
            value={officer.licence}
            onCommit={(licence) => replace(index, { ...officer, licence })}
          />
          <IconButton
            icon="close"
            label={t('settings_removeOfficer', officer.name || index + 1)}
            onClick={() => onChange(officers.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button size="small" icon="add" onClick={() => onChange([...officers, { name: '', licence: '' }])}>
        {t('settings_addOfficer')}
      </Button>
    </div>
  );
}
