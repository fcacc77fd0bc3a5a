import type { PaperFile, PaperPlan, PaperRequest } from '../../utils/documents/paper-files.ts';
import type { PaperFormat } from '../../utils/documents/paper-format.ts';
import { PAPER_KINDS, PAPER_TITLES, type PaperKind } from '../../utils/documents/paper-kinds.ts';
import type { TemplateCard } from '../../utils/documents/template-card.ts';
import { localDate } from '../../utils/evidence/deadline.ts';
import { digestBlob } from '../../utils/evidence/digest.ts';
import type { EvidenceItem, MadePaper } from '../../utils/evidence/record.ts';
import type { Settings } from '../../utils/settings.ts';
import { readCase } from '../../utils/store/cases.ts';
import { numberOf, recordPapers, takePaperNumber } from '../../utils/store/paper-store.ts';
import { readTemplate } from '../../utils/store/template-store.ts';

type Paperwork = Pick<Settings, 'office' | 'officers' | 'papers' | 'calendar'>;

const today = () => localDate(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The case of all items; undefined when there is none or more than one. */
async function caseOf(items: readonly EvidenceItem[]) {
  const [caseId, ...others] = new Set(items.map((item) => item.caseId));
  return caseId && !others.length ? readCase(caseId) : undefined;
}

async function write(
  items: readonly EvidenceItem[],
  { office, officers, calendar }: Paperwork,
  plans: readonly PaperPlan[],
): Promise<PaperFile[]> {
  const about = await caseOf(items);
  const request: PaperRequest = { items, office: { name: office, officers }, about, calendar, today: today(), plans };
  // The word processor's library is large and only an export needs it.
  const { paperFiles } = await import('../../utils/documents/paper-files.ts');
  return paperFiles(request);
}

const usable = (template: Awaited<ReturnType<typeof readTemplate>>): PaperPlan['template'] =>
  template && { bytes: template.bytes, placeholders: [...template.card.known, ...template.card.unknown] };

const titleOf = (kind: PaperKind, { papers }: Paperwork) => papers[kind]?.title || PAPER_TITLES[kind];

/**
 * The papers that go into a bundle, filled in from the settings and from the case, when all items are of the same one. A paper
 * that was made before keeps its number; the others leave it blank, since only making a paper gives one out.
 */
export async function officePapers(items: readonly EvidenceItem[], settings: Paperwork): Promise<PaperFile[]> {
  const plans: PaperPlan[] = [];
  for (const kind of PAPER_KINDS) {
    const template = usable(await readTemplate(kind));
    const number = numberOf(kind, items) ?? '';
    plans.push({ kind, number, title: titleOf(kind, settings), formats: ['docx', 'html'], template });
  }
  return write(items, settings, plans);
}

/** Which papers an officer asks for. */
export interface PaperOrder {
  kinds: readonly PaperKind[];
  formats: readonly PaperFormat[];
}

/** Makes papers, gives each kind its number, and keeps number and digest with the items and in the log. @throws TemplateError */
export async function makePapers(
  items: readonly EvidenceItem[],
  { kinds, formats }: PaperOrder,
  settings: Paperwork,
  person: string,
): Promise<PaperFile[]> {
  const plans: PaperPlan[] = [];
  const templates = new Map<PaperKind, TemplateCard>();
  const inCase = (await caseOf(items)) !== undefined;
  for (const kind of kinds.filter((each) => inCase || each !== 'transfer-letter')) {
    const template = await readTemplate(kind);
    if (template) templates.set(kind, template.card);
    const pattern = settings.papers[kind]?.numberPattern ?? '';
    const number = numberOf(kind, items) || (await takePaperNumber(kind, pattern, Number(today().slice(0, 4))));
    plans.push({ kind, number, title: titleOf(kind, settings), formats, template: usable(template) });
  }
  const files = await write(items, settings, plans);
  const made = files.map(async ({ kind, format, name, blob }): Promise<MadePaper> => {
    const template = format === 'docx' ? templates.get(kind) : undefined;
    return {
      name,
      title: titleOf(kind, settings),
      number: plans.find((plan) => plan.kind === kind)?.number ?? '',
      itemIds: items.map(({ id }) => id),
      madeAt: new Date().toISOString(),
      sha256: (await digestBlob(blob)).sha256,
      ...(template ? { template: { name: template.name, sha256: template.sha256 } } : {}),
    };
  });
  await recordPapers(await Promise.all(made), person);
  return files;
}
