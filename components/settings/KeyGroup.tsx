import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { groupedFingerprint, parseFingerprint, type TrustedKey } from '../../utils/evidence/trusted-keys.ts';
import { Button } from '../ui/Button.tsx';
import { DigestLine } from '../ui/DigestLine.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import './key-group.css';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface KeyGroupProps extends SettingsPart {
  /** SHA-256 of the signing key's public half; null until it is read. */
  keyFingerprint: string | null;
  /** ISO 8601 date, local. */
  today: string;
  /** Saves the public half with its fingerprint, for the office's records. */
  onExportKey: () => void;
  onCopy: (text: string) => void;
}

function TrustedLine({ entry, onRemove }: { entry: TrustedKey; onRemove: () => void }) {
  return (
    <li class="zj-key-line">
      <div>
        <p>
          <bdi>{entry.holder}</bdi> <span class="zj-secondary">{t('key_addedOn', entry.addedOn)}</span>
        </p>
        <p class="zj-mono">{groupedFingerprint(entry.fingerprint)}</p>
      </div>
      <IconButton icon="close" label={t('key_remove', entry.holder)} onClick={onRemove} />
    </li>
  );
}

function AddKey({ known, onAdd }: { known: readonly string[]; onAdd: (fingerprint: string, holder: string) => void }) {
  const [text, setText] = useState('');
  const [holder, setHolder] = useState('');
  const [asked, setAsked] = useState(false);
  const fingerprint = parseFingerprint(text);
  const fault = () => {
    if (!asked || (fingerprint && !known.includes(fingerprint))) return undefined;
    return t(fingerprint ? 'key_known' : 'key_malformed');
  };
  const add = () => {
    setAsked(true);
    if (!fingerprint || known.includes(fingerprint) || !holder.trim()) return;
    onAdd(fingerprint, holder.trim());
    setText('');
    setHolder('');
    setAsked(false);
  };
  return (
    <div class="zj-key-add">
      <Field label={t('key_fingerprint')} error={fault()}>
        {(control) => <TextInput {...control} mono value={text} onInput={setText} />}
      </Field>
      <Field label={t('key_holder')} error={asked && !holder.trim() ? t('key_holderMissing') : undefined}>
        {(control) => <TextInput {...control} value={holder} onInput={setHolder} />}
      </Field>
      <Button icon="add" onClick={add}>
        {t('key_register')}
      </Button>
    </div>
  );
}

/** This installation's key for the records of others, and the keys of others for this office. */
export function KeyGroup({ settings, onSettings, keyFingerprint, today, onExportKey, onCopy }: KeyGroupProps) {
  const { trustedKeys } = settings;
  const known = [...trustedKeys.map(({ fingerprint }) => fingerprint), ...(keyFingerprint ? [keyFingerprint] : [])];
  return (
    <SettingsGroup title={t('settings_keys')} hint={t('settings_keysHint')}>
      {keyFingerprint && (
        <div>
          <p class="zj-field-label">{t('settings_key')}</p>
          <DigestLine algorithm="SHA-256" value={keyFingerprint} full onCopy={onCopy} />
          <p class="zj-secondary">{t('settings_keyHint')}</p>
          <Button size="small" icon="download" onClick={onExportKey}>
            {t('settings_keyExport')}
          </Button>
        </div>
      )}
      <div>
        <p class="zj-field-label">{t('settings_trustedKeys')}</p>
        {trustedKeys.length === 0 && <p class="zj-secondary">{t('settings_trustedNone')}</p>}
        <ul>
          {trustedKeys.map((entry) => (
            <TrustedLine
              key={entry.fingerprint}
              entry={entry}
              onRemove={() =>
                onSettings({ trustedKeys: trustedKeys.filter(({ fingerprint }) => fingerprint !== entry.fingerprint) })
              }
            />
          ))}
        </ul>
        <AddKey
          known={known}
          onAdd={(fingerprint, holder) =>
            onSettings({ trustedKeys: [...trustedKeys, { fingerprint, holder, addedOn: today }] })
          }
        />
      </div>
    </SettingsGroup>
  );
}
