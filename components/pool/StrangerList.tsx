import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { groupedFingerprint } from '../../utils/evidence/trusted-keys.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { Stranger } from './pool-view.ts';
import '../ui/framed-row.css';

interface Props {
  strangers: readonly Stranger[];
  ownKey: string | null;
  onConfirm: (key: string, holder: string) => void;
}

function OneStranger({ stranger, onConfirm }: { stranger: Stranger } & Pick<Props, 'onConfirm'>) {
  const said = [stranger.office, stranger.person].filter(Boolean).join(' ');
  const [holder, setHolder] = useState(said);
  return (
    <li class="zj-framed zj-framed-row">
      <p>
        <b>
          <bdi>{said || t('pool_nameless')}</bdi>
        </b>{' '}
        <span class="zj-secondary">{t('pool_strangerItems', stranger.items)}</span>
      </p>
      <p class="zj-mono">{groupedFingerprint(stranger.key)}</p>
      <div class="zj-pool-confirm">
        <Field label={t('key_holder')}>
          {(control) => <TextInput {...control} value={holder} onInput={setHolder} />}
        </Field>
        <Button disabled={!holder.trim()} onClick={() => onConfirm(stranger.key, holder.trim())}>
          {t('pool_confirm')}
        </Button>
      </div>
    </li>
  );
}

/** Keys that no officer here has compared: what is theirs stays apart until then. */
export function StrangerList({ strangers, ownKey, onConfirm }: Props) {
  return (
    <section class="zj-pool-part">
      <h2>{t('pool_strangers')}</h2>
      <p class="zj-secondary">{t('pool_strangersHint')}</p>
      {ownKey && (
        <div>
          <p class="zj-field-label">{t('pool_ownKey')}</p>
          <p class="zj-mono">{groupedFingerprint(ownKey)}</p>
        </div>
      )}
      <ul>
        {strangers.map((stranger) => (
          <OneStranger key={stranger.key} stranger={stranger} onConfirm={onConfirm} />
        ))}
      </ul>
    </section>
  );
}
