import { useState } from 'preact/hooks';
import { countText, sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { BundleVerdict, Check } from '../../utils/bundle/bundle-verdict.ts';
import type { FileState, FileVerdict } from '../../utils/bundle/file-verdict.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { SectionHead } from '../ui/SectionHead.tsx';
import './desk-verdict.css';

const ICONS: Record<Check['state'], IconName> = { ok: 'check-circle', failed: 'warning', absent: 'minus' };

const FILE_ICONS: Record<FileState, IconName> = {
  differs: 'warning',
  missing: 'warning',
  extra: 'warning',
  unlisted: 'minus',
  ok: 'check-circle',
};

const STATE_LABELS = {
  differs: () => t('file_differs'),
  missing: () => t('file_missing'),
  extra: () => t('file_extra'),
  unlisted: () => t('file_unlisted'),
  ok: () => t('file_ok'),
} as const satisfies Record<FileState, () => string>;

/** Details shown of one failed layer, and rows of the list of files; the rest is counted. */
const SHOWN_DETAILS = 8;
const SHOWN_FILES = 500;

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

function Layers({ title, checks }: { title: string; checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span>{checks.length}</span>
      </h3>
      <ul>
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Files({ files }: { files: readonly FileVerdict[] }) {
  const wrong = files.filter(({ state }) => state !== 'ok' && state !== 'unlisted').length;
  const [open, setOpen] = useState(wrong > 0);
  if (files.length === 0) return null;
  return (
    <section class="zj-desk-files">
      <SectionHead
        title={t('verify_files')}
        count={files.length}
        open={open}
        onToggle={() => setOpen(!open)}
        controls="desk-files"
        trailing={
          <span class="zj-secondary">
            {wrong > 0 ? t('verify_filesWrong', countText(wrong)) : t('verify_filesAgree', countText(files.length))}
          </span>
        }
      />
      {open && (
        <ul id="desk-files">
          {files.slice(0, SHOWN_FILES).map(({ path, state, size }) => (
            <li key={path} class="zj-desk-file" data-state={state}>
              <Icon name={FILE_ICONS[state]} size={14} />
              <span class="zj-mono">{path}</span>
              <span class="zj-secondary">{size === undefined ? '' : sizeText(size)}</span>
              <span class="zj-desk-file-state">{STATE_LABELS[state]()}</span>
            </li>
          ))}
          {files.length > SHOWN_FILES && (
            <li class="zj-secondary">{t('library_more', countText(files.length - SHOWN_FILES))}</li>
          )}
        </ul>
      )}
    </section>
  );
}

/** What does not hold, what could not be checked, what holds; then every file. */
export function DeskVerdict({ verdict }: { verdict: BundleVerdict }) {
  const { ok, checks, files } = verdict;
  const of = (state: Check['state']) => checks.filter((check) => check.state === state);
  return (
    <>
      <p class="zj-line zj-verdict-result" data-ok={ok} role="status">
        <Icon name={ok ? 'shield-check' : 'warning'} size={20} />
        <b>{t(ok ? 'verify_ok' : 'verify_failed')}</b>
        {!ok && <span>{t('verify_noImport')}</span>}
      </p>
      <Layers title={t('verify_layersFailed')} checks={of('failed')} />
      <Layers title={t('verify_layersAbsent')} checks={of('absent')} />
      <Layers title={t('verify_layersOk')} checks={of('ok')} />
      <Files files={files} />
    </>
  );
}
