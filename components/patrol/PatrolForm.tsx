import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { PATROL_CAPTURES, type PatrolCapture } from '../../utils/patrol/patrol.ts';
import { Managed } from '../settings/Managed.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { PatrolSources } from './PatrolSources.tsx';
import './patrol-form.css';

/** What an officer asks for. */
export interface PatrolRequest {
  name: string;
  /** Pasted lines. */
  text: string;
  file: File | null;
  capture: PatrolCapture;
  paceSeconds: number;
  everyDays: number | null;
  /** Pasted lines: 有 or 无, then an address. */
  probes: string;
}

export interface PatrolFormProps {
  defaults: Pick<PatrolRequest, 'capture' | 'paceSeconds'>;
  /** Open pages whose links can be taken. */
  tabs: readonly { id: number; title: string }[];
  busy: boolean;
  error: string | null;
  onLinks: (tabId: number) => Promise<string>;
  onChooseFile: () => Promise<File | undefined>;
  onStart: (request: PatrolRequest) => void;
}

const EVERY = ['', '1', '7', '14', '30'] as const;

/** Everything that a new patrol needs; the list first. */
export function PatrolForm({ defaults, tabs, busy, error, onLinks, onChooseFile, onStart }: PatrolFormProps) {
  const [request, setRequest] = useState<PatrolRequest>({
    name: '',
    text: '',
    file: null,
    everyDays: null,
    probes: '',
    ...defaults,
  });
  const change = (some: Partial<PatrolRequest>) => setRequest((before) => ({ ...before, ...some }));
  const takeLinks = async (tabId: number) => {
    const links = await onLinks(tabId);
    setRequest((before) => ({ ...before, text: [before.text, links].filter(Boolean).join('\n') }));
  };
  return (
    <form
      class="zj-framed zj-patrol-form"
      aria-label={t('patrol_new')}
      onSubmit={(event) => {
        event.preventDefault();
        onStart(request);
      }}
    >
      <Field label={t('patrol_addresses')} hint={t('patrol_addressesHint')}>
        {(control) => <TextArea {...control} rows={8} value={request.text} onInput={(text) => change({ text })} />}
      </Field>
      <PatrolSources
        file={request.file}
        tabs={tabs}
        onFile={() => void onChooseFile().then((file) => file && change({ file }))}
        onTab={(tabId) => void takeLinks(tabId)}
      />
      <div class="zj-patrol-form-choices">
        <Field label={t('patrol_name')}>
          {(control) => (
            <TextInput
              {...control}
              value={request.name}
              placeholder={t('patrol_namePlaceholder')}
              onInput={(name) => change({ name })}
            />
          )}
        </Field>
        <Managed setting="patrolCapture">
          <Field label={t('patrol_capture')}>
            {(control) => (
              <Select
                {...control}
                value={request.capture}
                options={PATROL_CAPTURES.map((value) => ({ value, label: t(`patrol_capture_${value}`) }))}
                onChange={(capture) => change({ capture })}
              />
            )}
          </Field>
        </Managed>
        <Managed setting="patrolPaceSeconds">
          <Field label={t('patrol_pace')}>
            {(control) => (
              <TextInput
                {...control}
                type="number"
                value={String(request.paceSeconds)}
                onInput={(pace) => change({ paceSeconds: Math.min(3_600, Math.max(0, Number(pace) || 0)) })}
              />
            )}
          </Field>
        </Managed>
        <Field label={t('patrol_every')}>
          {(control) => (
            <Select
              {...control}
              value={request.everyDays === null ? '' : (String(request.everyDays) as (typeof EVERY)[number])}
              options={EVERY.map((value) => ({
                value,
                label: value === '' ? t('patrol_once') : t('patrol_everyDays', value),
              }))}
              onChange={(days) => change({ everyDays: days === '' ? null : Number(days) })}
            />
          )}
        </Field>
      </div>
      <ProbeField probes={request.probes} onProbes={(probes) => change({ probes })} />
      {error && (
        <Note icon="warning" tone="missing">
          {error}
        </Note>
      )}
      <Button type="submit" variant="filled" icon="play" busy={busy}>
        {busy ? t('patrol_reading') : t('patrol_start')}
      </Button>
    </form>
  );
}

function ProbeField({ probes, onProbes }: { probes: string; onProbes: (probes: string) => void }) {
  return (
    <details>
      <summary>{t('patrol_probes')}</summary>
      <Field label={t('patrol_probes')} hint={t('patrol_probesHint')}>
        {(control) => <TextArea {...control} rows={3} value={probes} onInput={onProbes} />}
      </Field>
    </details>
  );
}
