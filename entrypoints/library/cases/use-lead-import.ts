import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LeadChoices, LeadImportState } from '../../../components/cases/lead-import-state.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import type { Officer } from '../../../utils/evidence/record.ts';
import { chooseFile } from '../choose-file.ts';
import type { LeadInspection } from '../registers/register-protocol.ts';
import { createRegisterWorker } from '../registers/register-tasks.ts';

/** The import of one list of leads at a time, from choosing to what became of its rows. */
export interface LeadListImport {
  state: LeadImportState | null;
  choose: () => void;
  change: (choices: LeadChoices) => void;
  start: () => void;
  cancel: () => void;
}

/** @param today local date, ISO 8601: the day on which the list is taken as received until an officer says otherwise */
export function useLeadImport(registrar: Officer, today: string): LeadListImport {
  const worker = useMemo(createRegisterWorker, []);
  useEffect(() => () => worker.end(), [worker]);
  const [state, setState] = useState<LeadImportState | null>(null);
  const running = useRef<AbortController | null>(null);
  const chosen = useRef<{ file: File; inspection: LeadInspection } | null>(null);

  const attempt = async (fileName: string, step: (signal: AbortSignal) => Promise<void>) => {
    const ended = new AbortController();
    running.current = ended;
    try {
      await step(ended.signal);
    } catch (error) {
      if (!ended.signal.aborted) setState({ phase: 'failed', fileName, reason: failureText(error) });
    }
  };

  const inspect = async () => {
    const file = await chooseFile('.csv,.txt,.tsv,.xlsx,text/csv');
    if (!file) return;
    setState({ phase: 'reading', fileName: file.name });
    await attempt(file.name, async (signal) => {
      const inspection = await worker.run('inspectLeads', file, { signal });
      const { format, head, headIndex, mapping, source } = inspection;
      chosen.current = { file, inspection };
      const rows = head.map(({ cells }) => cells);
      const choices = { source, receivedOn: today, mapping, headIndex };
      setState({ phase: 'preview', preview: { fileName: file.name, size: file.size, format, rows, choices } });
    });
  };

  const store = async () => {
    if (state?.phase !== 'preview' || !chosen.current) return;
    const { file, inspection } = chosen.current;
    const { headIndex, ...choices } = state.preview.choices;
    const begun = { phase: 'storing' as const, fileName: file.name, size: file.size };
    setState({ ...begun, bytes: 0, rows: 0 });
    await attempt(file.name, async (signal) => {
      const { row: headRow, cells: heads } = inspection.head[headIndex]!;
      const order = { ...choices, fileName: file.name, sha256: inspection.sha256, headRow, heads, registrar };
      const onReport = (progress: { bytes: number; rows: number }) => setState({ ...begun, ...progress });
      const result = await worker.run('importLeads', order, { signal, onReport });
      setState({ phase: 'done', fileName: file.name, result });
    });
  };

  return {
    state,
    choose: () => inspect().catch(reportError),
    change: (choices) =>
      setState((now) => (now?.phase === 'preview' ? { ...now, preview: { ...now.preview, choices } } : now)),
    start: () => store().catch(reportError),
    cancel() {
      running.current?.abort();
      setState(null);
    },
  };
}
