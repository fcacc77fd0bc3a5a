import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface PoolSetting {
  /** Folder or address; null while none is chosen. */
  where: string | null;
  kind: 'folder' | 'webdav' | null;
  user: string;
  /** The browser lets a page write into a folder. */
  folders: boolean;
  /** The store has a passphrase, under which the password is kept. */
  encrypted: boolean;
  failure: string | null;
  onFolder: () => void;
  onWebDav: (url: string, user: string, password: string) => void;
  onForget: () => void;
}

/** Minutes between synchronisations by themselves; 0 is by button alone. */
const EVERY: readonly number[] = [0, 5, 15, 60];

function WebDavForm({ pool }: { pool: PoolSetting }) {
  const [url, setUrl] = useState(pool.kind === 'webdav' ? (pool.where ?? '') : '');
  const [user, setUser] = useState(pool.user);
  const [password, setPassword] = useState('');
  return (
    <form
      class="zj-settings-fields"
      onSubmit={(event) => {
        event.preventDefault();
        pool.onWebDav(url.trim(), user.trim(), password);
        setPassword('');
      }}
    >
      <Field label={t('pool_url')} hint={t('pool_urlHint')} error={pool.failure ?? undefined}>
        {(control) => <TextInput {...control} type="url" value={url} onInput={setUrl} />}
      </Field>
      <div class="zj-settings-pair">
        <Field label={t('pool_user')}>{(control) => <TextInput {...control} value={user} onInput={setUser} />}</Field>
        <Field label={t('pool_password')} hint={t(pool.encrypted ? 'pool_passwordLocked' : 'pool_passwordPlain')}>
          {(control) => <TextInput {...control} type="password" value={password} onInput={setPassword} />}
        </Field>
      </div>
      <div>
        <Button type="submit" disabled={!url.trim()}>
          {t('pool_useWebDav')}
        </Button>
      </div>
    </form>
  );
}

/** Where the evidence of several officers is kept together, and how often it is synchronised. */
export function PoolGroup({
  pool,
  everyMinutes,
  onEveryMinutes,
}: {
  pool: PoolSetting;
  everyMinutes: number;
  onEveryMinutes: (minutes: number) => void;
}) {
  return (
    <SettingsGroup title={t('pool_title')} hint={t('pool_hint')}>
      <p>
        {pool.where === null
          ? t('pool_unset')
          : t(pool.kind === 'folder' ? 'pool_inFolder' : 'pool_onServer', pool.where)}
      </p>
      <div class="zj-acts">
        {pool.folders && (
          <Button icon="folder" onClick={pool.onFolder}>
            {t('pool_chooseFolder')}
          </Button>
        )}
        {pool.where !== null && <Button onClick={pool.onForget}>{t('pool_forget')}</Button>}
      </div>
      {!pool.folders && <p class="zj-secondary">{t('pool_noFolders')}</p>}
      <WebDavForm key={pool.where} pool={pool} />
      <ChoiceField
        label={t('pool_every')}
        hint={t('pool_everyHint')}
        value={everyMinutes}
        choices={EVERY}
        words={(minutes) => (minutes === 0 ? t('pool_byHand') : t('pool_everyMinutes', minutes))}
        onChange={onEveryMinutes}
      />
    </SettingsGroup>
  );
}
