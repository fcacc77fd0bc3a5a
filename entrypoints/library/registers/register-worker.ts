import { asExpectedFailure } from '../../../utils/base/expected-failure.ts';
import { importLeads } from '../../../utils/casework/import-leads.ts';
import { importRegister, removeIncomplete } from '../../../utils/casework/import-register.ts';
import { searchRegisters } from '../../../utils/casework/search-registers.ts';
import { surveyApprovals } from '../../../utils/casework/survey-approvals.ts';
import { surveyCsv, surveyWorkbook } from '../../../utils/documents/approval-survey-table.ts';
import { digestBlob } from '../../../utils/evidence/digest.ts';
import { type SurveyRow, selectRows, surveyOrders } from '../../../utils/lists/approval-survey.ts';
import { guessFacts } from '../../../utils/lists/guess-facts.ts';
import { guessOrigin, recogniseLeads } from '../../../utils/lists/lead-list.ts';
import { recogniseColumns } from '../../../utils/lists/map-columns.ts';
import { type OpenTable, openTable } from '../../../utils/lists/open-table.ts';
import { listRegisters } from '../../../utils/store/register-store.ts';
import { listSurveyOutcomes } from '../../../utils/store/survey-outcomes.ts';
import type {
  Inspection,
  LeadInspection,
  RegisterTask,
  RegisterTasks,
  TaskReply,
  TaskRequest,
} from './register-protocol.ts';

// Hundreds of thousands of rows are parsed, sorted and written here, so that the page never waits for them.

type Work<Task extends RegisterTask> = (
  input: RegisterTasks[Task]['input'],
  report: (report: RegisterTasks[Task]['report']) => void,
) => Promise<RegisterTasks[Task]['output']>;

/** Rows that the page takes over at a time without missing a frame. */
const SENT_ROWS = 500;

let opened: OpenTable | undefined;
let surveyed: SurveyRow[] = [];
let orders = surveyOrders([]);

/** One library tab at a time imports: another one would take unfinished rows for left-overs. */
const IMPORT_LOCK = 'zhengjian-register-import';

async function inspect(file: File): Promise<Inspection> {
  const [{ sha256 }, table] = await Promise.all([digestBlob(file), openTable(file)]);
  opened = table;
  const { format, head } = table;
  const { headRow, mapping } = recogniseColumns(head.map(({ cells }) => cells));
  const above = head.slice(0, headRow).flatMap(({ cells }) => cells);
  const guess = guessFacts(file.name, head[headRow]?.cells ?? [], mapping, above);
  return { format, sha256, head, headIndex: headRow, mapping, guess };
}

async function inspectLeads(file: File): Promise<LeadInspection> {
  const [{ sha256 }, table] = await Promise.all([digestBlob(file), openTable(file)]);
  opened = table;
  const { format, head } = table;
  const { headRow, mapping } = recogniseLeads(head.map(({ cells }) => cells));
  const source = guessOrigin(file.name, head[headRow]?.cells ?? []);
  return { format, sha256, head, headIndex: headRow, mapping, source };
}

const work: { [Task in RegisterTask]: Work<Task> } = {
  inspect,
  import: (order, onProgress) =>
    navigator.locks.request(IMPORT_LOCK, () => {
      if (!opened) throw new Error('nothing was inspected');
      return importRegister(opened, order, { onProgress });
    }),
  inspectLeads,
  importLeads: (order, onProgress) => {
    if (!opened) throw new Error('nothing was inspected');
    return importLeads(opened, order, { onProgress });
  },
  async survey({ day }, report) {
    surveyed = [];
    for await (const rows of surveyApprovals(await listRegisters(), { day, onProgress: report })) {
      surveyed.push(...rows);
      for (let first = 0; first < rows.length; first += SENT_ROWS)
        report({ rows: rows.slice(first, first + SENT_ROWS) });
    }
    orders = surveyOrders(surveyed);
    return null;
  },
  select: async (selection) => selectRows(surveyed, orders, selection),
  async export({ format, rows }) {
    const chosen = Array.from(rows, (index) => surveyed[index]!);
    const [lists, outcomes] = await Promise.all([listRegisters(), listSurveyOutcomes()]);
    return format === 'xlsx' ? surveyWorkbook(chosen, lists, outcomes) : surveyCsv(chosen, lists, outcomes);
  },
  search: async (query) => searchRegisters(await listRegisters(), query),
  cleanUp: () =>
    navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
      if (lock) await removeIncomplete();
      return null;
    }),
};

async function run<Task extends RegisterTask>({ id, task, input }: TaskRequest<Task>): Promise<void> {
  const reply = (message: TaskReply) => postMessage(message);
  try {
    const act: Work<Task> = work[task];
    reply({ id, output: await act(input, (report) => reply({ id, report })) });
  } catch (error) {
    const failure = asExpectedFailure(error);
    if (failure) reply({ id, failure: { key: failure.key, values: failure.values } });
    else reply({ id, defect: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

addEventListener('message', (event: MessageEvent<TaskRequest>) => void run(event.data));
