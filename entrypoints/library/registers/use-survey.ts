import { useEffect, useRef, useState } from 'preact/hooks';
import type { SurveyState } from '../../../components/register/survey-state.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import type { SurveyRow } from '../../../utils/lists/approval-survey.ts';
import type { RegisterList } from '../../../utils/lists/register.ts';
import type { RegisterWorker } from './register-tasks.ts';

function lacking(lists: readonly RegisterList[]): SurveyState | null {
  if (!lists.some(({ kind }) => kind === 'business')) return { phase: 'no-businesses' };
  return lists.some(({ kind }) => kind !== 'business') ? null : { phase: 'no-approvals' };
}

/** Goes through the businesses once for each state of the lists, as soon as the survey is looked at. */
export function useSurvey(
  worker: RegisterWorker,
  lists: readonly RegisterList[] | null,
  wanted: boolean,
  day: string,
): SurveyState | null {
  const [survey, setSurvey] = useState<{ of: readonly RegisterList[]; state: SurveyState } | null>(null);
  const running = useRef<AbortController | null>(null);
  const begun = useRef<readonly RegisterList[] | null>(null);

  useEffect(() => {
    if (!lists || !wanted || begun.current === lists) return;
    begun.current = lists;
    running.current?.abort();
    const ended = new AbortController();
    running.current = ended;
    const show = (state: SurveyState) => {
      if (!ended.signal.aborted) setSurvey({ of: lists, state });
    };
    const without = lacking(lists);
    if (without) return show(without);
    const rows: SurveyRow[] = [];
    show({ phase: 'running', done: 0, total: 0 });
    worker
      .run(
        'survey',
        { day },
        {
          signal: ended.signal,
          onReport(report) {
            if ('rows' in report) for (const row of report.rows) rows.push(row);
            else show({ phase: 'running', ...report });
          },
        },
      )
      .then(() => show({ phase: 'done', rows }))
      .catch((error) => {
        if (!ended.signal.aborted) show({ phase: 'failed', reason: failureText(error) });
      });
  }, [lists, wanted]);

  return survey && survey.of === lists ? survey.state : null;
}
