import { useEffect, useState } from 'preact/hooks';
import { sizeText, zonedTimeText } from '../../utils/base/figures.ts';
import { keyOf, t, tData } from '../../utils/base/i18n.ts';
import type { StatedOrigin } from '../../utils/evidence/external-picture.ts';
import type { Artefact, EvidenceRecord } from '../../utils/evidence/record.ts';
import { FactRow } from '../ui/FactRow.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SectionHead } from '../ui/SectionHead.tsx';
import '../ui/table-head.css';
import './environment-tab.css';
import { type Fact, flattenFacts } from './flatten-facts.ts';
import './item-tables.css';

/** Files whose facts are listed, in this order. */
const LISTED_ROLES = ['network', 'tls', 'environment'] as const;

/** The word for a key of a captured file, or for its yes and no; the key itself where there is none. */
function factLabel(key: string): string {
  if (!/^\w+$/.test(key)) return key;
  const known = tData(`fact_${key}`);
  return known === `fact_${key}` ? key : known;
}

/** A moment as it is captured: UTC, ISO 8601. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** A value as a person reads it; what stands in the file stays in the file. */
function factText(value: string): string {
  if (value === 'true' || value === 'false') return factLabel(value);
  return MOMENT.test(value) && !Number.isNaN(Date.parse(value)) ? zonedTimeText(value) : value;
}

export interface EnvironmentTabProps {
  record: EvidenceRecord;
  loadArtefact: (name: string) => Promise<Blob>;
  onSave: (name: string) => void;
}

/** The facts of one listed file: its JSON, or the certificates of a chain, read only when somebody looks. */
async function factsOf({ mediaType }: Artefact, text: string): Promise<readonly Fact[]> {
  if (mediaType === 'application/json') return flattenFacts(JSON.parse(text));
  const { readCertificateChain } = await import('../../utils/bundle/x509-chain.ts');
  return flattenFacts(await readCertificateChain(text));
}

/** The facts of the listed files by artefact name; a damaged or malformed file has none. */
function useFacts(artefacts: readonly Artefact[], load: EnvironmentTabProps['loadArtefact']) {
  const [facts, setFacts] = useState<ReadonlyMap<string, readonly Fact[]>>(new Map());
  useEffect(() => {
    let wanted = true;
    const read = async (artefact: Artefact) => {
      const read = await factsOf(artefact, await (await load(artefact.name)).text());
      if (wanted) setFacts((before) => new Map(before).set(artefact.name, read));
    };
    for (const artefact of artefacts) read(artefact).catch(reportError);
    return () => {
      wanted = false;
    };
  }, []);
  return facts;
}

/** Where a picture from elsewhere comes from: what an officer stated, and the file as it was handed over. */
function OriginFacts({ origin }: { origin: StatedOrigin }) {
  return (
    <>
      <FactRow label={t('picture_notCaptured')}>{t('picture_stated')}</FactRow>
      <FactRow label={t('picture_manner')}>{t(keyOf('picture_manner', origin.manner))}</FactRow>
      <FactRow label={t('picture_where')}>{origin.where}</FactRow>
      <FactRow label={t('picture_when')}>{origin.when.replace('T', ' ')}</FactRow>
      <FactRow label={t('picture_from')}>{origin.from || t('none')}</FactRow>
      <FactRow label={t('picture_note')}>{origin.note || t('none')}</FactRow>
      <FactRow label={t('picture_file')}>{`${origin.fileName} · ${zonedTimeText(origin.fileModifiedAt)}`}</FactRow>
    </>
  );
}

function PageFacts({ record }: { record: EvidenceRecord }) {
  const { page, software, officers } = record;
  const { width, height, devicePixelRatio } = page.viewport;
  return (
    <section>
      <SectionHead title={t(record.external ? 'externalPicture' : 'environment_page')} />
      {record.external ? (
        <OriginFacts origin={record.external} />
      ) : (
        <>
          <FactRow label={t('environment_address')}>{page.url}</FactRow>
          {page.loadedFrom !== undefined && <FactRow label={t('environment_loadedFrom')}>{page.loadedFrom}</FactRow>}
          <FactRow label={t('environment_title')}>{page.title || t('none')}</FactRow>
          <FactRow label={t('environment_referrer')}>{page.referrer || t('none')}</FactRow>
        </>
      )}
      <FactRow label={t('environment_started')}>{zonedTimeText(record.startedAt)}</FactRow>
      <FactRow label={t('environment_sealed')}>{zonedTimeText(record.sealedAt)}</FactRow>
      <FactRow label={t('environment_zone')}>{record.timeZone}</FactRow>
      {!record.external && (
        <FactRow label={t('environment_window')}>{`${width} × ${height} · ${devicePixelRatio}×`}</FactRow>
      )}
      <FactRow label={t('environment_document')}>{`${page.document.width} × ${page.document.height}`}</FactRow>
      <FactRow label={t('environment_method')}>{t(keyOf('method', record.method))}</FactRow>
      <FactRow label={t('environment_software')}>{`${software.name} ${software.version}`}</FactRow>
      <FactRow label={t('environment_browser')}>{software.userAgent}</FactRow>
      <FactRow label={t('environment_office')}>{record.office || t('none')}</FactRow>
      <FactRow label={t('environment_officers')}>
        {officers.map(({ name, licence }) => `${name} ${licence}`).join(t('listComma')) || t('none')}
      </FactRow>
      <FactRow label={t('environment_packs')}>
        {record.rulePacks.map(({ id, version }) => `${id} ${version}`).join(t('listComma')) || t('none')}
      </FactRow>
    </section>
  );
}

function NotCapturedFacts({ record }: { record: EvidenceRecord }) {
  return (
    <section>
      <SectionHead title={t('notCaptured')} count={record.notCaptured.length} />
      {record.notCaptured.map(({ what, reason }) => (
        <FactRow key={what} label={what}>
          {reason}
        </FactRow>
      ))}
      {record.notCaptured.length === 0 && <p class="zj-tab-empty">{t('none')}</p>}
    </section>
  );
}

function Files({ record, onSave }: Pick<EnvironmentTabProps, 'record' | 'onSave'>) {
  return (
    <section>
      <SectionHead title={t('files_title')} count={record.artefacts.length} />
      <table class="zj-table">
        <thead class="zj-table-head">
          <tr>
            <th>{t('files_name')}</th>
            <th>{t('files_method')}</th>
            <th class="zj-table-figure">{t('files_size')}</th>
            <th>SHA-256</th>
            <th>
              <span class="zj-unseen">{t('item_saveCopy')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {record.artefacts.map(({ name, method, size, sha256, capturedAt, derivedFrom }) => (
            <tr key={name}>
              <td class="zj-mono">{name}</td>
              <td>
                {method}
                <p class="zj-secondary">
                  {zonedTimeText(capturedAt)}
                  {derivedFrom && ` · ${t('files_derived')}`}
                </p>
              </td>
              <td class="zj-table-figure">{sizeText(size)}</td>
              <td class="zj-table-digest zj-mono">{sha256}</td>
              <td>
                <IconButton icon="download" label={t('files_save', name)} onClick={() => onSave(name)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where, when and with what the page was captured; what the network said; what was not captured; every file. */
export function EnvironmentTab({ record, loadArtefact, onSave }: EnvironmentTabProps) {
  const listed = LISTED_ROLES.flatMap((role) =>
    record.artefacts.filter((artefact) => artefact.role === role).map((artefact) => ({ role, artefact })),
  );
  const facts = useFacts(
    listed.map(({ artefact }) => artefact),
    loadArtefact,
  );
  return (
    <div class="zj-tab-scroll zj-environment">
      <div class="zj-environment-columns">
        <PageFacts record={record} />
        {listed.map(({ role, artefact }) => (
          <section key={artefact.name}>
            <SectionHead title={t(`files_${role}`)} trailing={<span>{artefact.method}</span>} />
            {(facts.get(artefact.name) ?? []).map(({ path, value }) => (
              <FactRow key={path.join('/')} label={path.map(factLabel).join(' · ')}>
                {factText(value)}
              </FactRow>
            ))}
          </section>
        ))}
        <NotCapturedFacts record={record} />
      </div>
      <Files record={record} onSave={onSave} />
    </div>
  );
}
