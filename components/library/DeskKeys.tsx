import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { groupedFingerprint } from '../../utils/evidence/trusted-keys.ts';
import { Button } from '../ui/Button.tsx';
import { KeyChip } from '../ui/KeyChip.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import './desk-lists.css';
import type { DeskKey } from './desk-state.ts';

function Register({ onTrust }: { onTrust: (holder: string) => void }) {
  const [holder, setHolder] = useState('');
  return (
    <div class="zj-desk-register">
      <TextInput
        label={t('key_holder')}
        placeholder={t('key_holder')}
        value={holder}
        onInput={setHolder}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && holder.trim()) onTrust(holder.trim());
        }}
      />
      <Button disabled={holder.trim() === ''} onClick={() => onTrust(holder.trim())}>
        {t('key_register')}
      </Button>
    </div>
  );
}

/** The keys that signed and sealed, beside the office's list: a signature names a device only when its fingerprint is known. */
export function DeskKeys({
  keys,
  onTrust,
}: {
  keys: readonly DeskKey[];
  onTrust: (fingerprint: string, holder: string) => void;
}) {
  const strangers = keys.some(({ standing }) => standing.kind === 'unknown');
  return (
    <section>
      <h3>{t('verify_keys')}</h3>
      {strangers && <p class="zj-secondary">{t('key_unknownHint')}</p>}
      <ul>
        {keys.map(({ fingerprint, standing, signsBundle, seals, addenda }) => (
          <li key={fingerprint} class="zj-desk-key">
            <p>
              <KeyChip standing={standing} />
              <span class="zj-secondary">
                {[
                  signsBundle && t('key_signsBundle'),
                  seals > 0 && t('key_seals', seals),
                  addenda > 0 && t('key_addenda', addenda),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <p class="zj-mono">{groupedFingerprint(fingerprint)}</p>
            {standing.kind === 'unknown' && <Register onTrust={(holder) => onTrust(fingerprint, holder)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
