import { useState } from 'preact/hooks';
import { dateTimeText, zonedTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import { actLabel } from '../library/custody-act.ts';
import { Button } from '../ui/Button.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import { foldLog, type LogRun } from './fold-log.ts';

const dayText = (at: string) => dateTimeText(at).slice(0, 10);

export interface DigestedLine {
  line: CustodyLine;
  sha256: string;
}

/** A decision on a finding is kept by the finding's id; its words are shown. */
function detailText(line: CustodyLine, item: EvidenceItem): string {
  const finding = item.record.findings.find(({ id }) => id === line.detail);
  return (line.act === 'dismissed' || line.act === 'restored') && finding
    ? `“${finding.matchedText}” ${finding.ruleName}`
    : line.detail;
}

function Line({ item, row: { line, sha256 } }: { item: EvidenceItem; row: DigestedLine }) {
  return (
    <tr>
      <td class="zj-table-figure">{line.sequence}</td>
      <td class="zj-table-time">
        <time dateTime={line.at}>{zonedTimeText(line.at)}</time>
      </td>
      <td class="zj-table-time">{actLabel(line.act)}</td>
      <td class="zj-custody-detail">{detailText(line, item)}</td>
      <td class="zj-table-time">{line.person}</td>
      <td class="zj-table-digest zj-mono">{sha256}</td>
      <td class="zj-table-digest zj-mono">{line.previous}</td>
    </tr>
  );
}

/** Lines of one day that only say that somebody looked: one row, which opens into all of them. */
function Run({ item, run: { folded, rows } }: { item: EvidenceItem; run: LogRun<DigestedLine> }) {
  const [open, setOpen] = useState(false);
  return (
    <tbody>
      {folded && (
        <tr>
          <td colSpan={7}>
            <Button size="small" expanded={open} onClick={() => setOpen(!open)}>
              {t('log_looked', dayText(rows[0]!.line.at), rows.length)}
            </Button>
          </td>
        </tr>
      )}
      {(!folded || open) && rows.map((row) => <Line key={row.line.sequence} item={item} row={row} />)}
    </tbody>
  );
}

export interface LogTableProps {
  item: EvidenceItem;
  lines: readonly DigestedLine[];
  class: string;
}

/** Lines of a custody log, each with its digest and the one that it cites. */
export function LogTable({ item, lines, class: name }: LogTableProps) {
  return (
    <table class={`zj-table ${name}`}>
      <TableHead
        columns={[
          t('log_sequence'),
          t('log_time'),
          t('log_act'),
          t('log_detail'),
          t('log_person'),
          t('log_digest'),
          t('log_previous'),
        ]}
      />
      {foldLog(lines, dayText).map((run) => (
        <Run key={run.rows[0]!.line.sequence} item={item} run={run} />
      ))}
    </table>
  );
}
