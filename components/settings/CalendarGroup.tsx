import type { CalendarYear } from '../../rules/work-calendar.ts';
import { t } from '../../utils/base/i18n.ts';
import { calendarInForce } from '../../utils/evidence/deadline.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import './papers-group.css';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { SpansField } from './SpansField.tsx';

export interface CalendarGroupProps extends SettingsPart {
  /** ISO 8601 date, local. */
  today: string;
}

/** The working calendar that deadlines are counted by: the published arrangement, or the office's own in its place. */
export function CalendarGroup({ settings, onSettings, today }: CalendarGroupProps) {
  const own = settings.calendar;
  const years = calendarInForce(own);
  const change = (year: CalendarYear) =>
    onSettings({ calendar: [...own.filter((each) => each.year !== year.year), year] });
  const next = Math.max(Number(today.slice(0, 4)) - 1, ...years.map(({ year }) => year)) + 1;
  return (
    <SettingsGroup title={t('calendar_group')} hint={t('calendar_groupHint')}>
      <Managed setting="calendar">
        {years.map((year) => {
          const isOwn = own.some((each) => each.year === year.year);
          return (
            <details key={year.year} class="zj-template-fields">
              <summary>
                {t('calendar_year', year.year)} {isOwn ? <Chip tone="accent">{t('calendar_own')}</Chip> : null}
              </summary>
              <div class="zj-settings-fields">
                <div class="zj-settings-pair">
                  <SpansField
                    label={t('calendar_daysOff')}
                    hint={t('calendar_spansHint')}
                    spans={year.daysOff}
                    onCommit={(daysOff) => change({ ...year, daysOff })}
                  />
                  <SpansField
                    label={t('calendar_worked')}
                    spans={year.workedWeekends}
                    onCommit={(workedWeekends) => change({ ...year, workedWeekends })}
                  />
                </div>
                <Field label={t('calendar_source')}>
                  {(control) => (
                    <DraftInput {...control} value={year.source} onCommit={(source) => change({ ...year, source })} />
                  )}
                </Field>
                {isOwn && (
                  <div>
                    <Button
                      size="small"
                      icon="undo"
                      onClick={() => onSettings({ calendar: own.filter((each) => each.year !== year.year) })}
                    >
                      {t('calendar_restore')}
                    </Button>
                  </div>
                )}
              </div>
            </details>
          );
        })}
        <div>
          <Button
            size="small"
            icon="add"
            onClick={() => change({ year: next, daysOff: [], workedWeekends: [], source: '' })}
          >
            {t('calendar_add', next)}
          </Button>
        </div>
      </Managed>
    </SettingsGroup>
  );
}
