import { t } from '../../utils/base/i18n.ts';
import type { CustodyAct } from '../../utils/evidence/record.ts';

const KEYS = {
  'capture-started': 'act_captureStarted',
  captured: 'act_captured',
  'capture-cancelled': 'act_captureCancelled',
  'capture-interrupted': 'act_captureInterrupted',
  viewed: 'act_viewed',
  verified: 'act_verified',
  exported: 'act_exported',
  imported: 'act_imported',
  noted: 'act_noted',
  'status-changed': 'act_statusChanged',
  dismissed: 'act_dismissed',
  restored: 'act_restored',
  confirmed: 'act_confirmed',
  'paper-made': 'act_paperMade',
  stamped: 'act_stamped',
  supplemented: 'act_supplemented',
  'register-imported': 'act_registerImported',
  'register-removed': 'act_registerRemoved',
  surveyed: 'act_surveyed',
  'desk-changed': 'act_deskChanged',
  'settings-changed': 'act_settingsChanged',
  deleted: 'act_deleted',
} as const satisfies Record<CustodyAct, string>;

/** What the officer reads for an act of the custody log. */
export const actLabel = (act: CustodyAct) => t(KEYS[act]);
