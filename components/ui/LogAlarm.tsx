import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { LogStanding } from '../../utils/store/log-mirror.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import './log-alarm.css';

export interface LogAlarmProps {
  /** Null while it is being compared. */
  standing: LogStanding | null;
  /** Absent where there is no room to ask for the reason: the library has it. */
  onGoOn?: (reason: string) => void;
}

/** The custody log does not agree with its mirror: said on every screen until an officer has said why it goes on. */
export function LogAlarm({ standing, onGoOn }: LogAlarmProps) {
  const [asking, setAsking] = useState(false);
  if (standing === null || standing === 'agrees') return null;
  return (
    <div class="zj-line zj-log-alarm" role="alert">
      <Icon name="warning" />
      <p>
        <b>{t('logAlarm_title')}</b> {t(`logAlarm_${standing}`)} {t('logAlarm_what')}
      </p>
      {onGoOn && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('logAlarm_goOn')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t('logAlarm_goOn')}
          act={t('logAlarm_goOn')}
          onConfirm={(reason) => {
            setAsking(false);
            onGoOn?.(reason);
          }}
          onCancel={() => setAsking(false)}
        >
          <p>{t('logAlarm_goOnHint')}</p>
        </ReasonDialog>
      )}
    </div>
  );
}
