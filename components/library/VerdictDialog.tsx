import { useEffect, useRef } from 'preact/hooks';
import type { BundleVerdict, Check } from '../../utils/bundle/verdict.ts';
import { t } from '../../utils/i18n.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icon-paths.ts';
import { ProgressBar } from '../ProgressBar.tsx';
import './verdict-dialog.css';

/** A bundle being checked, or what came of it. */
export type Verification =
  | { name: string; done: number; total: number }
  | { name: string; verdict: BundleVerdict }
  | { name: string; failure: string };

const ICONS: Record<Check['state'], IconName> = { ok: 'check-circle', failed: 'warning', absent: 'minus' };

/** Details shown of one failed layer; the rest is counted. */
const SHOWN_DETAILS = 8;

function CheckLine({ check }: { check: Check }) {
  const more = check.details.length - SHOWN_DETAILS;
  return (
    <li class="zj-verdict-check" data-state={check.state}>
      <Icon name={ICONS[check.state]} />
      <div>
        <p>{check.sentence}</p>
        {check.details.slice(0, SHOWN_DETAILS).map((detail) => (
          <p key={detail} class="zj-mono">
            {detail}
          </p>
        ))}
        {more > 0 && <p class="zj-secondary">{t('library_more', more)}</p>}
      </div>
    </li>
  );
}

/** The result of checking a bundle that was dropped on the library: every layer, also those that hold. */
export function VerdictDialog({ verification, onClose }: { verification: Verification; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="zj-verdict" aria-labelledby="verdict-title" onCancel={onClose}>
      <h2 id="verdict-title">{t('verify_title')}</h2>
      <p class="zj-mono">{verification.name}</p>
      {'failure' in verification && <p role="alert">{verification.failure}</p>}
      {'done' in verification && (
        <ProgressBar value={verification.done} max={verification.total} label={t('verify_running')} />
      )}
      {'verdict' in verification && (
        <>
          <p class="zj-verdict-result" data-ok={verification.verdict.ok} role="status">
            <Icon name={verification.verdict.ok ? 'shield-check' : 'warning'} size={20} />
            <b>{t(verification.verdict.ok ? 'verify_ok' : 'verify_failed')}</b>
          </p>
          <ul>
            {verification.verdict.checks.map((check) => (
              <CheckLine key={check.name} check={check} />
            ))}
          </ul>
          {verification.verdict.keyFingerprint && (
            <p class="zj-secondary">
              {t('verify_signer')} <span class="zj-mono">{verification.verdict.keyFingerprint}</span>
            </p>
          )}
        </>
      )}
      <div class="zj-verdict-acts">
        <Button onClick={onClose}>{t('done' in verification ? 'cancel' : 'close')}</Button>
      </div>
    </dialog>
  );
}
