import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { MadePaper } from '../../utils/evidence/record.ts';
import { DigestLine } from '../ui/DigestLine.tsx';
import '../ui/table-head.css';
import './item-tables.css';
import { TableHead } from '../ui/TableHead.tsx';

/** The papers made from an item, newest first, each with the digest of the file that was handed over. */
export function MadePapers({ made, onCopy }: { made: readonly MadePaper[]; onCopy: (text: string) => void }) {
  return (
    <section>
      <h2>{t('documents_made')}</h2>
      <table class="zj-table">
        <TableHead
          columns={[
            t('documents_number'),
            t('documents_title'),
            t('documents_file'),
            t('log_time'),
            t('documents_template'),
            t('documents_digest'),
          ]}
        />
        <tbody>
          {[...made].reverse().map((paper) => (
            <tr key={`${paper.madeAt} ${paper.name}`}>
              <td class="zj-table-time">{paper.number || t('documents_noNumber')}</td>
              <td class="zj-table-time">{paper.title}</td>
              <td class="zj-table-time zj-mono">{paper.name}</td>
              <td class="zj-table-time">
                <time dateTime={paper.madeAt}>{dateTimeText(paper.madeAt)}</time>
              </td>
              <td>{paper.template?.name ?? t('documents_ownLayout')}</td>
              <td>
                <DigestLine algorithm="SHA-256" value={paper.sha256} onCopy={onCopy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
