import type { BenchReport, Row } from './run-bench.ts';

const round = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2);

function rowsOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const cellsOf = (row: Row) => [
  row.method,
  row.characters.toLocaleString('en'),
  round(row.ms),
  `${round(row.ratio)} (p90 ${round(row.ratioP90)})`,
  row.method.startsWith('floor') ? '–' : `${Math.round(row.recall * 100)} %`,
  String(row.rounds),
];

/** The report as Markdown tables, with the date and the machine. */
export function markdown(report: BenchReport): string {
  return [
    `Measured ${report.date} on ${report.machine}, ${report.browser}.`,
    '',
    rowsOf(['method', 'characters', 'ms', '× floor', 'plants found', 'rounds'], report.rows.map(cellsOf)),
    '',
    rowsOf(
      ['figure', 'measured', 'target', 'reached'],
      report.figures.map(({ name, value, unit, target }) => [
        name,
        `${round(value)} ${unit}`,
        `≤ ${target} ${unit}`,
        value <= target ? 'yes' : 'no',
      ]),
    ),
  ].join('\n');
}
