import { keyOf, t } from '../../utils/base/i18n.ts';
import type { CertificateChange, FindingChanges } from '../../utils/evidence/compare-captures.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { boxStyle } from '../library/place-boxes.ts';
import { Chip } from '../ui/Chip.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import '../ui/table-head.css';
import './item-tables.css';
import { TableHead } from '../ui/TableHead.tsx';

type State = CertificateChange['state'];

const TONES = { gone: 'ok', stayed: 'weak', added: 'missing' } as const;

/** 已消失, 仍在 or 新出现. */
export const StateChip = ({ state }: { state: State }) => <Chip tone={TONES[state]}>{t(`recheck_${state}`)}</Chip>;

const Rows = ({ state, findings }: { state: State; findings: readonly Finding[] }) => (
  <>
    {findings.map((finding) => (
      <tr key={`${state}-${finding.id}`}>
        <td class="zj-table-number">
          <StateChip state={state} />
        </td>
        <td class="zj-table-context">
          <HighlightedSnippet
            prefix={finding.prefix}
            match={finding.matchedText}
            suffix={finding.suffix}
            kind={boxStyle(finding)}
          />
        </td>
        <td>{finding.ruleName}</td>
      </tr>
    ))}
  </>
);

/** The findings of both captures: those gone, those new, those still there. */
export function FindingRows({ gone, stayed, added }: FindingChanges) {
  if (gone.length + stayed.length + added.length === 0) return <p class="zj-tab-empty">{t('recheck_noFindings')}</p>;
  return (
    <table class="zj-table">
      <TableHead columns={[t('recheck_state'), t('findings_context'), t('library_rule')]} />
      <tbody>
        <Rows state="gone" findings={gone} />
        <Rows state="added" findings={added} />
        <Rows state="stayed" findings={stayed} />
      </tbody>
    </table>
  );
}

/** The certificates of both captures, with the fields that are shown otherwise than before. */
export function CertificateChanges({ changes }: { changes: readonly CertificateChange[] }) {
  if (changes.length === 0) return <p class="zj-tab-empty">{t('item_noCertificates')}</p>;
  return (
    <table class="zj-table">
      <TableHead columns={[t('recheck_state'), t('certificates'), t('recheck_fields')]} />
      <tbody>
        {changes.map(({ state, certificate, fields }) => (
          <tr key={`${state}-${certificate.id}`}>
            <td class="zj-table-number">
              <StateChip state={state} />
            </td>
            <td>
              {t(keyOf('certificateKind', certificate.kind))}
              <p class="zj-mono">{certificate.fields.certificateNumber?.value ?? t('fieldStatus_missing')}</p>
            </td>
            <td>
              {fields.map(({ field, before, after }) => (
                <p key={field}>
                  {t(
                    'recheck_field',
                    t(`field_${field}`),
                    before ?? t('fieldStatus_missing'),
                    after ?? t('fieldStatus_missing'),
                  )}
                </p>
              ))}
              {state === 'stayed' && fields.length === 0 && t('recheck_sameFields')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
