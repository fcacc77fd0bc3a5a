import { useRef, useState } from 'preact/hooks';
import type { ImportChoices, ImportState } from '../../../components/register/import-state.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { keyOf, t } from '../../../utils/base/i18n.ts';
import type { RegisterList } from '../../../utils/lists/register.ts';
import { chooseFile } from '../choose-file.ts';
import type { Inspection } from './register-protocol.ts';
import type { RegisterWorker } from './register-tasks.ts';

/** The import of one file at a time, from choosing to the finished list. */
export interface RegisterImport {
  state: ImportState | null;
  choose: () => void;
  change: (choices: ImportChoices) => void;
  start: () => void;
  cancel: () => void;
}

/** A day that neither the file nor its name holds is left to the officer: it goes into evidence, and the day of a download is not it. */
function firstChoices({ guess, headIndex, mapping }: Inspection): ImportChoices {
  return {
    kind: guess.kind,
    name: t(keyOf('registerKind', guess.kind)),
    date: guess.date ?? '',
    source: '',
    mapping,
    headIndex,
    mode: 'replace',
  };
}

/** A name that was only proposed follows the kind. */
function renamed(before: ImportChoices, after: ImportChoices): ImportChoices {
  const proposed = before.name === t(keyOf('registerKind', before.kind)) && after.name === before.name;
  return proposed ? { ...after, name: t(keyOf('registerKind', after.kind)) } : after;
}

export function useRegisterImport(
  worker: RegisterWorker,
  person: string,
  onDone: (list: RegisterList) => void,
): RegisterImport {
  const [state, setState] = useState<ImportState | null>(null);
  const running = useRef<AbortController | null>(null);
  const chosen = useRef<{ file: File; inspection: Inspection } | null>(null);

  /** Runs a step; what fails is shown, what was cancelled is not. */
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
      const inspection = await worker.run('inspect', file, { signal });
      chosen.current = { file, inspection };
      setState({
        phase: 'preview',
        preview: {
          fileName: file.name,
          size: file.size,
          format: inspection.format,
          rows: inspection.head.map(({ cells }) => cells),
          choices: firstChoices(inspection),
        },
      });
    });
  };

  const store = async () => {
    if (state?.phase !== 'preview' || !chosen.current) return;
    const { file, inspection } = chosen.current;
    const { headIndex, ...choices } = state.preview.choices;
    const begun = { phase: 'storing' as const, fileName: file.name, size: file.size };
    setState({ ...begun, bytes: 0, rows: 0 });
    await attempt(file.name, async (signal) => {
      const order = {
        ...choices,
        name: choices.name.trim(),
        source: choices.source.trim(),
        fileName: file.name,
        sha256: inspection.sha256,
        headRow: inspection.head[headIndex]!.row,
        person,
      };
      const onReport = (progress: { bytes: number; rows: number }) => setState({ ...begun, ...progress });
      const list = await worker.run('import', order, { signal, onReport });
      setState(null);
      onDone(list);
    });
  };

  return {
    state,
    choose: () => inspect().catch(reportError),
    change: (choices) =>
      setState((now) =>
        now?.phase === 'preview'
          ? { ...now, preview: { ...now.preview, choices: renamed(now.preview.choices, choices) } }
          : now,
      ),
    start: () => store().catch(reportError),
    cancel() {
      const storing = state?.phase === 'storing';
      running.current?.abort();
      setState(null);
      if (storing) worker.run('cleanUp', null).catch(reportError);
    },
  };
}
