import { type Case, newCase } from '../evidence/case.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { Officer } from '../evidence/record.ts';
import type { SurveyRow } from '../lists/approval-survey.ts';
import { type SurveyOutcome, type SurveyResult, surveyKey, surveyResultInWords } from '../lists/survey-outcome.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';

/** The outcomes of all checks, by the key of the business. */
export async function listSurveyOutcomes(): Promise<ReadonlyMap<string, SurveyOutcome>> {
  const outcomes = await (await openDatabase()).getAll('surveyOutcomes');
  return new Map(outcomes.map((outcome) => [outcome.key, outcome]));
}

/** Writes down what the check of a business came to, by whom and when; with a case, that it was made of it. */
async function keepOutcome(
  row: SurveyRow,
  change: Pick<SurveyOutcome, 'result' | 'person'>,
  made?: Case,
): Promise<void> {
  const sha256 = await createSha256();
  const key = surveyKey(row);
  const line = await transact(['surveyOutcomes', 'cases', 'custody'], async (transaction) => {
    const outcomes = transaction.objectStore('surveyOutcomes');
    const before = await outcomes.get(key);
    const caseId = made?.id ?? before?.caseId;
    await outcomes.put({ key, ...change, at: new Date().toISOString(), ...(caseId ? { caseId } : {}) });
    if (made) await transaction.objectStore('cases').put(made);
    const code = row.creditCode ? `（${row.creditCode}）` : '';
    const result = `核查“${row.name}”${code}：${surveyResultInWords(change.result)}`;
    const detail = made ? `${result}，已建立案件` : result;
    return appendWithin(transaction.objectStore('custody'), { act: 'surveyed', person: change.person, detail }, sha256);
  });
  notify({ kind: 'survey', key });
  if (made) notify({ kind: 'case', key: made.id });
  notify({ kind: 'log', key: String(line.sequence) });
}

/** Keeps the outcome of a check and a line of the log in one transaction. */
export const setSurveyResult = (row: SurveyRow, result: SurveyResult, person: string): Promise<void> =>
  keepOutcome(row, { result, person });

/** Makes a case of a surveyed business, with what the list says of it, and answers with its id. */
export async function openSurveyCase(
  row: SurveyRow,
  facts: { registrar: Officer; today: string; person: string; result: SurveyResult },
): Promise<string> {
  const { registrar, today, person, result } = facts;
  const fresh = newCase({ id: crypto.randomUUID(), registrar, today, now: new Date().toISOString() });
  const words = row.words.map((word) => `“${word}”`).join('');
  const made: Case = {
    ...fresh,
    name: row.name.slice(0, 40),
    party: { ...fresh.party, name: row.name, creditCode: row.creditCode, registeredAddress: row.address },
    summary: `${row.inName ? '登记名称' : '经营范围'}含${words}，名录中未见在有效状态的相应资质，待核查。`,
  };
  await keepOutcome(row, { result, person }, made);
  return made.id;
}
