import { keyOf, t, tData } from '../../utils/base/i18n.ts';
import { type Patrol, type PatrolEntry, remainingSeconds } from '../../utils/patrol/patrol.ts';
import type { Reason } from '../../utils/patrol/reason.ts';

/** Why an address was not done, as a sentence. */
export const reasonText = ({ id, value }: Reason): string =>
  tData(`patrolReason_${id.replaceAll('-', '_')}`, ...(value === undefined ? [] : [value]));

export const stateText = ({ state }: PatrolEntry): string =>
  state === 'waiting' ? t('patrol_waiting') : t(keyOf('patrolState', state));

/** How long a patrol will still take, roughly; null while nothing tells. */
export function remainingText(patrol: Patrol): string | null {
  const seconds = remainingSeconds(patrol);
  if (seconds === null || patrol.state !== 'running') return null;
  if (seconds < 90) return t('patrol_seconds', seconds);
  if (seconds < 5_400) return t('patrol_minutes', Math.ceil(seconds / 60));
  return t('patrol_hours', (seconds / 3_600).toFixed(1));
}
