import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';

export interface PatrolSourcesProps {
  file: File | null;
  /** Open pages whose links can be taken. */
  tabs: readonly { id: number; title: string }[];
  onFile: () => void;
  onTab: (tabId: number) => void;
}

/** Where addresses come from besides the field: a file, or the links of an open page. */
export function PatrolSources({ file, tabs, onFile, onTab }: PatrolSourcesProps) {
  const [tabId, setTabId] = useState('');
  return (
    <div class="zj-acts">
      <Button icon="document" onClick={onFile} title={t('patrol_fileHint')}>
        {file?.name ?? t('patrol_fromFile')}
      </Button>
      {tabs.length > 0 && (
        <>
          <Select
            label={t('patrol_chooseTab')}
            value={tabId}
            options={[
              { value: '', label: t('patrol_chooseTab') },
              ...tabs.map(({ id, title }) => ({ value: String(id), label: title.slice(0, 60) })),
            ]}
            onChange={setTabId}
          />
          <Button icon="link" disabled={tabId === ''} onClick={() => onTab(Number(tabId))}>
            {t('patrol_fromTab')}
          </Button>
        </>
      )}
    </div>
  );
}
