import type { PdfSheetProps } from '../../components/pdf/PdfSheet.tsx';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { pageTops } from '../../utils/pdf/read-pages.ts';
import type { PictureBox } from '../../utils/recognition/picture-reading.ts';
import type { PdfSession } from './pdf-session.ts';

type Sheet = Omit<PdfSheetProps, 'draw'>;

/** Where the first of its fields stands, CSS px of all pages laid below each other. */
function firstPlace({ fields, rect }: Certificate): PictureBox | undefined {
  const [box] = Object.values(fields).flatMap((value) => value.box ?? []);
  return rect && box && { ...box, y: rect.y + box.y };
}

/** The pages as they are shown, each with what was found on it. */
export function sheetsOf({ pages, findings, certificates, marked }: PdfSession): Sheet[] {
  const tops = pageTops(pages);
  const all = [
    ...findings.flatMap(({ id, ruleName, rect, disposition, level }) =>
      rect ? [{ id, label: ruleName, tone: disposition === 'claim' ? level : ('cited' as const), rect }] : [],
    ),
    ...certificates.flatMap((certificate) => {
      const label = t(keyOf('certificateKind', certificate.kind));
      const rect = firstPlace(certificate);
      return rect ? [{ id: certificate.id, label, tone: 'certificate' as const, rect }] : [];
    }),
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
