import type { PdfSheetProps } from '../../components/pdf/PdfSheet.tsx';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { pageTops } from '../../utils/pdf/read-pages.ts';
import type { PdfSession } from './pdf-session.ts';

type Sheet = Omit<PdfSheetProps, 'draw'>;

/** The pages as they are shown, each with what was found on it. */
export function sheetsOf({ pages, findings, certificates, marked }: PdfSession): Sheet[] {
  const tops = pageTops(pages);
  const all = [
    ...findings.flatMap(({ id, ruleName, rect, disposition, level }) =>
      rect ? [{ id, label: ruleName, tone: disposition === 'claim' ? level : ('cited' as const), rect }] : [],
    ),
    ...certificates.flatMap(({ id, kind, rect }) =>
      rect ? [{ id, label: t(keyOf('certificateKind', kind)), tone: 'certificate' as const, rect }] : [],
    ),
  ];
  const marks = marked ? all : [];
  return pages.map(({ number, width, height, lines }, index): Sheet => {
    const top = tops[index]!;
    const own = marks.filter(({ rect }) => rect.y >= top && rect.y < top + height);
    return {
      number,
      width,
      height,
      lines,
      marks: own.map(({ rect, ...mark }) => ({ ...mark, box: { ...rect, y: rect.y - top } })),
    };
  });
}
