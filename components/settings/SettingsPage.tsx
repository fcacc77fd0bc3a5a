import { useRef } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Segment } from '../ui/Segment.tsx';
import { type BackupControl, BackupGroup } from './BackupGroup.tsx';
import { CalendarGroup } from './CalendarGroup.tsx';
import { CaptureGroup, type CaptureGroupProps, type SettingsPart } from './CaptureGroup.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { KeyGroup, type KeyGroupProps } from './KeyGroup.tsx';
import { LockGroup, type StoreLock } from './LockGroup.tsx';
import { Managed } from './Managed.tsx';
import { type MarksControl, MarksGroup } from './MarksGroup.tsx';
import { OfficerFields } from './OfficerFields.tsx';
import { PapersGroup, type PapersGroupProps } from './PapersGroup.tsx';
import { PatrolGroup } from './PatrolGroup.tsx';
import { PoolGroup, type PoolSetting } from './PoolGroup.tsx';
import { PortalGroup } from './PortalGroup.tsx';
import { ScanGroup } from './ScanGroup.tsx';
import { type SettingsFile, SettingsFileGroup } from './SettingsFileGroup.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { SettingsIndex } from './SettingsIndex.tsx';
import { StampGroup, type StampGroupProps } from './StampGroup.tsx';
import { StorageGroup, type StorageGroupProps } from './StorageGroup.tsx';

export interface SettingsPageProps
  extends SettingsPart,
    StorageGroupProps,
    Omit<CaptureGroupProps, keyof SettingsPart | 'encrypted'>,
    Omit<PapersGroupProps, keyof SettingsPart>,
    Omit<StampGroupProps, keyof SettingsPart>,
    Omit<KeyGroupProps, keyof SettingsPart> {
  lock: StoreLock;
  backup: BackupControl;
  file: SettingsFile;
  /** What of the administrator's policy is not in force. */
  refused: readonly string[];
  pool: PoolSetting;
  marks: MarksControl;
}

/** Idle times to choose from, in minutes: a page read slowly, a meeting, half a day. */
const IDLE_MINUTES: readonly number[] = [15, 30, 60, 120, 240];

/** What the office sets. Every change is in force and kept at once. */
export function SettingsPage(props: SettingsPageProps) {
  const { settings, onSettings } = props;
  const page = useRef<HTMLDivElement>(null);
  return (
    <main class="zj-scroller zj-settings">
      <SettingsIndex page={page} />
      <div class="zj-settings-page" ref={page}>
        <h1>{t('section_settings')}</h1>
        {props.refused.length > 0 && (
          <Note icon="warning" tone="weak">
            {t('managed_refused', props.refused.join('、'))}
          </Note>
        )}
        <SettingsGroup title={t('settings_office')} hint={t('settings_officeHint')}>
          <Managed setting="office">
            <Field label={t('settings_officeName')}>
              {(control) => (
                <DraftInput {...control} value={settings.office} onCommit={(office) => onSettings({ office })} />
              )}
            </Field>
          </Managed>
          <Managed setting="officers">
            <div>
              <p class="zj-field-label">{t('check_officers')}</p>
              <OfficerFields officers={settings.officers} onChange={(officers) => onSettings({ officers })} />
            </div>
          </Managed>
          <Managed setting="deskIdleMinutes">
            <ChoiceField
              label={t('settings_deskIdle')}
              value={settings.deskIdleMinutes}
              choices={IDLE_MINUTES}
              words={(minutes) => t('settings_deskIdleMinutes', minutes)}
              onChange={(deskIdleMinutes) => onSettings({ deskIdleMinutes })}
            />
          </Managed>
        </SettingsGroup>
        <CalendarGroup {...props} />
        <PapersGroup {...props} />
        <KeyGroup {...props} />
        <CaptureGroup {...props} />
        <PortalGroup {...props} />
        <StampGroup {...props} />
        <ScanGroup {...props} />
        <PatrolGroup {...props} />
        <MarksGroup marks={props.marks} />
        <SettingsGroup title={t('settings_appearance')}>
          <div>
            <Segment
              label={t('settings_theme')}
              value={settings.theme}
              onChange={(theme) => onSettings({ theme })}
              options={[
                { value: 'system', label: t('settings_themeSystem') },
                { value: 'light', label: t('settings_themeLight') },
                { value: 'dark', label: t('settings_themeDark') },
              ]}
            />
          </div>
        </SettingsGroup>
        <LockGroup
          lock={props.lock}
          idleMinutes={settings.lockIdleMinutes}
          onIdleMinutes={(lockIdleMinutes) => onSettings({ lockIdleMinutes })}
        />
        <SettingsFileGroup file={props.file} />
        <PoolGroup
          pool={props.pool}
          everyMinutes={settings.poolEveryMinutes}
          onEveryMinutes={(poolEveryMinutes) => onSettings({ poolEveryMinutes })}
        />
        <BackupGroup backup={props.backup} />
        <StorageGroup {...props} />
      </div>
    </main>
  );
}
