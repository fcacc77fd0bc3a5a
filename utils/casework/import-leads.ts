import type { LeadColumn } from '../../rules/lead-columns.ts';
import { siteOf } from '../base/host-of.ts';
import { type Case, type CaseSource, type LeadRow, newCase } from '../evidence/case.ts';
import type { Officer } from '../evidence/record.ts';
import { dayOf, type LeadFault, type LeadValues, leadKey, readLead } from '../lists/lead-list.ts';
import type { Mapping } from '../lists/map-columns.ts';
import type { OpenTable } from '../lists/open-table.ts';
import { RegisterEmptyError, RegisterTooLargeError } from '../lists/register-failure.ts';
import { transact } from '../store/database.ts';
import { notify } from '../store/notices.ts';

/** What the officer says of a list before its rows become leads. */
export interface LeadOrder {
  source: CaseSource;
  /** Day on which the office received the list, ISO 8601: rows that name no day of their own take it. */
  receivedOn: string;
  fileName: string;
  sha256: string;
  /** Row of the heads as a table program counts, and its cells. */
  headRow: number;
  heads: readonly string[];
  mapping: Mapping<LeadColumn>;
  registrar: Officer;
}

/** What became of a list. */
export interface LeadImport {
  added: number;
  /** Rows that name a lead which is there already; the row was put to it. */
  merged: number;
  unreadRows: number;
  unread: readonly { row: number; fault: LeadFault }[];
}

/** As many as an office works off from one list; a longer one is another system's register. */
export const MOST_LEADS = 10_000;
const MOST_NAMED = 200;
const NAME_LENGTH = 40;

type ReadRow = { values: LeadValues; lead: LeadRow };

/** Reads the whole list before anything is kept. @throws RegisterTooLargeError, RegisterEmptyError */
async function readRows(
  table: OpenTable,
  order: LeadOrder,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: { bytes: number; rows: number }) => void },
): Promise<{ rows: ReadRow[] } & Pick<LeadImport, 'unread' | 'unreadRows'>> {
  const importedAt = new Date().toISOString();
  const format = table.format === 'xlsx' ? 'xlsx' : 'csv';
  const rows: ReadRow[] = [];
  const unread: { row: number; fault: LeadFault }[] = [];
  let unreadRows = 0;
  const { sha256: list, fileName, heads } = order;
  for await (const batch of table.rows(signal)) {
    for (const { row, cells, brokenQuotes } of batch.rows) {
      if (row <= order.headRow) continue;
      const values = brokenQuotes ? 'quotes' : readLead(cells, order.mapping);
      if (typeof values === 'string') {
        unreadRows += 1;
        if (unread.length < MOST_NAMED) unread.push({ row, fault: values });
      } else {
        const own = cells.slice(0, Math.max(heads.length, 1));
        const lead = {
          list,
          fileName,
          format,
          importedAt,
          row,
          number: values.number ?? '',
          heads,
          cells: own,
        } as const;
        rows.push({ values, lead });
      }
      if (rows.length + unreadRows > MOST_LEADS) throw new RegisterTooLargeError(MOST_LEADS.toLocaleString('en-US'));
    }
    onProgress?.({ bytes: batch.bytes, rows: rows.length + unreadRows });
  }
  if (rows.length === 0) throw new RegisterEmptyError();
  return { rows, unread, unreadRows };
}

const noteOf = ({ fileName, row, number }: LeadRow) =>
  `由名单“${fileName}”第 ${row} 行${number && `（来源编号 ${number}）`}导入`;

function caseOf({ values, lead }: ReadRow, order: LeadOrder): Case {
  const { registrar, source, receivedOn } = order;
  const fresh = newCase({ id: crypto.randomUUID(), registrar, today: receivedOn, now: lead.importedAt });
  const {
    party = '',
    creditCode = '',
    platform = '',
    shop = '',
    url = '',
    summary = '',
    contact = '',
    address = '',
  } = values;
  return {
    ...fresh,
    number: lead.number,
    name: (party || shop || creditCode || url).slice(0, NAME_LENGTH),
    source,
    foundOn: dayOf(values.receivedOn ?? '') ?? receivedOn,
    party: { ...fresh.party, name: party, creditCode, contact, registeredAddress: address },
    platform: siteOf(url) || platform,
    shop,
    summary,
    stage: 'lead',
    leads: [lead],
    entries: [{ at: lead.importedAt, person: registrar.name, kind: 'note', text: noteOf(lead) }],
  };
}

/** By what the cases that came from lists are known again: each row by the columns that its list has. */
function knownKeys(cases: readonly Case[], mapping: Mapping<LeadColumn>): Map<string, Case> {
  const known = new Map<string, Case>();
  for (const each of cases)
    for (const lead of each.leads ?? []) {
      const values = readLead(lead.cells, mapping);
      const told = typeof values === 'string' ? {} : values;
      known.set(leadKey(each.source, { ...told, ...(lead.number ? { number: lead.number } : {}) }), each);
    }
  return known;
}

/**
 * Makes a lead of each row of a list, whole or not at all; a row whose lead is there already is put to it, so that its result goes
 * back in its own row.
 * @throws RegisterTooLargeError, RegisterEmptyError, StorageFullError, those of reading the table
 */
export async function importLeads(
  table: OpenTable,
  order: LeadOrder,
  options: { signal?: AbortSignal; onProgress?: (progress: { bytes: number; rows: number }) => void } = {},
): Promise<LeadImport> {
  const { rows, unread, unreadRows } = await readRows(table, order, options);
  let [added, merged] = [0, 0];
  await transact(['cases'], async (transaction) => {
    [added, merged] = [0, 0];
    const store = transaction.objectStore('cases');
    const known = knownKeys(await store.getAll(), order.mapping);
    const changed = new Map<string, Case>();
    for (const each of rows) {
      const key = leadKey(order.source, each.values);
      const before = known.get(key);
      if (before) {
        merged += 1;
        const leads = before.leads ?? [];
        if (leads.some(({ list, row }) => list === each.lead.list && row === each.lead.row)) continue;
        const note = {
          at: each.lead.importedAt,
          person: order.registrar.name,
          kind: 'note',
          text: noteOf(each.lead),
        } as const;
        const after = { ...before, leads: [...leads, each.lead], entries: [...(before.entries ?? []), note] };
        known.set(key, after);
        changed.set(after.id, after);
      } else {
        added += 1;
        const made = caseOf(each, order);
        known.set(key, made);
        changed.set(made.id, made);
      }
    }
    await Promise.all([...changed.values()].map((each) => store.put(each)));
  });
  notify({ kind: 'case', key: order.sha256 });
  return { added, merged, unread, unreadRows };
}
