import { foldNumber } from '../certificate/kind.ts';
import type { PageSigns } from '../scan/page-signs.ts';
import type { ShownApproval } from '../scan/shown-approvals.ts';
import { findEntries, listRegisters } from '../store/register-store.ts';

/** Names that are told of one number, at most. */
const MOST_NAMES = 3;

async function checked(
  approval: ShownApproval,
  all: Awaited<ReturnType<typeof listRegisters>>,
): Promise<ShownApproval> {
  const lists = all.filter(({ kind }) => kind === approval.kind);
  if (lists.length === 0) return approval;
  const rows = await findEntries(lists, 'number', foldNumber(approval.number));
  return { ...approval, listed: [...new Set(rows.map(({ name }) => name))].slice(0, MOST_NAMES) };
}

/** A page's signs with what the office's lists say of the permission numbers that it shows. */
export async function withApprovalChecks(signs: PageSigns): Promise<PageSigns> {
  if (!signs.approvals) return signs;
  const lists = await listRegisters();
  return { ...signs, approvals: await Promise.all(signs.approvals.map((approval) => checked(approval, lists))) };
}
