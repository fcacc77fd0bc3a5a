import type { PaperFile } from '../documents/paper-files.ts';
import type { PaperFormat } from '../documents/paper-format.ts';
import { PAPER_KINDS, PAPER_TITLES, type PaperKind } from '../documents/paper-kinds.ts';
import type { PaperPlan, PaperRequest } from '../documents/paper-request.ts';
import { localDate } from '../evidence/deadline.ts';
import { digestBlob } from '../evidence/digest.ts';
import type { EvidenceItem, MadePaper } from '../evidence/record.ts';
import { readCase } from '../store/cases.ts';
import { lastMade, numberOf, recordPapers, takePaperNumber } from '../store/paper-store.ts';
import type { Settings } from '../store/settings.ts';
import { readTemplate } from '../store/template-store.ts';
import { paperItems } from './paper-sources.ts';

type Paperwork = Pick<Settings, 'office' | 'officers' | 'papers' | 'routes' | 'routing' | 'calendar'>;

/** What a person said, by the label that was asked with. */
export type Answers = ReadonlyMap<string, string>;

const NO_ANSWERS: Answers = new Map();

const today = () => localDate(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The case of all items; undefined when there is none or more than one. */
async function caseOf(items: readonly EvidenceItem[]) {
  const [caseId, ...others] = new Set(items.map((item) => item.caseId));
  return caseId && !others.length ? readCase(caseId) : undefined;
}

async function requestOf(
  items: readonly EvidenceItem[],
  { office, officers, calendar, routes, routing }: Paperwork,
  plans: readonly PaperPlan[],
  answers: Answers = NO_ANSWERS,
): Promise<PaperRequest> {
  const pictured = plans.some(({ kind }) => kind === 'extraction-sheet');
  const [about, sources] = await Promise.all([caseOf(items), paperItems(items, pictured)]);
  return {
    items: sources,
    office: { name: office, officers },
    about,
    calendar,
    routes,
    routing,
    today: today(),
    plans,
    answers,
  };
}

// The word processor's library is large and only a paper needs it.
const paperLibrary = () => import('../documents/paper-files.ts');

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
  const { paperFiles } = await paperLibrary();
  const files = plans.map(async (plan) =>
    paperFiles(await requestOf(items, settings, [plan], lastAnswers(plan.kind, items))),
  );
  return (await Promise.all(files)).flat();
}

/** What a person said when the same paper was made of the same items last. */
function lastAnswers(kind: PaperKind, items: readonly EvidenceItem[]): Answers {
  return new Map(Object.entries(lastMade(kind, items)?.answers ?? {}));
}

/** The one paper that an officer asks for. */
export interface PaperOrder {
  kind: PaperKind;
  format: PaperFormat;
}

async function planOf(items: readonly EvidenceItem[], { kind, format }: PaperOrder, settings: Paperwork) {
  const template = await readTemplate(kind);
  const plan: PaperPlan = {
    kind,
    number: numberOf(kind, items) ?? '',
    title: titleOf(kind, settings),
    formats: [format],
    template: usable(template),
  };
  return { plan, template: format === 'docx' ? template?.card : undefined };
}

/** What no record knows of a paper and a person has to say before it is made, in the paper's own words. */
export async function askForPaper(
  items: readonly EvidenceItem[],
  order: PaperOrder,
  settings: Paperwork,
): Promise<{ blanks: readonly string[]; before: Answers }> {
  const { plan } = await planOf(items, order, settings);
  const { paperBlanks } = await paperLibrary();
  const blanks = paperBlanks(plan, await requestOf(items, settings, [plan]));
  return { blanks, before: lastAnswers(order.kind, items) };
}

/** A made paper under the name by which it is saved: `E20261123-0007 电子数据提取笔录.docx`. */
export interface SavedPaper {
  name: string;
  blob: Blob;
}

/** E20261123-0007 or E20261123-0007等4件 */
const stemOf = ([first, ...more]: readonly EvidenceItem[]) =>
  `${first?.id ?? ''}${more.length ? `等${more.length + 1}件` : ''}`;

/** Characters that some file system or shell takes for something else, in a title that the office typed. */
const fileWords = (text: string) => text.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();

/** Makes one paper, gives it its number, and keeps number and digest with the items and in the log. @throws TemplateError */
export async function makePaper(
  items: readonly EvidenceItem[],
  order: PaperOrder,
  answers: Answers,
  settings: Paperwork,
  person: string,
): Promise<SavedPaper> {
  const { plan, template } = await planOf(items, order, settings);
  const pattern = settings.papers[order.kind]?.numberPattern ?? '';
  const number = plan.number || (await takePaperNumber(order.kind, pattern, Number(today().slice(0, 4))));
  const request = await requestOf(items, settings, [{ ...plan, number }], answers);
  const { paperFiles } = await paperLibrary();
  const [file] = await paperFiles(request);
  if (!file) throw new Error(`no ${order.kind} can be made of these items`);
  const made: MadePaper = {
    name: file.name,
    title: plan.title,
    // The letter goes out under the number that the case keeps.
    number: (order.kind === 'transfer-letter' && request.about?.transfer?.letterNumber) || number,
    itemIds: items.map(({ id }) => id),
    madeAt: new Date().toISOString(),
    sha256: (await digestBlob(file.blob)).sha256,
    ...(answers.size > 0 ? { answers: Object.fromEntries(answers) } : {}),
    ...(template ? { template: { name: template.name, sha256: template.sha256 } } : {}),
  };
  await recordPapers([made], person);
  return { name: `${stemOf(items)} ${fileWords(plan.title)}.${order.format}`, blob: file.blob };
}
